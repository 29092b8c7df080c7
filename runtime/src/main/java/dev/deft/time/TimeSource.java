package dev.deft.time;

import dev.deft.internal.Nanos;
import java.time.Duration;
import java.time.Instant;

/**
 * The clock of a runtime, and the only way in which it waits and schedules.
 *
 * <p>Implementations are thread-safe. {@link #park}, {@link #parkUntil} and {@link #unpark} mean what they mean in
 * {@link java.util.concurrent.locks.LockSupport}: one permit a thread, and returns without a reason are allowed, so
 * callers wait in a loop over what they wait for.
 */
public interface TimeSource {
    /**
     * The time of this machine.
     *
     * @return always the same object; its one daemon thread starts when something is first scheduled
     */
    static TimeSource system() {
        return SystemTime.INSTANCE;
    }

    /**
     * A reading of the monotonic clock, as {@link System#nanoTime}.
     *
     * @return nanoseconds since an arbitrary moment; only differences mean something
     */
    long nanoTime();

    /**
     * The time of day.
     *
     * @return the moment that it is now
     */
    Instant now();

    /**
     * Parks the current thread until it is unparked or interrupted.
     *
     * @param blocker what the thread waits for, for those who look at it from the outside
     */
    void park(Object blocker);

    /**
     * Parks the current thread until it is unparked or interrupted, or the time has come.
     *
     * @param blocker what the thread waits for, for those who look at it from the outside
     * @param nanoTime when to return at the latest, as a reading of {@link #nanoTime}
     */
    void parkUntil(Object blocker, long nanoTime);

    /**
     * Sleeps in this time, as {@link Thread#sleep(Duration)} does in the machine's: code that sleeps like this takes no
     * time in a test that runs on a {@link VirtualTime}.
     *
     * @param duration how long; zero or less is no time at all
     * @throws InterruptedException if the thread is interrupted before it sleeps or while it does
     */
    default void sleep(Duration duration) throws InterruptedException {
        long until = nanoTime() + Nanos.of(duration);
        for (; ; ) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (until - nanoTime() <= 0) {
                return;
            }
            parkUntil(this, until);
        }
    }

    /**
     * Lets a thread return from its park, or from its next one.
     *
     * @param thread the thread
     */
    void unpark(Thread thread);

    /**
     * Runs something once, later. It runs on a thread of the time source, so it must be quick; what it throws is logged.
     *
     * @param delayNanos when, in nanoseconds from now; zero or less means at once, yet not on this thread
     * @param action what to run
     * @return a handle to call it off
     */
    Timer schedule(long delayNanos, Runnable action);

    /**
     * Interrupts a thread that may be parked here.
     *
     * @param thread the thread
     */
    default void interrupt(Thread thread) {
        thread.interrupt();
    }

    /**
     * Told before a task's thread starts, so that a virtual time knows whom to wait for.
     *
     * @param thread the thread that is about to run a task
     */
    default void taskStarting(Thread thread) {}

    /**
     * Told when a task's thread has nothing more to do for it.
     *
     * @param thread the thread given to {@link #taskStarting}
     */
    default void taskEnded(Thread thread) {}

    /** Something scheduled. */
    @FunctionalInterface
    interface Timer {
        /** Calls it off, unless it has begun to run. Idempotent. */
        void cancel();
    }
}
