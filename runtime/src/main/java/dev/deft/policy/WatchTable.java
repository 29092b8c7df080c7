package dev.deft.policy;

import dev.deft.internal.Sweeper;
import org.jspecify.annotations.Nullable;

/**
 * The attempts under a timeout that run now, on the system's time: a table of slots, found by hash of the thread, that
 * one sweeper looks through each millisecond. It reads no clock, allocates nothing and queues nothing to start and stop a
 * watch: one compare-and-set each.
 *
 * <p>The sweeper counts an attempt's time from when it first sees it, so it fires late by a sweep, never early.
 */
final class WatchTable implements Sweeper.Table {
    /** A power of two. Far more than cores, because blocked virtual threads hold slots too. */
    private static final int SLOTS = 512;

    private static final int SHIFT = Integer.SIZE - Integer.numberOfTrailingZeros(SLOTS);

    /** Slots tried, so that a full table costs little. */
    private static final int PROBES = 8;

    /** 2³² by the golden ratio: spreads successive numbers evenly (Knuth, The Art of Computer Programming, 6.4). */
    private static final int GOLDEN = 0x9E3779B9;

    private static final SweptWatch[] TABLE = new SweptWatch[SLOTS];

    static {
        for (int i = 0; i < SLOTS; i++) {
            TABLE[i] = new SweptWatch();
        }
    }

    private static final Sweeper SWEEPER = new Sweeper("deft-timeouts", new WatchTable());

    /** Of each slot: the state of the last use that was seen, and when that was. The sweeper's own. */
    private final long[] seen = new long[SLOTS];

    private final long[] seenAt = new long[SLOTS];

    private WatchTable() {}

    /** Starts a watch over the current thread; null if no slot was found. */
    static @Nullable TimeoutWatch start(TimeoutPolicy policy, long nanos) {
        Thread thread = Thread.currentThread();
        int home = ((int) thread.threadId() * GOLDEN) >>> SHIFT;
        for (int probe = 0; probe < PROBES; probe++) {
            SweptWatch watch = TABLE[(home + probe) & (SLOTS - 1)];
            if (watch.claim(thread, policy, nanos)) {
                try {
                    SWEEPER.ensureAwake();
                } catch (Throwable failure) { // no thread to be had
                    watch.end();
                    throw failure;
                }
                return watch;
            }
        }
        return null;
    }

    @Override
    public boolean sweep() {
        boolean occupied = false;
        long now = System.nanoTime();
        for (int i = 0; i < SLOTS; i++) {
            SweptWatch watch = TABLE[i];
            long state = watch.state();
            if (!SweptWatch.isBusy(state)) {
                occupied |= SweptWatch.isClaimed(state);
                continue;
            }
            occupied = true;
            if (seen[i] != state) {
                seen[i] = state;
                seenAt[i] = System.nanoTime(); // read after the state, or the attempt could be younger than its stamp
            } else if (now - seenAt[i] >= watch.nanos()) {
                watch.fire(state);
            }
        }
        return occupied;
    }

    @Override
    public void tidy() {
        for (SweptWatch watch : TABLE) {
            watch.tidy();
        }
    }
}
