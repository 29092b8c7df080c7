package dev.deft.policy;

/**
 * Finds how many calls at once something bears, from how their latency changes: <a
 * href="https://github.com/Netflix/concurrency-limits/blob/main/concurrency-limits-core/src/main/java/com/netflix/concurrency/limits/limit/Gradient2Limit.java">{@code
 * Gradient2Limit}</a> of Netflix's concurrency-limits, with its constants.
 *
 * <p>The recent latency is compared with a slow average of it: where it is more than half as long again, calls queue up
 * somewhere, and the limit shrinks in that proportion, by half at most; else it grows by {@link #HEADROOM}. Both are
 * damped by {@link #SMOOTHING}. A limit that is not even half used says nothing, and stays.
 *
 * <p>An overload that shows as a failure is beyond that algorithm; the limit then shrinks at once to
 * {@link #BACKOFF_RATIO}, as {@code AIMDLimit} of the same library does.
 *
 * <p>Not thread-safe.
 */
final class Gradient {
    /** Calls that may queue up: how far the limit grows while latency is low. */
    static final double HEADROOM = 4;

    /** How much of a newly computed limit counts. */
    static final double SMOOTHING = 0.2;

    /** How many times longer than the average latency may be before the limit shrinks. */
    static final double TOLERANCE = 1.5;

    /** What is left of the limit after an overload. */
    static final double BACKOFF_RATIO = 0.9;

    /** The samples that the average extends over. */
    private static final int LONG_WINDOW = 600;

    /** The samples of which it is the plain mean in the beginning. */
    private static final int WARM_UP = 10;

    private int min;
    private int max;
    private double limit;
    private double average;
    private int samples;

    Gradient(int min, int max, int initial) {
        this.limit = initial;
        bounds(min, max);
    }

    /** Sets new bounds; the limit moves into them. */
    void bounds(int min, int max) {
        this.min = min;
        this.max = max;
        set(limit);
    }

    /** How many calls at once. */
    int limit() {
        return (int) limit;
    }

    /** The slow average of the latency in nanoseconds; 0 in the beginning. */
    double average() {
        return average;
    }

    /**
     * Takes a latency into account.
     *
     * @param latency nanoseconds, as a mean of some recent calls
     * @param inside the most calls that were inside at once meanwhile
     */
    void sample(double latency, int inside) {
        double recent = Math.max(1, latency);
        average(recent);
        if (average / recent > 2) {
            average *= 0.95; // after a long overload: back to normal sooner than by averaging
        }
        if (inside < limit / 2) {
            return;
        }
        double gradient = Math.max(0.5, Math.min(1.0, TOLERANCE * average / recent));
        set(limit * (1 - SMOOTHING) + (limit * gradient + HEADROOM) * SMOOTHING);
    }

    /** Takes an overload into account. */
    void overload() {
        set(Math.min(limit * BACKOFF_RATIO, limit() - 1));
    }

    private void average(double recent) {
        if (samples < WARM_UP) {
            samples++;
            average += (recent - average) / samples;
        } else {
            average += (recent - average) * 2 / (LONG_WINDOW + 1);
        }
    }

    private void set(double value) {
        limit = Math.max(min, Math.min(max, value));
    }
}
