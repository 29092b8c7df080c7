package dev.deft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

/** The rules of Go's {@code defer} and {@code recover}, as {@code docs/go-rules.md} has them. */
class GoDeferRulesTest {
    private final List<Object> log = Collections.synchronizedList(new ArrayList<>());
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

    /** Here an object is always what Go calls a pointer. */
    @Test
    void theReceiverIsEvaluatedWhenDeferExecutesButItsStateIsNotCopied() {
        StringBuilder first = new StringBuilder("first");
        call(defer -> {
            StringBuilder receiver = first;
            defer.call(receiver::append, "!");
            receiver = new StringBuilder("second");
            first.append(" changed");
            return receiver;
        });
        assertThat(first).hasToString("first changed!");
    }

    @Test
    void eachIterationHasItsOwnVariable() {
        call(defer -> {
            for (int number : new int[] {0, 1, 2}) {
                defer.run(() -> log.add(number));
            }
            return "";
        });
        assertThat(log).containsExactly(2, 1, 0);
    }

    @Test
    void whatADeferredFunctionReturnsIsDropped() {
        assertThat(call(defer -> {
                    defer.run(() -> log.add("a value"));
                    return "the result";
                }))
                .isEqualTo("the result");
    }

    @Test
    void theResultIsThereBeforeDeferredFunctionsRun() {
        call(defer -> {
            defer.onSuccess(result -> log.add(result));
            return "the result";
        });
        assertThat(log).containsExactly("the result");
    }

    @Test
    void aConditionalDeferIsOneOnlyWhereTheConditionHolds() {
        call(defer -> {
            for (int number = 1; number <= 4; number++) {
                if (number != 3) {
                    defer.call(log::add, number);
                }
            }
            return "";
        });
        assertThat(log).containsExactly(4, 2, 1);
    }

    @Test
    void anOuterBodyMayNotBeDeferredToOnceItHasEnded() {
        List<Defer> kept = new ArrayList<>();
        call(defer -> kept.add(defer));
        assertThatThrownBy(() -> kept.get(0).run(() -> log.add("never"))).isInstanceOf(IllegalStateException.class);
        assertThat(log).isEmpty();
    }

    @Test
    void whenItsTaskIsToldToEndAllDeferredFunctionsRun() {
        try (Deft deft = Deft.builder().build()) {
            Task<Object> task = deft.start(
                    "wait",
                    () -> call(defer -> {
                        defer.call(log::add, "last");
                        defer.recover(failure -> log.add("recovered"));
                        defer.call(log::add, "first");
                        TaskWait wait = TaskWait.begin();
                        throw wait.failure(wait.await());
                    }));
            while (task.status() != TaskStatus.WAITING) {
                Thread.onSpinWait();
            }
            task.cancel(false);
            task.terminated().join();
        }
        assertThat(log).containsExactly("first", "last");
    }

    @Test
    void aPanicElsewhereKeepsNoDeferredFunctionFromRunning() {
        try (Deft deft = Deft.builder().build()) {
            Task<Object> panicking = deft.start("panic", () -> {
                throw new AssertionError("boom");
            });
            Task<Object> other = deft.start(
                    "other",
                    () -> call(defer -> {
                        defer.call(log::add, "cleaned up");
                        assertThat(panicking.terminated()).succeedsWithin(Duration.ofSeconds(30));
                        return "";
                    }));
            other.join();
            assertThat(panicking.failure()).hasMessage("boom");
        }
        assertThat(log).containsExactly("cleaned up");
    }

    @Test
    void whatFollowsAPanicInTheBodyNeverRuns() {
        call(defer -> {
            defer.recover(failure -> "recovered");
            log.add("before");
            if (log.size() == 1) {
                throw new IOException();
            }
            log.add("after");
            return "";
        });
        assertThat(log).containsExactly("before");
    }

    @Test
    void theOtherDeferredFunctionsRunAfterARecover() {
        call(defer -> {
            defer.call(log::add, "last");
            defer.recover(failure -> log.add("recovered"));
            defer.call(log::add, "first");
            throw new IOException();
        });
        assertThat(log).containsExactly("first", "recovered", "last");
    }

    /** Go makes a {@code PanicNilError} of it. */
    @Test
    void aPanicWithNilIsOneOfItsOwnKind() {
        RuntimeException nil = null;
        call(defer -> {
            defer.recover(failure -> log.add(failure.getClass()));
            throw nil;
        });
        assertThat(log).containsExactly(NullPointerException.class);
    }

    @Test
    void aHandlerIsCalledOnlyIfThereIsAFailure() {
        call(defer -> {
            defer.recover(failure -> log.add(failure));
            return "";
        });
        assertThat(log).isEmpty();
    }

    @Test
    void nobodyRecoversThePanicOfAnotherTask() {
        try (Deft deft = Deft.builder().build()) {
            Object result = call(defer -> {
                defer.recover(failure -> log.add("recovered"));
                Task<Object> other = deft.start("panic", () -> {
                    throw new IOException("elsewhere");
                });
                return other.handle((nothing, failure) -> failure).join();
            });
            assertThat(result).isInstanceOf(IOException.class);
        }
        assertThat(log).isEmpty();
    }
}
