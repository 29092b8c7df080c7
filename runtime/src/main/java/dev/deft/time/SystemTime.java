package dev.deft.time;

import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The time of this machine. */
final class SystemTime implements TimeSource {
    static final SystemTime INSTANCE = new SystemTime();

    private SystemTime() {}

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void park(Object blocker) {
        LockSupport.park(blocker);
    }

    @Override
    public void parkUntil(Object blocker, long nanoTime) {
        long nanos = nanoTime - System.nanoTime();
        if (nanos > 0) {
            LockSupport.parkNanos(blocker, nanos);
        }
    }

    @Override
    public void unpark(Thread thread) {
        LockSupport.unpark(thread);
    }

    @Override
    public Timer schedule(long delayNanos, Runnable action) {
        Future<?> scheduled = Timers.THREAD.schedule(() -> runLogged(action), delayNanos, TimeUnit.NANOSECONDS);
        return () -> scheduled.cancel(false);
    }

    private static void runLogged(Runnable action) {
        try {
            action.run();
        } catch (Throwable failure) {
            System.getLogger("dev.deft").log(Level.ERROR, "A scheduled action failed", failure);
        }
    }

    /** Holds the thread of the timers, so that it exists only once something is scheduled. */
    private static final class Timers {
        /** A platform thread: bodies that never yield their carrier must not hold back a deadline. */
        static final ScheduledThreadPoolExecutor THREAD = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("deft-timer").daemon(true).factory());

        static {
            THREAD.setRemoveOnCancelPolicy(true);
        }
    }
}
