package dev.deft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.policy.DeadlinePolicy;
import dev.deft.time.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tasks with a deadline, without and with a fallback. */
@Timeout(60)
class BoundedTaskTest {
    private static final TaskName NAME = TaskName.of("shop.PaymentService", "charge", "Order");

    private final VirtualTime time = new VirtualTime();
    private final Deft deft = Deft.builder().time(time).build();
    private final DeadlinePolicy deadline = deft.policies().deadline(NAME, Duration.ofSeconds(1));

    @AfterEach
    void nothingIsLeft() {
        deft.close();
    }

    @Test
    void completesAtItsDeadlineWhateverTheBodyDoes() {
        CountDownLatch release = new CountDownLatch(1);
        Task<String> task = deft.start(NAME, deadline, () -> stubborn(release));
        assertThat(task.handle((result, failure) -> failure).join()).isInstanceOf(DeadlineExceededException.class);
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1));
        assertThat(task.status()).isEqualTo(TaskStatus.FAILED);
        assertThat(task.failure()).hasMessageContaining("PaymentService.charge");
        assertThat(task.terminated().isDone()).isFalse();
        release.countDown();
        task.terminated().join();
    }

    @Test
    void interruptsTheBodyAtItsDeadline() {
        AtomicReference<Object> seen = new AtomicReference<>();
        Task<?> task = deft.start(NAME, deadline, () -> {
            try {
                time.sleep(Duration.ofDays(1));
            } catch (InterruptedException interrupted) {
                seen.set(TaskContext.current().cause());
            }
        });
        task.terminated().join();
        assertThat(seen.get()).isInstanceOf(DeadlineExceededException.class);
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aQuickBodyLeavesNoTimer() {
        assertThat(deft.start(NAME, deadline, () -> "quick").join()).isEqualTo("quick");
        assertThat(deft.start(NAME, deadline, () -> "quick", failure -> "never").join())
                .isEqualTo("quick");
        deft.drain(Duration.ofDays(1));
        assertThat(time.elapsed()).isZero();
    }

    @Test
    void theFallbackRunsBesideABodyThatGoesOn() {
        CountDownLatch release = new CountDownLatch(1);
        AtomicReference<Throwable> reason = new AtomicReference<>();
        Task<String> task = deft.start(NAME, deadline, () -> stubborn(release), failure -> {
            reason.set(failure);
            time.sleep(Duration.ofSeconds(5)); // outside of the deadline
            return "fallback";
        });
        assertThat(task.join()).isEqualTo("fallback");
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(6));
        assertThat(reason.get()).isInstanceOf(DeadlineExceededException.class);
        assertThat(task.terminated().isDone()).isFalse();
        release.countDown();
        task.terminated().join();
        assertThat(task.join()).isEqualTo("fallback");
    }

    @Test
    void theFallbackRunsOnTheTasksThreadAfterAFailure() {
        AtomicReference<Thread> body = new AtomicReference<>();
        IOException original = new IOException();
        Task<Boolean> task = deft.start(
                NAME,
                deadline,
                () -> {
                    body.set(Thread.currentThread());
                    throw original;
                },
                failure -> failure.equals(original) && Thread.currentThread().equals(body.get()));
        assertThat(task.join()).isTrue();
    }

    @Test
    void aFallbackThatFailsFailsTheTask() {
        IOException second = new IOException();
        Task<?> task = deft.start(
                NAME,
                deadline,
                () -> {
                    throw new IllegalStateException();
                },
                failure -> {
                    throw second;
                });
        task.terminated().join();
        assertThat(task.failure()).isSameAs(second);
    }

    @Test
    void anActionHasItsFallbackToo() {
        AtomicInteger told = new AtomicInteger();
        Task<Void> task = deft.start(
                NAME,
                deadline,
                () -> {
                    time.sleep(Duration.ofDays(1));
                },
                failure -> {
                    told.incrementAndGet();
                });
        assertThat(task.join()).isNull();
        assertThat(told).hasValue(1);
    }

    @Test
    void aCancelledTaskHasNoFallback() {
        AtomicInteger told = new AtomicInteger();
        Task<Integer> task = deft.start(
                NAME,
                deadline,
                () -> {
                    time.sleep(Duration.ofDays(1));
                    return 0;
                },
                failure -> told.incrementAndGet());
        time.schedule(1000, () -> task.cancel(true));
        task.terminated().join();
        assertThat(task.failure()).isInstanceOf(CancellationException.class);
        assertThat(told).hasValue(0);
    }

    @Test
    void cancelInterruptsTheFallback() {
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger interrupted = new AtomicInteger();
        Task<Integer> task = deft.start(NAME, deadline, () -> stubborn(release).length(), failure -> {
            try {
                time.sleep(Duration.ofDays(1));
            } catch (InterruptedException stop) {
                interrupted.incrementAndGet();
            }
            return 0;
        });
        time.schedule(Duration.ofSeconds(3).toNanos(), () -> {
            task.cancel(true);
            release.countDown();
        });
        task.terminated().join();
        assertThat(task.isCancelled()).isTrue();
        assertThat(interrupted).hasValue(1);
    }

    @Test
    void theFallbackRunsOnceWhoeverIsFirst() {
        for (int round = 0; round < 3000; round++) {
            AtomicInteger runs = new AtomicInteger();
            Task<Object> task = deft.start(
                    NAME,
                    deadline,
                    () -> {
                        time.sleep(Duration.ofSeconds(1)); // ends at the very moment of the deadline
                        return "body";
                    },
                    failure -> runs.incrementAndGet());
            Object result = task.join();
            task.terminated().join();
            assertThat(result).isEqualTo(runs.get() == 0 ? "body" : 1);
        }
    }

    @Test
    void theDeadlineOfTheCallerHoldsBelow() {
        AtomicReference<Throwable> cause = new AtomicReference<>();
        TaskContext.Cancellable soon =
                deft.start("time source", TaskContext::current).join().withTimeout(Duration.ofMillis(10));
        Task<?> task = soon.call(() -> deft.start(NAME, deadline, () -> {
            try {
                time.sleep(Duration.ofDays(1));
            } finally {
                cause.set(TaskContext.current().cause());
            }
        }));
        task.terminated().join();
        assertThat(time.elapsed()).isEqualTo(Duration.ofMillis(10));
        assertThat(cause.get()).isInstanceOf(DeadlineExceededException.class);
        assertThat(task.failure()).isInstanceOf(DeadlineExceededException.class);
    }

    private static String stubborn(CountDownLatch release) {
        for (; ; ) {
            try {
                release.await();
                return "late";
            } catch (InterruptedException ignored) {
                // that is what makes it stubborn
            }
        }
    }
}
