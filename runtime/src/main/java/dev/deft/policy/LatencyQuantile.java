package dev.deft.policy;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Estimates a quantile of the latencies of a method: that of the most recent ones, by nearest rank, so that it is a
 * latency that occurred.
 *
 * <p>How many are recent depends on the quantile: enough that four of them are expected beyond it, at least 256 and at
 * most 8192. The estimate is made anew for every eighth part of them that has come in, so recording is cheap; it is
 * unknown until one latency is expected beyond it (20 for the 95th percentile, 100 for the 99th).
 *
 * <p>Thread-safe, without a lock. Recording allocates only when the estimate is made anew.
 */
final class LatencyQuantile {
    /** Not enough was recorded yet. */
    static final long UNKNOWN = -1;

    private static final int MIN_RECENT = 256;
    private static final int MAX_RECENT = 8192;
    private static final int PARTS = 8;

    private final double quantile;
    private final int enough;
    private final AtomicLongArray recent;
    private final AtomicLong recorded = new AtomicLong();
    private final AtomicBoolean estimating = new AtomicBoolean();
    private volatile long estimate = UNKNOWN;

    /**
     * Knows nothing yet.
     *
     * @param quantile between 0 and 1, both excluded
     */
    LatencyQuantile(double quantile) {
        this.quantile = quantile;
        double beyond = 1 / (1 - quantile);
        int size = MIN_RECENT;
        while (size < MAX_RECENT && size < 4 * beyond) {
            size *= 2;
        }
        this.enough = (int) Math.min(size, Math.max(MIN_RECENT / PARTS / 2, Math.ceil(beyond - 1e-9)));
        this.recent = new AtomicLongArray(size);
        for (int i = 0; i < size; i++) {
            recent.setPlain(i, UNKNOWN);
        }
    }

    /** How many latencies it takes until the quantile is known. */
    int enough() {
        return enough;
    }

    /**
     * The quantile.
     *
     * @return nanoseconds, or {@link #UNKNOWN}
     */
    long nanos() {
        return estimate;
    }

    /**
     * The least time that is longer than the quantile.
     *
     * @return nanoseconds, or {@link #UNKNOWN}
     */
    long nanosBeyond() {
        long nanos = estimate;
        return nanos == UNKNOWN ? UNKNOWN : nanos + 1;
    }

    /**
     * Takes a latency into account.
     *
     * @param nanos 0 or more; less counts as 0
     */
    void record(long nanos) {
        long index = recorded.getAndIncrement();
        recent.set((int) (index & (recent.length() - 1)), Math.max(0, nanos));
        long count = index + 1;
        if (count >= enough && (count == enough || count % (recent.length() / PARTS) == 0)) {
            estimateAnew();
        }
    }

    private void estimateAnew() {
        if (!estimating.compareAndSet(false, true)) {
            return; // somebody does it at this moment
        }
        try {
            long[] known = new long[recent.length()];
            int count = 0;
            for (int i = 0; i < known.length; i++) {
                long nanos = recent.get(i);
                if (nanos != UNKNOWN) {
                    known[count++] = nanos;
                }
            }
            Arrays.sort(known, 0, count);
            int rank = (int) Math.ceil(quantile * count - 1e-9);
            estimate = known[Math.max(0, Math.min(count, rank) - 1)];
        } finally {
            estimating.set(false);
        }
    }
}
