package dev.deft.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.Deft;
import dev.deft.TaskName;
import dev.deft.TaskTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Timeouts on the system's time: never early, never stray. */
@Timeout(120)
class TimeoutStressTest {
    private static final Duration MILLI = Duration.ofMillis(1);

    private final Policies policies = Deft.builder().build().policies();
    private final TimeoutPolicy timeout = policies.timeout(TaskName.named("outer"), MILLI);
    private final TimeoutPolicy inner = policies.timeout(TaskName.named("inner"), MILLI);
    private final AtomicReference<Throwable> unexpected = new AtomicReference<>();
    private final AtomicLong timedOut = new AtomicLong();

    private interface Loop {
        void run() throws Throwable;
    }

    /** Runs it on platform and on virtual threads at once. */
    private void everywhere(int threads, Loop loop) throws InterruptedException {
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Runnable work = () -> {
                try {
                    loop.run();
                } catch (Throwable failure) {
                    unexpected.compareAndSet(null, failure);
                }
            };
            all.add(i % 2 == 0 ? Thread.ofPlatform().start(work) : Thread.startVirtualThread(work));
        }
        for (Thread thread : all) {
            thread.join();
        }
        assertThat(unexpected.get()).isNull();
    }

    @Test
    void fastCallsNeverTimeOut() throws InterruptedException {
        // As long as the sweeper needs to see the same call twice, a fast call under load may stand still; so does the
        // test: it judges a timeout by how long the call really took.
        everywhere(4, () -> {
            for (int i = 0; i < 1_000_000; i++) {
                long before = System.nanoTime();
                try {
                    Call.timed(timeout, () -> null);
                } catch (TaskTimeoutException expected) {
                    assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(MILLI.toNanos());
                }
                if (Thread.currentThread().isInterrupted()) {
                    throw new AssertionError("a stray interrupt in call " + i);
                }
            }
        });
    }

    @Test
    void whoeverWinsNoInterruptIsLeft() throws InterruptedException {
        everywhere(4, () -> {
            for (int i = 0; i < 300; i++) {
                long spin = 1_000_000 + (i * 7919L) % 1_500_000;
                long before = System.nanoTime();
                try {
                    Call.timed(timeout, () -> {
                        while (System.nanoTime() - before < spin) {
                            Thread.onSpinWait();
                        }
                        return null;
                    });
                } catch (TaskTimeoutException expected) {
                    timedOut.incrementAndGet();
                }
                if (Thread.currentThread().isInterrupted()) {
                    throw new AssertionError("a stray interrupt in call " + i);
                }
            }
        });
        assertThat(timedOut.get()).isPositive();
        assertThat(timeout.state()).isEqualTo(new TimeoutPolicy.State(timedOut.get(), 0, Duration.ZERO));
    }

    @Test
    void aBlockedBodyIsWokenAndNotEarly() throws InterruptedException {
        everywhere(4, () -> {
            for (int i = 0; i < 50; i++) {
                long before = System.nanoTime();
                try {
                    Call.timed(timeout, () -> {
                        blockUntilInterrupted();
                        throw new InterruptedException();
                    });
                    throw new AssertionError("not timed out");
                } catch (TaskTimeoutException expected) {
                    assertThat(expected).hasCauseInstanceOf(InterruptedException.class);
                    assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(MILLI.toNanos());
                }
                assertThat(Thread.currentThread().isInterrupted()).isFalse();
            }
        });
        assertThat(timeout.lateFinishers()).isZero();
    }

    @Test
    void nestedOnesEachEndTheirOwn() throws InterruptedException {
        everywhere(4, () -> {
            for (int i = 0; i < 50; i++) {
                try {
                    Call.timed(timeout, () -> {
                        try {
                            Call.timed(inner, () -> {
                                blockUntilInterrupted();
                                throw new InterruptedException(); // whosever it was
                            });
                        } catch (TaskTimeoutException expected) {
                            assertThat(expected).hasMessageContaining("inner");
                        }
                        blockUntilInterrupted(); // forever, if the outer's interrupt went to the inner
                        return null;
                    });
                    throw new AssertionError("not timed out");
                } catch (TaskTimeoutException expected) {
                    assertThat(expected).hasMessageContaining("outer");
                }
                assertThat(Thread.currentThread().isInterrupted()).isFalse();
            }
        });
    }

    @Test
    void anInterruptFromOutsideStays() throws InterruptedException {
        TimeoutPolicy long1 = policies.timeout(TaskName.named("long"), Duration.ofMinutes(1));
        everywhere(4, () -> {
            for (int i = 0; i < 100_000; i++) {
                Call.timed(long1, () -> {
                    Thread.currentThread().interrupt();
                    return null;
                });
                if (!Thread.interrupted()) {
                    throw new AssertionError("an interrupt was lost in call " + i);
                }
            }
        });
    }

    @Test
    void farMoreAtOnceThanThereAreSlots() throws InterruptedException {
        int calls = 10_000;
        TimeoutPolicy second = policies.timeout(TaskName.named("second"), Duration.ofSeconds(30));
        CountDownLatch inside = new CountDownLatch(calls);
        CountDownLatch release = new CountDownLatch(1);
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            TimeoutPolicy policy = i % 100 == 0 ? timeout : second;
            all.add(Thread.startVirtualThread(() -> {
                try {
                    Call.timed(policy, () -> {
                        inside.countDown();
                        release.await();
                        return null;
                    });
                } catch (TaskTimeoutException expected) {
                    timedOut.incrementAndGet();
                } catch (Throwable failure) {
                    unexpected.compareAndSet(null, failure);
                }
            }));
        }
        inside.await();
        for (int i = 0; i < calls; i += 100) {
            all.get(i).join();
        }
        assertThat(timedOut).hasValue(calls / 100);
        release.countDown();
        for (Thread thread : all) {
            thread.join();
        }
        assertThat(unexpected.get()).isNull();
        assertThat(timedOut).hasValue(calls / 100);
    }

    private static void blockUntilInterrupted() {
        while (!Thread.interrupted()) {
            LockSupport.park();
        }
    }
}
