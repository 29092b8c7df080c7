package dev.deft.internal;

import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One daemon thread that looks at a table each millisecond while there is something in it. It sleeps when there was
 * nothing for a while, and ends when it has slept for long, so that an idle program has no thread of it.
 *
 * <p>Nothing is missed between the two: whoever enters the table writes that, then reads whether the sweeper sleeps; the
 * sweeper writes that it is about to sleep, then looks at the table once more. Both are volatile accesses.
 */
public final class Sweeper {
    /** What is swept. Called by the sweeper's thread only. */
    public interface Table {
        /**
         * Does what is due.
         *
         * @return true if there is anything that will need another look
         */
        boolean sweep();

        /** Forgets what helps nobody while nothing is in the table. */
        void tidy();
    }

    private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int EMPTY_SWEEPS_UNTIL_ASLEEP = 100;
    private static final long ASLEEP_UNTIL_END_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final String name;
    private final Table table;
    private final int emptySweepsUntilAsleep;
    private final long asleepUntilEndNanos;

    private volatile boolean asleep = true;

    /** Guards {@link #thread} and the end of its sleep. */
    private final ReentrantLock lock = new ReentrantLock();

    private @Nullable Thread thread;

    /**
     * Makes one that sleeps.
     *
     * @param name name of its thread
     * @param table what it looks at
     */
    public Sweeper(String name, Table table) {
        this(name, table, EMPTY_SWEEPS_UNTIL_ASLEEP, ASLEEP_UNTIL_END_NANOS);
    }

    /** With other patience, for tests. */
    Sweeper(String name, Table table, int emptySweepsUntilAsleep, long asleepUntilEndNanos) {
        this.name = name;
        this.table = table;
        this.emptySweepsUntilAsleep = emptySweepsUntilAsleep;
        this.asleepUntilEndNanos = asleepUntilEndNanos;
    }

    /** Has to be called after something was entered into the table. */
    public void ensureAwake() {
        if (asleep) {
            wake();
        }
    }

    private void wake() {
        lock.lock();
        try {
            if (!asleep) {
                return;
            }
            asleep = false; // before it can look
            Thread sleeping = thread;
            if (sleeping == null) {
                thread = start();
            } else {
                LockSupport.unpark(sleeping);
            }
        } finally {
            lock.unlock();
        }
    }

    private Thread start() {
        Thread fresh = Thread.ofPlatform()
                .name(name)
                .daemon(true)
                .inheritInheritableThreadLocals(false)
                .unstarted(this::run);
        fresh.setContextClassLoader(null); // it outlives whoever happened to wake it
        try {
            fresh.start();
        } catch (Throwable failure) {
            asleep = true; // no thread to be had; the next who enters tries again
            throw failure;
        }
        return fresh;
    }

    private void run() {
        int empty = 0;
        for (; ; ) {
            LockSupport.parkNanos(this, PERIOD_NANOS);
            empty = sweep() ? 0 : empty + 1;
            if (empty >= emptySweepsUntilAsleep) {
                if (!sleep()) {
                    return;
                }
                empty = 0;
            }
        }
    }

    /** Sleeps until it is woken; false if nobody did for long, and this thread is no longer the sweeper's. */
    private boolean sleep() {
        tidy();
        asleep = true;
        if (sweep()) {
            asleep = false;
            return true;
        }
        long end = System.nanoTime() + asleepUntilEndNanos;
        while (asleep) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return !retire();
            }
            LockSupport.parkNanos(this, left);
        }
        return true;
    }

    private boolean retire() {
        lock.lock();
        try {
            if (!asleep) {
                return false;
            }
            thread = null;
            return true;
        } finally {
            lock.unlock();
        }
    }

    private boolean sweep() {
        try {
            return table.sweep();
        } catch (Throwable failure) {
            report(failure);
            return true;
        }
    }

    private void tidy() {
        try {
            table.tidy();
        } catch (Throwable failure) {
            report(failure);
        }
    }

    /** Never fails: this thread has to go on. */
    private static void report(Throwable failure) {
        try {
            System.getLogger("dev.deft").log(Level.ERROR, "A sweep failed", failure);
        } catch (Throwable unheard) { // the log itself fails, for want of memory perhaps
            failure.addSuppressed(unheard);
        }
    }
}
