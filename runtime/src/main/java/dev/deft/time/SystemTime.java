package dev.deft.time;

import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
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
        Future<?> scheduled = Timers.CLOCK.schedule(
                () -> Timers.HANDS.execute(() -> runLogged(action)), delayNanos, TimeUnit.NANOSECONDS);
        return () -> scheduled.cancel(false);
    }

    private static void runLogged(Runnable action) {
        try {
            action.run();
        } catch (Throwable failure) {
            System.getLogger("dev.deft").log(Level.ERROR, "A scheduled action failed", failure);
        }
    }

    /** Holds the threads of the timers, so that they exist only once something is scheduled. */
    private static final class Timers {
        /** How many actions that do not return hold back none of the others. */
        private static final int MOST = 64;

        /** Platform threads: bodies that never yield their carrier must not hold back a deadline. */
        private static final ThreadFactory FACTORY =
                Thread.ofPlatform().name("deft-timer-", 0).daemon(true).factory();

        static final ScheduledThreadPoolExecutor CLOCK = new ScheduledThreadPoolExecutor(1, FACTORY);

        /** Actions run callbacks of the user, which may take long: so not on the thread that keeps the time. */
        static final ThreadPoolExecutor HANDS = new ThreadPoolExecutor(
                0,
                MOST,
                10,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                FACTORY,
                new ThreadPoolExecutor.CallerRunsPolicy());

        static {
            CLOCK.setRemoveOnCancelPolicy(true);
        }
    }
}
