package dev.deft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

/** The rules of Go's {@code defer} and {@code recover}, as {@code docs/go-rules.md} has them. */
class GoDeferRulesTest {
    private final List<Object> log = new ArrayList<>();
    private int field;

    /** A body, and how a wrapper runs it. */
    @FunctionalInterface
    private interface Body {
        Object run(Defer defer) throws Throwable;
    }

    private static Object call(Body body) {
        Defer defer = new Defer();
        Object result;
        try {
            result = body.run(defer);
        } catch (Throwable failure) {
            return defer.failed(failure);
        }
        return defer.succeeded(result);
    }

    @Test
    void deferredCallsRunInReverseOrder() {
        call(defer -> {
            for (int i = 0; i < 10; i++) {
                defer.call(log::add, i);
            }
            return "";
        });
        assertThat(log).containsExactly(9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
    }

    @Test
    void deferredCallsRunOnReturnAndOnPanic() {
        call(defer -> {
            defer.call(log::add, "returned");
            return "";
        });
        assertThatThrownBy(() -> call(defer -> {
                    defer.call(log::add, "thrown");
                    throw new IOException();
                }))
                .isInstanceOf(IOException.class);
        assertThat(log).containsExactly("returned", "thrown");
    }

    @Test
    void argumentsAreEvaluatedWhenDeferExecutes() {
        call(defer -> {
            field = 1;
            defer.call(log::add, field);
            field = 2;
            return "";
        });
        assertThat(log).containsExactly(1);
    }

    @Test
    void aClosureSeesTheLastValue() {
        call(defer -> {
            field = 1;
            defer.run(() -> log.add(field));
            field = 2;
            return "";
        });
        assertThat(log).containsExactly(2);
    }

    @Test
    void deferInALoopRunsAtTheEndOfTheBodyUnlessInAScope() {
        call(defer -> {
            for (int i = 0; i < 2; i++) {
                defer.call(log::add, "body " + i);
                try (Defer.Scope scope = defer.scope()) {
                    scope.call(log::add, "block " + i);
                }
            }
            return "";
        });
        assertThat(log).containsExactly("block 0", "block 1", "body 1", "body 0");
    }

    @Test
    void aNilDeferredFunctionIsRefusedAtOnce() {
        assertThatNullPointerException()
                .isThrownBy(() -> call(defer -> {
                    defer.onReturn(null);
                    log.add("never");
                    return "";
                }));
        assertThat(log).isEmpty();
    }

    @Test
    void aNamedResultMayBeChangedOnItsWayOut() {
        assertThat(call(defer -> {
                    defer.onReturn((Integer result) -> result * 7);
                    return 6;
                }))
                .isEqualTo(42);
    }

    @Test
    void anUnnamedResultMayNot() {
        assertThat(call(defer -> {
                    field = 6;
                    defer.run(() -> field *= 7);
                    return field;
                }))
                .isEqualTo(6);
    }

    @Test
    void aDeferThatWasNotReachedDoesNotRun() {
        assertThatThrownBy(() -> call(defer -> {
                    defer.call(log::add, "reached");
                    if (log.isEmpty()) {
                        throw new IOException();
                    }
                    defer.call(log::add, "not reached");
                    return "";
                }))
                .isInstanceOf(IOException.class);
        assertThat(log).containsExactly("reached");
    }

    @Test
    void whenADeferredFunctionPanicsTheOthersStillRunAndTheFirstPanicGoesOn() {
        IOException first = new IOException("first");
        IOException second = new IOException("second");
        assertThatThrownBy(() -> call(defer -> {
                    defer.call(log::add, "last");
                    defer.run(() -> {
                        throw second;
                    });
                    throw first;
                }))
                .isSameAs(first)
                .hasSuppressedException(second);
        assertThat(log).containsExactly("last");
    }

    @Test
    void aFailedCleanupIsNotDropped() {
        IOException failure = new IOException("close");
        assertThatThrownBy(() -> call(defer -> {
                    AutoCloseable resource = defer.close(() -> {
                        throw failure;
                    });
                    return resource;
                }))
                .isSameAs(failure);
    }

    @Test
    void aPanicInsideADeferredFunctionDoesNotDisturbTheOuterOne() {
        IllegalStateException outer = new IllegalStateException("outer");
        assertThatThrownBy(() -> call(defer -> {
                    defer.run(() -> log.add(call(inner -> {
                        inner.recover(failure -> "recovered " + failure.getMessage());
                        throw new IOException("inner");
                    })));
                    throw outer;
                }))
                .isSameAs(outer);
        assertThat(log).containsExactly("recovered inner");
    }

    @Test
    void whatACleanupDefersRunsNext() {
        call(defer -> {
            defer.call(log::add, "last");
            defer.run(() -> {
                log.add("first");
                defer.call(log::add, "then");
            });
            return "";
        });
        assertThat(log).containsExactly("first", "then", "last");
    }

    @Test
    void onlyOnErrorIsJudgedWhenItsTurnComes() {
        call(defer -> {
            defer.onFailure(() -> log.add("failed before it was recovered"));
            defer.onSuccess(() -> log.add("succeeded by now"));
            defer.recover(failure -> "recovered");
            defer.onFailure(() -> log.add("failed as yet"));
            throw new IOException();
        });
        assertThat(log).containsExactly("failed as yet", "succeeded by now");
    }

    @Test
    void aDeferredUnlockHasNoGapAfterTheLock() {
        ReentrantLock lock = new ReentrantLock();
        call(defer -> {
            defer.unlock(lock);
            log.add(lock.isHeldByCurrentThread());
            return "";
        });
        log.add(lock.isLocked());
        assertThat(log).containsExactly(true, false);
    }

    @Test
    void afterARecoverTheFunctionReturnsNormally() {
        assertThat(call(defer -> {
                    defer.recover(failure -> "instead of " + failure.getMessage());
                    throw new IOException("a result");
                }))
                .isEqualTo("instead of a result");
    }

    @Test
    void aSecondRecoverHasNothingToDo() {
        assertThat(call(defer -> {
                    defer.recover(failure -> "second");
                    defer.recover(failure -> "first");
                    throw new IOException();
                }))
                .isEqualTo("first");
    }

    @Test
    void runtimeErrorsCanBeRecovered() {
        assertThat(call(defer -> {
                    defer.recover(failure -> failure.getClass().getSimpleName());
                    return 1 / field;
                }))
                .isEqualTo("ArithmeticException");
    }

    @Test
    void fatalErrorsAndCancellationsAreNotRecoveredUnlessNamed() {
        for (Throwable fatal : List.of(new OutOfMemoryError(), new CancellationException())) {
            assertThatThrownBy(() -> call(defer -> {
                        defer.recover(failure -> "never");
                        throw fatal;
                    }))
                    .isSameAs(fatal);
        }
        assertThat(call(defer -> {
                    defer.recover(StackOverflowError.class, failure -> "named");
                    throw new StackOverflowError();
                }))
                .isEqualTo("named");
    }

    @Test
    void aPanicThatIsRaisedAgainKeepsItsIdentity() {
        IOException failure = new IOException();
        assertThatThrownBy(() -> call(defer -> {
                    defer.recover(same -> {
                        throw same;
                    });
                    throw failure;
                }))
                .isSameAs(failure)
                .hasNoSuppressedExceptions();
    }

    @Test
    void aPanicEndsItsTaskAndNoOther() {
        try (Deft deft = Deft.builder().build()) {
            Task<String> panicking = deft.start("panic", () -> {
                throw new AssertionError("boom");
            });
            Task<String> other = deft.start("go on", () -> "fine");
            assertThatThrownBy(panicking::join).hasCauseInstanceOf(AssertionError.class);
            assertThat(other.join()).isEqualTo("fine");
        }
    }
}
