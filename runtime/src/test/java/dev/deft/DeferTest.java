package dev.deft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

/** The rules of {@link Defer}; the names in parentheses are those of Go's rules that they follow. */
class DeferTest {
    private final List<Object> log = new ArrayList<>();

    /** What a wrapper does around a body. */
    private static <T> T call(Body<T> body) {
        Defer defer = new Defer();
        T result;
        try {
            result = body.call(defer);
        } catch (Throwable failure) {
            return defer.failed(failure);
        }
        return defer.succeeded(result);
    }

    private interface Body<T> {
        T call(Defer defer) throws Throwable;
    }

    @Test
    void lastRegisteredRunsFirst() { // D1
        call(defer -> {
            for (int i = 0; i < 10; i++) {
                int digit = i;
                defer.run(() -> log.add(digit));
            }
            return null;
        });
        assertThat(log).containsExactly(9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
    }

    @Test
    void growsBeyondItsFirstRoom() {
        call(defer -> {
            for (int i = 0; i < 1000; i++) {
                defer.call(log::add, i);
            }
            return null;
        });
        assertThat(log).hasSize(1000).startsWith(999, 998).endsWith(1, 0);
    }

    @Test
    void runsWhenTheBodyFails() { // D2
        IOException failure = new IOException();
        Throwable thrown = catchThrowable(() -> call(defer -> {
            defer.run(() -> log.add("run"));
            throw failure;
        }));
        assertThat(thrown).isSameAs(failure);
        assertThat(log).containsExactly("run");
    }

    @Test
    void whatWasNotReachedDoesNotRun() { // D13, D14
        call(defer -> {
            defer.run(() -> log.add("reached"));
            if (log.isEmpty()) {
                return null;
            }
            defer.run(() -> log.add("not reached"));
            return null;
        });
        assertThat(log).containsExactly("reached");
    }

    @Test
    void aValueIsFixedWhenItIsRegistered() { // D3
        call(defer -> {
            int x = 1;
            defer.call(log::add, x);
            x = 2;
            return x;
        });
        assertThat(log).containsExactly(1);
    }

    @Test
    void anActionSeesWhatIsThereWhenItRuns() { // D4
        int[] x = {1};
        call(defer -> {
            defer.run(() -> log.add(x[0]));
            x[0] = 2;
            return null;
        });
        assertThat(log).containsExactly(2);
    }

    @Test
    void nullIsRefusedWhenItIsRegistered() { // D8, deliberately sooner than Go
        Defer defer = new Defer();
        assertThatThrownBy(() -> defer.run(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> defer.unlock(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> defer.call(null, 1)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> defer.onReturn(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> defer.recover(null)).isInstanceOf(NullPointerException.class);
        assertThat(defer.succeeded("fine")).isEqualTo("fine");
    }

    @Test
    void changesTheResultOnItsWayOut() { // D10, D12
        int result = call(defer -> {
            defer.onReturn((Integer r) -> r * 7);
            return 6;
        });
        assertThat(result).isEqualTo(42);
    }

    @Test
    void changesAreAppliedInnermostFirst() {
        String result = call(defer -> {
            defer.onReturn((String r) -> r + "c");
            defer.onReturn((String r) -> r + "b");
            return "a";
        });
        assertThat(result).isEqualTo("abc");
    }

    @Test
    void thereIsNothingToChangeAfterAFailure() {
        IOException failure = new IOException();
        Throwable thrown = catchThrowable(() -> call(defer -> {
            defer.onReturn((Integer r) -> log.add(r) ? r : 0);
            throw failure;
        }));
        assertThat(thrown).isSameAs(failure).hasNoSuppressedExceptions();
        assertThat(log).isEmpty();
    }

    @Test
    void aChangeThatFailsFailsTheCall() {
        IllegalStateException failure = new IllegalStateException();
        Throwable thrown = catchThrowable(() -> call(defer -> {
            defer.onFailure(seen -> log.add(seen));
            defer.onReturn((Integer r) -> {
                throw failure;
            });
            return 6;
        }));
        assertThat(thrown).isSameAs(failure);
        assertThat(log).containsExactly(failure);
    }

    @Test
    void aChangeOfTheWrongTypeFailsTheCall() {
        assertThatThrownBy(() -> call(defer -> {
                    defer.onReturn((String r) -> r + "!");
                    return 6;
                }))
                .isInstanceOf(ClassCastException.class);
    }

    @Test
    void anOrdinaryCleanupLeavesTheResultAlone() { // D9, D11
        int[] r = {6};
        int result = call(defer -> {
            defer.run(() -> r[0] *= 7);
            return r[0];
        });
        assertThat(result).isEqualTo(6);
    }

    @Test
    void everyCleanupRunsWhateverTheOthersThrow() { // D15, D28
        IOException body = new IOException("body");
        Exception second = new Exception("second");
        Error third = new Error("third");
        Throwable thrown = catchThrowable(() -> call(defer -> {
            defer.run(() -> log.add("first registered"));
            defer.run(() -> {
                throw third;
            });
            defer.run(() -> {
                throw second;
            });
            throw body;
        }));
        assertThat(thrown).isSameAs(body).hasSuppressedException(second).hasSuppressedException(third);
        assertThat(thrown.getSuppressed()).containsExactly(second, third);
        assertThat(log).containsExactly("first registered");
    }

    @Test
    void theFirstCleanupThatFailsAfterASuccessIsTheFailure() {
        Exception first = new Exception("first");
        Exception second = new Exception("second");
        Throwable thrown = catchThrowable(() -> call(defer -> {
            defer.run(() -> {
                throw second;
            });
            defer.run(() -> {
                throw first;
            });
            return "result";
        }));
        assertThat(thrown).isSameAs(first);
        assertThat(thrown.getSuppressed()).containsExactly(second);
    }

    @Test
    void theSameFailureTwiceIsNotSuppressedOntoItself() {
        RuntimeException same = new RuntimeException();
        Throwable thrown = catchThrowable(() -> call(defer -> {
            defer.run(() -> {
                throw same;
            });
            throw same;
        }));
        assertThat(thrown).isSameAs(same).hasNoSuppressedExceptions();
    }

    @Test
    void aFailureThatSuppressesNothingIsThrownAllTheSame() {
        class Sealed extends Exception {
            private static final long serialVersionUID = 1L;

            Sealed() {
                super(null, null, false, false);
            }
        }
        Throwable thrown = catchThrowable(() -> call(defer -> {
            defer.run(() -> {
                throw new IOException();
            });
            throw new Sealed();
        }));
        assertThat(thrown).isInstanceOf(Sealed.class).hasNoSuppressedExceptions();
    }

    @Test
    void closesAResourceAndReturnsIt() {
        AutoCloseable resource = () -> log.add("closed");
        call(defer -> {
            assertThat(defer.close(resource)).isSameAs(resource);
            assertThat(log).isEmpty();
            return null;
        });
        assertThat(log).containsExactly("closed");
    }

    @Test
    void noResourceIsNothingToClose() {
        AutoCloseable none = call(defer -> defer.<AutoCloseable>close(null));
        assertThat(none).isNull();
    }

    @Test
    void locksNowAndUnlocksAtTheEnd() { // D27
        ReentrantLock lock = new ReentrantLock();
        call(defer -> {
            defer.run(() -> log.add(lock.isLocked()));
            defer.unlock(lock);
            defer.run(() -> log.add(lock.isHeldByCurrentThread()));
            return null;
        });
        assertThat(log).containsExactly(true, false);
        assertThat(lock.isLocked()).isFalse();
    }

    @Test
    void anOutcomeIsJudgedWhenTheTurnComes() { // D26
        String result = call(defer -> {
            defer.onFailure(failure -> log.add("last: failure"));
            defer.onSuccess(() -> log.add("last: success"));
            defer.onSuccess((String r) -> log.add("result " + r));
            defer.recover(failure -> "recovered");
            defer.onFailure(failure -> log.add("first: " + failure.getMessage()));
            defer.onSuccess(() -> log.add("first: success"));
            throw new IOException("broken");
        });
        assertThat(result).isEqualTo("recovered");
        assertThat(log).containsExactly("first: broken", "result recovered", "last: success");
    }

    @Test
    void aCleanupThatFailsTurnsSuccessIntoFailure() {
        Exception failure = new Exception();
        Throwable thrown = catchThrowable(() -> call(defer -> {
            defer.onFailure(seen -> log.add(seen));
            defer.onFailure(() -> log.add("failure"));
            defer.onSuccess(() -> log.add("success"));
            defer.run(() -> {
                throw failure;
            });
            return null;
        }));
        assertThat(thrown).isSameAs(failure);
        assertThat(log).containsExactly("failure", failure);
    }

    @Test
    void aFailureIsShownWithoutItsWrapping() {
        IOException inner = new IOException();
        CompletionException outer = new CompletionException(inner);
        Throwable thrown = catchThrowable(() -> call(defer -> {
            defer.onFailure(seen -> log.add(seen));
            throw outer;
        }));
        assertThat(thrown).isSameAs(outer);
        assertThat(log).containsExactly(inner);
    }

    @Test
    void othersRunAfterARecovery() { // R6, R7, D17
        Object result = call(defer -> {
            defer.run(() -> log.add("outer"));
            defer.recover(failure -> "not asked");
            defer.recover(failure -> "asked");
            throw new IllegalStateException();
        });
        assertThat(result).isEqualTo("asked");
        assertThat(log).containsExactly("outer");
    }

    @Test
    void recoversToAPrimitive() { // R4
        int result = call(defer -> {
            defer.recover(failure -> 5);
            throw new ArithmeticException();
        });
        assertThat(result).isEqualTo(5);
    }

    @Test
    void recoversFromACleanupThatFailed() { // D16
        IOException body = new IOException("body");
        Object result = call(defer -> {
            defer.recover(failure -> failure.getMessage());
            defer.run(() -> {
                throw new Exception("cleanup");
            });
            return "fine";
        });
        assertThat(result).isEqualTo("cleanup");
        assertThat(body).hasNoSuppressedExceptions();
    }

    @Test
    void aRecoveryThatFailsReplacesTheFailure() {
        IOException body = new IOException("body");
        RuntimeException second = new RuntimeException("second");
        Throwable thrown = catchThrowable(() -> call(defer -> {
            defer.recover(failure -> {
                throw second;
            });
            throw body;
        }));
        assertThat(thrown).isSameAs(second);
        assertThat(thrown.getSuppressed()).containsExactly(body);
    }

    @Test
    void aRecoveryThatThrowsTheFailureOnChangesNothing() { // R11
        IOException inner = new IOException("body");
        CompletionException outer = new CompletionException(inner);
        Throwable thrown = catchThrowable(() -> call(defer -> {
            defer.recover(failure -> {
                throw failure;
            });
            throw outer;
        }));
        assertThat(thrown).isSameAs(outer).hasNoSuppressedExceptions();
    }

    @Test
    void aRecoveryLeavesErrorsAndCancellationsAlone() { // R10, D22
        for (Throwable failure : new Throwable[] {
            new OutOfMemoryError(),
            new CancellationException(),
            new InterruptedException(),
            new TaskInterruptedException("x")
        }) {
            Throwable thrown = catchThrowable(() -> call(defer -> {
                defer.recover(seen -> "recovered");
                defer.recover(Exception.class, seen -> "recovered");
                throw failure;
            }));
            assertThat(thrown).isSameAs(failure);
        }
    }

    @Test
    void aRecoveryByTypeTakesWhatItNames() {
        assertThat(recoverOnly(IOException.class, new IOException())).isEqualTo("recovered");
        assertThat(recoverOnly(Throwable.class, new StackOverflowError())).isEqualTo("recovered");
        assertThat(recoverOnly(CancellationException.class, new CancellationException()))
                .isEqualTo("recovered");
        assertThatThrownBy(() -> recoverOnly(IOException.class, new RuntimeException()))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> recoverOnly(Throwable.class, new CancellationException()))
                .isInstanceOf(CancellationException.class);
    }

    private static <X extends Throwable> Object recoverOnly(Class<X> type, Throwable failure) {
        return call(defer -> {
            defer.recover(type, (X seen) -> "recovered");
            throw failure;
        });
    }

    @Test
    void aFailureInsideACleanupIsItsOwn() { // D18
        IOException outer = new IOException("outer");
        Throwable thrown = catchThrowable(() -> call(defer -> {
            defer.run(() -> call(inner -> {
                inner.recover(failure -> log.add(failure.getMessage()));
                throw new Exception("inner");
            }));
            throw outer;
        }));
        assertThat(thrown).isSameAs(outer).hasNoSuppressedExceptions();
        assertThat(log).containsExactly("inner");
    }

    @Test
    void whatACleanupRegistersRunsNext() { // D19, D20
        call(defer -> {
            defer.run(() -> log.add(1));
            defer.run(() -> {
                defer.run(() -> log.add(3));
                defer.run(() -> log.add(4));
                log.add(5);
            });
            return null;
        });
        assertThat(log).containsExactly(5, 4, 3, 1);
    }

    @Test
    void nothingIsRegisteredAfterTheEnd() {
        AtomicReference<Defer> leaked = new AtomicReference<>();
        call(defer -> {
            leaked.set(defer);
            return null;
        });
        Defer over = leaked.get();
        ReentrantLock lock = new ReentrantLock();
        assertThatThrownBy(() -> over.run(() -> {})).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> over.unlock(lock)).isInstanceOf(IllegalStateException.class);
        assertThat(lock.isLocked()).isFalse();
        assertThatThrownBy(over::scope).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> over.close(() -> {
                    log.add("closed");
                    throw new IOException();
                }))
                .isInstanceOf(IllegalStateException.class)
                .satisfies(refused -> assertThat(refused.getSuppressed()).hasSize(1));
        assertThat(log).containsExactly("closed");
    }

    @Test
    void aCleanupThatRanIsLetGo() { // D25
        call(defer -> {
            List<WeakReference<Object>> held = new ArrayList<>();
            defer.run(() -> {
                for (int i = 0; i < 50 && held.get(0).get() != null; i++) {
                    System.gc();
                }
                log.add(held.get(0).get());
            });
            held.add(register(defer));
            return null;
        });
        assertThat(log).hasSize(1).containsOnlyNulls();
    }

    /** The overloads without parameters, where there are some: as with {@code java.sql.Connection}. */
    @Test
    void takesReferencesToOverloadedMethods() {
        Overloaded connection = new Overloaded(log);
        call(defer -> {
            defer.onFailure(connection::rollback);
            defer.onSuccess(connection::commit);
            defer.run(connection::close);
            return "done";
        });
        assertThat(catchThrowable(() -> call(defer -> {
                    defer.onFailure(connection::rollback);
                    defer.onFailure(connection::tell);
                    throw new IllegalStateException("broken");
                })))
                .hasMessage("broken");
        assertThat(log).containsExactly("close", "commit", "told of broken", "rollback");
    }

    record Overloaded(List<Object> log) {
        void rollback() {
            log.add("rollback");
        }

        void rollback(Throwable failure) {
            log.add("rollback because of " + failure);
        }

        void commit() {
            log.add("commit");
        }

        void commit(String result) {
            log.add("commit " + result);
        }

        void close() {
            log.add("close");
        }

        void close(Throwable failure) {
            log.add("close because of " + failure);
        }

        void tell(Throwable failure) {
            log.add("told of " + failure.getMessage());
        }
    }

    private static WeakReference<Object> register(Defer defer) {
        Object value = new Object();
        defer.call(seen -> {}, value);
        return new WeakReference<>(value);
    }
}
