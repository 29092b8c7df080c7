package dev.deft.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.Deft;
import dev.deft.DeftException;
import dev.deft.Task;
import dev.deft.TaskContext;
import dev.deft.TaskName;
import dev.deft.TaskTimeoutException;
import dev.deft.time.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tasks that succeed, fail, die of errors, are cancelled, interrupted and run out of time, all at once and in virtual
 * time; then the books.
 */
@Timeout(120)
class PolicyStressTest {
    private static final TaskName NAME = TaskName.of("shop.Payments", "charge", "Order");
    private static final int TASKS = 120;

    private final VirtualTime time = new VirtualTime();
    private final Deft deft = Deft.builder().time(time).retryBudget(0.5).build();
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicReference<Throwable> wrong = new AtomicReference<>();

    @AfterEach
    void nothingIsLeft() {
        assertThat(deft.drain(Duration.ofDays(1)))
                .as("no task, no attempt is left")
                .isTrue();
        assertThat(inside).as("nobody is inside").hasValue(0);
        assertThat(wrong.get()).isNull();
        assertThat(ended).hasValue(TASKS);
        deft.close();
    }

    /** What a call does. */
    private interface Call {
        void run(SplittableRandom random) throws Throwable;
    }

    private void run(long seed, Call call) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Task<Void>> tasks = new ArrayList<>();
        for (int i = 0; i < TASKS; i++) {
            SplittableRandom own = random.split();
            Duration timeout = Duration.ofMillis(1 + own.nextInt(own.nextInt(3) == 0 ? 50 : 5_000));
            Task<Void> task = deft.start("caller " + i, () -> {
                try (TaskContext.Cancellable context = TaskContext.current().withTimeout(timeout)) {
                    context.run(() -> attempt(own, call));
                }
                return null;
            });
            tasks.add(task);
            if (own.nextInt(4) == 0) {
                long at = Duration.ofMillis(own.nextInt(300)).toNanos();
                boolean interrupt = own.nextBoolean();
                time.schedule(at, () -> task.cancel(interrupt));
            }
        }
        for (Task<Void> task : tasks) {
            task.terminated().join();
        }
    }

    private void attempt(SplittableRandom random, Call call) {
        if (random.nextInt(5) == 0) {
            Thread self = Thread.currentThread();
            time.schedule(Duration.ofMillis(random.nextInt(100)).toNanos(), () -> time.interrupt(self));
        }
        try {
            call.run(random);
        } catch (IOException
                | InterruptedException
                | CancellationException
                | DeftException
                | StackOverflowError expected) {
            // what bodies throw, and what waits do
        } catch (Throwable failure) {
            wrong.compareAndSet(null, failure);
        } finally {
            ended.incrementAndGet();
        }
    }

    private String body(SplittableRandom random) throws Exception {
        inside.incrementAndGet();
        try {
            time.sleep(Duration.ofMillis(random.nextInt(40)));
            switch (random.nextInt(6)) {
                case 0 -> throw new IOException();
                case 1 -> throw new StackOverflowError();
                case 2 -> throw new TaskTimeoutException("body");
                default -> {}
            }
            return "";
        } finally {
            inside.decrementAndGet();
        }
    }

    private static boolean isOfTheBody(Throwable failure) {
        return failure instanceof IOException
                || failure instanceof StackOverflowError
                || failure instanceof TaskTimeoutException;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void hedges(long seed) {
        HedgePolicy hedge = deft.policies()
                .hedge(NAME, HedgeSettings.after(Duration.ofMillis(10)).max(3));
        run(
                seed,
                random -> hedge.call(() -> {
                    SplittableRandom own;
                    synchronized (random) {
                        own = random.split();
                    }
                    return body(own);
                }));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void flights(long seed) {
        SingleFlightPolicy flight = deft.policies().singleFlight(NAME);
        run(seed, random -> {
            for (int i = 0; i < 10; i++) {
                int key = random.nextInt(4);
                try {
                    flight.call(key, () -> body(random));
                } catch (Throwable failure) {
                    if (!isOfTheBody(failure)) {
                        throw failure;
                    }
                }
            }
        });
        assertThat(flight.state()).isEqualTo(new SingleFlightPolicy.State(0, 0));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void locks(long seed) {
        LockPolicy lock = deft.policies().newLock(NAME);
        LockPolicy read = lock.read();
        AtomicInteger writers = new AtomicInteger();
        AtomicInteger readers = new AtomicInteger();
        run(seed, random -> {
            for (int i = 0; i < 5; i++) {
                boolean reading = random.nextBoolean();
                LockPolicy side = reading ? read : lock;
                side.lock();
                try {
                    int beside = reading ? writers.get() : writers.get() + readers.get();
                    if (beside != 0) {
                        throw new AssertionError("not alone");
                    }
                    (reading ? readers : writers).incrementAndGet();
                    try {
                        body(random);
                    } finally {
                        (reading ? readers : writers).decrementAndGet();
                    }
                } catch (Throwable failure) {
                    if (!isOfTheBody(failure)) {
                        throw failure;
                    }
                } finally {
                    side.unlock();
                }
            }
        });
        assertThat(lock.fairLock().isAtRest()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void adaptiveLimits(long seed) {
        AdaptiveLimitSettings settings = AdaptiveLimitSettings.min(2).max(8).initial(4);
        AdaptiveLimitPolicy limit = deft.policies()
                .adaptiveLimit(
                        NAME,
                        seed % 2 == 0
                                ? settings
                                : settings.maxWait(Duration.ofMillis(70)).maxQueue(20));
        run(seed, random -> {
            for (int i = 0; i < 5; i++) {
                if (random.nextInt(10) == 0) {
                    limit.change(
                            AdaptiveLimitSettings.min(1 + random.nextInt(3)).max(4 + random.nextInt(8)));
                }
                long entry = limit.acquire();
                try {
                    body(random);
                } catch (Throwable failure) {
                    limit.failed(entry, failure);
                    if (isOfTheBody(failure)) {
                        continue;
                    }
                    throw failure;
                }
                limit.succeeded(entry);
            }
        });
        assertThat(limit.permits().isAtRest()).isTrue();
        assertThat(limit.permits().count()).isEqualTo(limit.state().limit());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void allNested(long seed) {
        SingleFlightPolicy flight = deft.policies().singleFlight(NAME);
        HedgePolicy hedge = deft.policies().hedge(NAME, HedgeSettings.after(Duration.ofMillis(15)));
        AdaptiveLimitPolicy limit = deft.policies()
                .adaptiveLimit(NAME, AdaptiveLimitSettings.min(1).max(6).initial(3));
        LockPolicy read = deft.policies().lock(NAME, "accounts").read();
        run(
                seed,
                random -> flight.call(
                        random.nextInt(30),
                        () -> hedge.call(() -> {
                            SplittableRandom own;
                            synchronized (random) {
                                own = random.split();
                            }
                            long entry = limit.acquire();
                            try {
                                LockPolicy side = own.nextInt(3) == 0 ? read.write() : read;
                                side.lock();
                                try {
                                    body(own);
                                } finally {
                                    side.unlock();
                                }
                            } catch (Throwable failure) {
                                limit.failed(entry, failure);
                                throw failure;
                            }
                            limit.succeeded(entry);
                            return "";
                        })));
        assertThat(deft.drain(Duration.ofDays(1))).isTrue();
        assertThat(flight.state()).isEqualTo(new SingleFlightPolicy.State(0, 0));
        assertThat(limit.permits().isAtRest()).isTrue();
        assertThat(limit.permits().count()).isEqualTo(limit.state().limit());
        assertThat(read.fairLock().isAtRest()).isTrue();
    }
}
