package dev.deft;

import java.util.Objects;

/**
 * What a pool is made of. Immutable; each method gives a changed copy.
 *
 * @see Deft.Builder#pool
 */
public final class PoolSettings {
    private static final int DEFAULT_QUEUE = 1_000;

    /** None for a virtual thread each. */
    private final int threads;

    private final int queue;
    private final WhenFull whenFull;

    private PoolSettings(int threads, int queue, WhenFull whenFull) {
        this.threads = threads;
        this.queue = queue;
        this.whenFull = whenFull;
    }

    /**
     * A new virtual thread for each task, as without a pool: a name for work whose pool may be chosen later.
     *
     * @return settings without anything to settle
     */
    public static PoolSettings virtualThreads() {
        return new PoolSettings(0, 0, WhenFull.WAIT);
    }

    /**
     * So many platform threads, for work that computes and would keep a virtual thread's carrier busy. They start when
     * they are first needed, and are daemons.
     *
     * @param threads how many, at least 1
     * @return settings with a queue of 1000, in which starters wait for room
     * @throws IllegalArgumentException if it is less than 1
     */
    public static PoolSettings platformThreads(int threads) {
        return new PoolSettings(atLeast(1, threads, "threads"), DEFAULT_QUEUE, WhenFull.WAIT);
    }

    /**
     * Sets how many tasks may wait for a thread.
     *
     * @param tasks how many; 0 for none
     * @return the changed settings
     * @throws IllegalArgumentException if it is negative
     * @throws IllegalStateException if these are for virtual threads, for which nobody waits
     */
    public PoolSettings queue(int tasks) {
        requireThreads();
        return new PoolSettings(threads, atLeast(0, tasks, "queue"), whenFull);
    }

    /**
     * Sets what happens to a task that finds all threads busy and the queue full.
     *
     * @param policy what to do; by default {@link WhenFull#WAIT}
     * @return the changed settings
     * @throws IllegalStateException if these are for virtual threads, which are never full
     */
    public PoolSettings whenFull(WhenFull policy) {
        requireThreads();
        return new PoolSettings(threads, queue, Objects.requireNonNull(policy, "policy"));
    }

    private void requireThreads() {
        if (isVirtual()) {
            throw new IllegalStateException("a pool of virtual threads has no queue: every task has its own thread");
        }
    }

    static int atLeast(int least, int value, String what) {
        if (value < least) {
            throw new IllegalArgumentException(what + " is " + value + ", but must be at least " + least);
        }
        return value;
    }

    boolean isVirtual() {
        return threads == 0;
    }

    int threads() {
        return threads;
    }

    int queue() {
        return queue;
    }

    WhenFull whenFull() {
        return whenFull;
    }

    @Override
    public String toString() {
        return isVirtual()
                ? "virtual threads"
                : threads + " platform threads, queue " + queue + ", when full " + whenFull;
    }
}
