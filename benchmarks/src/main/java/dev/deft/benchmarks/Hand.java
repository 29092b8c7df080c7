package dev.deft.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What a good engineer writes by hand with {@code java.util.concurrent} for the same methods. */
final class Hand {
    private static final int RATE_NANOS = 1;
    private static final long BURST_NANOS = 1_000_000_000L * RATE_NANOS;
    private static final int FAILURES_TO_OPEN = 5;
    private static final long CLOSED = 0;

    private static final int RUNNING = 0;
    private static final int ENDED = 1;
    private static final int EXPIRED = 2;

    private final Payload payload;
    private final Semaphore permits = new Semaphore(10, true);
    private final ScheduledThreadPoolExecutor timer = timer();

    private final AtomicLong paidUntil = new AtomicLong(System.nanoTime());
    private final AtomicInteger failures = new AtomicInteger();
    private volatile long openUntil = CLOSED;

    Hand(Payload payload) {
        this.payload = payload;
    }

    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer =
                new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().factory());
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    int retried(int value) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return payload.plain(value);
            } catch (RuntimeException failure) {
                if (attempt == 3) {
                    throw failure;
                }
            }
            TimeUnit.MILLISECONDS.sleep(100L << (attempt - 1));
        }
    }

    int limited(int value) throws InterruptedException {
        permits.acquire();
        try {
            return payload.plain(value);
        } finally {
            permits.release();
        }
    }

    int timed(int value) throws TimeoutException {
        AtomicInteger state = new AtomicInteger(RUNNING);
        Thread caller = Thread.currentThread();
        ScheduledFuture<?> alarm = timer.schedule(
                () -> {
                    if (state.compareAndSet(RUNNING, EXPIRED)) {
                        caller.interrupt();
                    }
                },
                1,
                TimeUnit.SECONDS);
        try {
            return payload.plain(value);
        } finally {
            alarm.cancel(false);
            if (!state.compareAndSet(RUNNING, ENDED)) {
                Thread.interrupted();
                throw new TimeoutException();
            }
        }
    }

    int guarded(int value) {
        checkClosed();
        try {
            int result = payload.plain(value);
            succeeded();
            return result;
        } catch (RuntimeException failure) {
            failed();
            throw failure;
        }
    }

    private void checkClosed() {
        long until = openUntil;
        if (until != CLOSED && System.nanoTime() - until < 0) {
            throw new IllegalStateException("open");
        }
    }

    private void succeeded() {
        if (failures.get() != 0) {
            failures.set(0);
            openUntil = CLOSED;
        }
    }

    private void failed() {
        if (failures.incrementAndGet() >= FAILURES_TO_OPEN) {
            openUntil = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        }
    }

    /** A token bucket in one number: the time until which all calls are paid for. */
    int paced(int value) throws InterruptedException {
        while (true) {
            long now = System.nanoTime();
            long paid = paidUntil.get();
            long next = (paid - now > 0 ? paid : now) + RATE_NANOS;
            if (next - now > BURST_NANOS) {
                TimeUnit.NANOSECONDS.sleep(next - now - BURST_NANOS);
            } else if (paidUntil.compareAndSet(paid, next)) {
                return payload.plain(value);
            }
        }
    }

    int stacked(int value) throws InterruptedException, TimeoutException {
        for (int attempt = 1; ; attempt++) {
            try {
                return guardedTimedAndLimited(value);
            } catch (RuntimeException | TimeoutException failure) {
                if (attempt == 3) {
                    throw failure;
                }
            }
            TimeUnit.MILLISECONDS.sleep(100L << (attempt - 1));
        }
    }

    private int guardedTimedAndLimited(int value) throws InterruptedException, TimeoutException {
        checkClosed();
        try {
            int result = timedAndLimited(value);
            succeeded();
            return result;
        } catch (RuntimeException | TimeoutException failure) {
            failed();
            throw failure;
        }
    }

    private int timedAndLimited(int value) throws InterruptedException, TimeoutException {
        AtomicInteger state = new AtomicInteger(RUNNING);
        Thread caller = Thread.currentThread();
        ScheduledFuture<?> alarm = timer.schedule(
                () -> {
                    if (state.compareAndSet(RUNNING, EXPIRED)) {
                        caller.interrupt();
                    }
                },
                1,
                TimeUnit.SECONDS);
        try {
            return limited(value);
        } finally {
            alarm.cancel(false);
            if (!state.compareAndSet(RUNNING, ENDED)) {
                Thread.interrupted();
                throw new TimeoutException();
            }
        }
    }

    int cleanedUp(int value) {
        try {
            return payload.plain(value);
        } finally {
            payload.clean();
        }
    }

    int cleanedUpTenTimes(int value) {
        List<Runnable> cleanups = new ArrayList<>();
        try {
            for (int i = 0; i < 10; i++) {
                cleanups.add(payload::clean);
            }
            return payload.plain(value);
        } finally {
            for (int i = cleanups.size() - 1; i >= 0; i--) {
                cleanups.get(i).run();
            }
        }
    }

    CompletableFuture<Integer> started(int value) {
        CompletableFuture<Integer> future = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                future.complete(payload.plain(value));
            } catch (Throwable failure) {
                future.completeExceptionally(failure);
            }
        });
        return future;
    }
}
