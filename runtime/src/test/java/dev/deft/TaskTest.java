package dev.deft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deft.internal.Wait;
import dev.deft.policy.DeadlinePolicy;
import dev.deft.time.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TaskTest {
    private static final TaskName NAME = TaskName.of("shop.PaymentService", "charge", "Order");

    private final VirtualTime time = new VirtualTime();
    private final Deft deft = Deft.builder().time(time).build();

    @AfterEach
    void nothingIsLeft() {
        assertThat(deft.drain(Duration.ofHours(1))).isTrue();
        assertThat(Thread.interrupted()).isFalse();
    }

    private void pause(Duration duration) {
        TaskWait.Outcome outcome = Wait.sleep(time, duration.toNanos());
        if (outcome != TaskWait.Outcome.TIME_UP) {
            throw Wait.failure(outcome, NAME, null);
        }
    }

    @Test
    void aResultArrives() throws Exception {
        Task<String> task = deft.start(NAME, () -> "done");
        assertThat(task.join()).isEqualTo("done");
        assertThat(task.get()).isEqualTo("done");
        assertThat(task.get(1, TimeUnit.NANOSECONDS)).isEqualTo("done");
        assertThat(task.resultNow()).isEqualTo("done");
        assertThat(task.status()).isEqualTo(TaskStatus.SUCCEEDED);
        assertThat(task.failure()).isNull();
        assertThat(task.attempts()).isEqualTo(1);
        assertThat(task.name()).isEqualTo(NAME);
        assertThat(task.id()).matches("[0-9a-f]{16}").isEqualTo(task.context().id());
        assertThat(task).hasToString("PaymentService.charge SUCCEEDED");
    }

    @Test
    void theThreadBearsTheName() {
        Task<Thread> task = deft.start(NAME, Thread::currentThread);
        assertThat(task.join().getName()).isEqualTo("PaymentService.charge");
        assertThat(task.join().isVirtual()).isTrue();
    }

    @Test
    void aFailureArrivesAsItself() {
        IOException failure = new IOException();
        Task<String> task = deft.start(NAME, () -> {
            throw failure;
        });
        assertThatThrownBy(task::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isSameAs(failure);
        assertThatThrownBy(task::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isSameAs(failure);
        assertThat(task.failure()).isSameAs(failure);
        assertThat(task.exceptionNow()).isSameAs(failure);
        assertThat(task.status()).isEqualTo(TaskStatus.FAILED);
    }

    @Test
    void anErrorFailsTheTaskAndNothingElse() {
        Error error = new StackOverflowError();
        Task<String> task = deft.start(NAME, () -> {
            throw error;
        });
        assertThatThrownBy(task::join).hasCause(error);
        assertThat(task.status()).isEqualTo(TaskStatus.FAILED);
    }

    @Test
    void aWrapperThatTheBodyThrowsIsTheFailure() {
        CompletionException failure = new CompletionException(new IOException());
        Task<String> task = deft.start(NAME, () -> {
            throw failure;
        });
        assertThatThrownBy(task::join).isSameAs(failure);
        assertThat(task.failure()).isSameAs(failure);
        assertThat(task.exceptionNow()).isSameAs(failure);
    }

    @Test
    void statusFollowsTheTask() {
        AtomicReference<Task<Object>> self = new AtomicReference<>();
        CountDownLatch known = new CountDownLatch(1);
        List<TaskStatus> seen = Collections.synchronizedList(new ArrayList<>());
        Task<Object> task = deft.start(NAME, () -> {
            known.await();
            seen.add(self.get().status());
            time.schedule(1000, () -> seen.add(self.get().status()));
            pause(Duration.ofNanos(2000));
            seen.add(self.get().status());
            return null;
        });
        self.set(task);
        known.countDown();
        task.join();
        assertThat(seen).containsExactly(TaskStatus.RUNNING, TaskStatus.WAITING, TaskStatus.RUNNING);
    }

    @Test
    void cancelEndsAWaitAtOnce() {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Task<Object> task = deft.start(NAME, () -> {
            try {
                pause(Duration.ofDays(1));
            } catch (Throwable failure) {
                thrown.set(failure);
                throw failure;
            }
            return null;
        });
        time.schedule(1000, () -> assertThat(task.cancel(false)).isTrue());
        assertThatThrownBy(task::join).isInstanceOf(CancellationException.class);
        task.terminated().join();
        assertThat(time.elapsed()).isEqualTo(Duration.ofNanos(1000));
        assertThat(task.status()).isEqualTo(TaskStatus.CANCELLED);
        assertThat(task.failure()).isInstanceOf(CancellationException.class).hasMessageContaining("charge");
        assertThat(thrown.get()).isInstanceOf(CancellationException.class);
        assertThat(task.isCancelled()).isTrue();
        assertThat(task.cancel(true)).isTrue();
    }

    @Test
    void cancelInterruptsABodyOrNot() {
        for (boolean interrupt : new boolean[] {true, false}) {
            CountDownLatch inside = new CountDownLatch(1);
            CountDownLatch release = new CountDownLatch(1);
            AtomicInteger interrupted = new AtomicInteger();
            Task<String> task = deft.start(NAME, () -> {
                inside.countDown();
                try {
                    release.await();
                } catch (InterruptedException expected) {
                    interrupted.incrementAndGet();
                }
                return "late";
            });
            await(inside);
            assertThat(task.cancel(interrupt)).isTrue();
            assertThat(task.isDone()).isTrue();
            if (!interrupt) {
                assertThat(task.terminated().isDone()).isFalse();
                release.countDown();
            }
            task.terminated().join();
            assertThat(interrupted).hasValue(interrupt ? 1 : 0);
            assertThat(task.status()).isEqualTo(TaskStatus.CANCELLED);
        }
    }

    @Test
    void cancelReachesChildrenOfChildren() {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        AtomicReference<Task<?>> grandchild = new AtomicReference<>();
        AtomicReference<Task<?>> detached = new AtomicReference<>();
        CountDownLatch free = new CountDownLatch(1);
        Task<?> task = deft.start(
                "parent",
                () -> deft.start("child", () -> {
                            grandchild.set(deft.start("grandchild", () -> {
                                inside.countDown();
                                never.await();
                            }));
                            detached.set(deft.startDetached(NAME, () -> {
                                free.await();
                            }));
                            grandchild.get().join();
                        })
                        .join());
        await(inside);
        while (detached.get() == null) {
            Thread.onSpinWait();
        }
        task.cancel(true);
        task.terminated().join();
        grandchild.get().terminated().join();
        assertThat(grandchild.get().isCancelled()).isTrue();
        assertThat(detached.get().isDone()).isFalse();
        free.countDown();
        assertThat(detached.get().join()).isNull();
    }

    @Test
    void aTaskOfACancelledContextDoesNotRun() {
        AtomicInteger runs = new AtomicInteger();
        TaskContext.Cancellable context = TaskContext.current().withCancel();
        Throwable cause = new IllegalStateException();
        context.cancel(cause);
        Task<?> task = context.call(() -> deft.start(NAME, runs::incrementAndGet));
        assertThat(task.isCancelled()).isTrue();
        assertThat(task.failure()).hasCause(cause);
        assertThat(task.terminated()).isDone();
        assertThat(task.attempts()).isZero();
        assertThat(runs).hasValue(0);
    }

    @Test
    void childrenInheritTraceAndValues() {
        TaskContext.Key<String> key = TaskContext.Key.of("tenant");
        TaskContext context = TaskContext.current().with(key, "acme");
        Task<Boolean> task = context.call(() -> deft.start("outer", () -> {
            TaskContext outer = TaskContext.current();
            return deft.start("inner", () -> {
                        TaskContext inner = TaskContext.current();
                        return inner.traceId().equals(outer.traceId())
                                && !inner.id().equals(outer.id())
                                && "acme".equals(inner.get(key));
                    })
                    .join();
        }));
        assertThat(task.join()).isTrue();
        assertThat(TaskContext.current().get(key)).isNull();
    }

    @Test
    void theContextIsTheTasksOwnAndCanBeBound() {
        Task<?> task = deft.start(NAME, () -> {
            TaskContext own = TaskContext.current();
            own.withCancel().run(() -> assertThat(TaskContext.current()).isNotSameAs(own));
            assertThat(TaskContext.current()).isSameAs(own);
            return own;
        });
        assertThat(task.join()).isSameAs(task.context());
    }

    @Test
    void completingFromOutsideSettlesAndStops() {
        for (int way = 0; way < 2; way++) {
            AtomicReference<Throwable> seen = new AtomicReference<>();
            CountDownLatch inside = new CountDownLatch(1);
            Task<String> task = deft.start(NAME, () -> {
                inside.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException stopped) {
                    seen.set(stopped);
                }
                return "body";
            });
            await(inside);
            if (way == 0) {
                assertThat(task.complete("outside")).isTrue();
                assertThat(task.complete("again")).isFalse();
                assertThat(task.join()).isEqualTo("outside");
            } else {
                assertThat(task.completeExceptionally(new IOException())).isTrue();
                assertThat(task.failure()).isInstanceOf(IOException.class);
            }
            task.terminated().join();
            assertThat(seen.get()).isInstanceOf(InterruptedException.class);
            assertThat(task.cancel(true)).isFalse();
        }
    }

    @Test
    void aCancelRacesWithTheEnd() {
        int cancelled = 0;
        for (int round = 0; round < 20_000; round++) {
            Task<Boolean> task = deft.start(NAME, () -> !Thread.currentThread().isInterrupted());
            if (task.cancel(true)) {
                cancelled++;
                assertThat(task.isCancelled()).isTrue();
            } else {
                assertThat(task.join()).isTrue();
            }
            task.terminated().join();
        }
        assertThat(cancelled).isBetween(0, 20_000);
    }

    @Test
    void terminatedIsAlwaysTheSame() {
        Task<?> task = deft.start(NAME, () -> 1);
        CompletableFuture<?> early = task.terminated();
        early.join();
        assertThat(task.terminated()).isSameAs(early);
        Task<?> other = deft.start(NAME, () -> 1);
        other.join();
        assertThat(deft.drain(Duration.ofSeconds(1))).isTrue();
        assertThat(other.terminated()).isDone().isSameAs(other.terminated());
    }

    @Test
    void callbacksSeeTheOutcome() {
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        Task<String> good = deft.<String>start(NAME, () -> {
                    pause(Duration.ofSeconds(1));
                    return "good";
                })
                .onSuccess(result -> told.add(result + Thread.currentThread().getName()))
                .onFailure(failure -> told.add("never"));
        good.terminated().join();
        Task<String> bad = deft.<String>start(NAME, () -> {
                    throw new IOException("bad");
                })
                .onSuccess(result -> told.add("never"))
                .onFailure(failure -> told.add(failure.getMessage()));
        bad.terminated().join();
        assertThat(told).containsExactly("goodPaymentService.charge", "bad");
    }

    @Test
    void aCallbackThatFailsChangesNothingAndRunsInALiveContext() {
        AtomicReference<Boolean> ended = new AtomicReference<>();
        CountDownLatch inside = new CountDownLatch(1);
        Task<String> task = deft.<String>start(NAME, () -> {
                    inside.countDown();
                    new CountDownLatch(1).await();
                    return "";
                })
                .onFailure(failure -> {
                    ended.set(TaskContext.current().isCancelled());
                    throw new IllegalStateException("a test's");
                });
        await(inside);
        task.cancel(true);
        task.terminated().join();
        assertThat(task.isCancelled()).isTrue();
        assertThat(ended).hasValue(false);
    }

    @Test
    void aCallbackAfterTheEndRunsToo() {
        Task<String> task = deft.start(NAME, () -> "r");
        task.join();
        task.terminated().join();
        CompletableFuture<String> told = new CompletableFuture<>();
        assertThat(task.onSuccess(told::complete)).isSameAs(task);
        assertThat(told.join()).isEqualTo("r");
    }

    @Test
    void getGivesUpAfterVirtualTime() {
        Task<?> task = deft.start(NAME, () -> {
            pause(Duration.ofDays(2));
        });
        assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> task.get(1, TimeUnit.DAYS));
        assertThat(time.elapsed()).isEqualTo(Duration.ofDays(1));
        task.thenApply(nothing -> "derived").join();
        assertThat(time.elapsed()).isEqualTo(Duration.ofDays(2));
    }

    @Test
    void getCanBeInterruptedAndJoinCannot() {
        Task<?> task = deft.start(NAME, () -> {
            pause(Duration.ofDays(2));
        });
        Thread waiter = Thread.currentThread();
        time.schedule(1000, () -> time.interrupt(waiter));
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(task::get);
        time.schedule(1000, () -> time.interrupt(waiter));
        task.join();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void awaitGivesTheFailureItself() {
        IOException failure = new IOException();
        assertThatThrownBy(() -> Task.await(CompletableFuture.failedFuture(failure)))
                .isSameAs(failure);
        assertThatThrownBy(() -> Task.await(CompletableFuture.supplyAsync(() -> {
                    throw new IllegalStateException("late");
                })))
                .isInstanceOf(IllegalStateException.class);
        assertThat(Task.await(deft.start(NAME, () -> 3))).isEqualTo(3);
        FutureTask<Integer> plain = new FutureTask<>(() -> 4);
        plain.run();
        assertThat(Task.awaitFuture(plain)).isEqualTo(4);
        FutureTask<Integer> failed = new FutureTask<>(() -> {
            throw failure;
        });
        failed.run();
        assertThatThrownBy(() -> Task.awaitFuture(failed)).isSameAs(failure);
        assertThat(Task.awaitFuture(CompletableFuture.completedFuture(5))).isEqualTo(5);
    }

    @Test
    void cancelOfTheAwaitingTaskCancelsWhatItAwaits() {
        CompletableFuture<String> stage = new CompletableFuture<>();
        FutureTask<String> future = new FutureTask<>(() -> "");
        List<Task<?>> tasks =
                List.of(deft.start(NAME, () -> Task.await(stage)), deft.start(NAME, () -> Task.awaitFuture(future)));
        time.advance(Duration.ofSeconds(1)); // until both wait
        tasks.forEach(task -> task.cancel(false));
        tasks.forEach(task -> task.terminated().join());
        assertThat(stage).isCancelled();
        assertThat(future).isCancelled();
    }

    @Test
    void anInterruptWhileAwaitingIsKept() {
        CompletableFuture<String> stage = new CompletableFuture<>();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Task.await(stage)).isInstanceOf(TaskInterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(stage).isCancelled();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** As somebody does who finds the task among those that run, before its starter has noted its place there. */
    @Test
    void whoAsksForTheEndBeforeTheStartDoesNotKeepTheTask() {
        RunningTask<Integer> task = new RunningTask<>(deft.attached(), TaskName.named("early"), () -> 1);
        CompletableFuture<Void> end = task.terminated();
        assertThat(task.start(deft.attached())).isSameAs(task);
        end.join();

        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!entered().isEmpty() && System.nanoTime() - patience < 0) {
            Thread.onSpinWait(); // it leaves just after its end was told
        }
        assertThat(entered()).isEmpty();
    }

    private List<Object> entered() {
        List<Object> entered = new ArrayList<>();
        deft.registry().forEach(entered::add);
        return entered;
    }

    @Test
    void whatIsStartedInTheContextOfATaskThatHasEndedLiesUnderTheOneAbove() throws InterruptedException {
        AtomicReference<TaskContext> kept = new AtomicReference<>();
        TaskContext.Cancellable above = TaskContext.current().withCancel();
        Task<?> ended = above.call(() -> deft.start("ended", () -> kept.set(TaskContext.current())));
        ended.terminated().join();
        Task<String> late = kept.get()
                .call(() -> deft.start("late", () -> {
                    time.sleep(Duration.ofHours(1));
                    return "slept";
                }));

        above.cancel();

        assertThatThrownBy(late::join).isInstanceOf(CancellationException.class);
        late.terminated().join();
    }

    @Test
    void whatIsStartedInTheContextOfATaskThatHasEndedHasItsDeadline() throws InterruptedException {
        AtomicReference<TaskContext> kept = new AtomicReference<>();
        TaskName name = TaskName.named("ended");
        DeadlinePolicy deadline = deft.policies().deadline(name, Duration.ofSeconds(2));
        Task<?> ended = deft.start(name, deadline, () -> kept.set(TaskContext.current()));
        ended.terminated().join();
        Task<Object> late = kept.get()
                .call(() -> deft.start("late", () -> {
                    time.sleep(Duration.ofHours(1));
                    return "slept";
                }));

        assertThatThrownBy(late::join).hasCauseInstanceOf(DeadlineExceededException.class);
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(2));
        late.terminated().join();
    }
}
