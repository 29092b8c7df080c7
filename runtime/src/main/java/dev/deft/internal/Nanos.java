package dev.deft.internal;

import java.time.Duration;

/** Durations as nanoseconds that can be added to a clock reading without wrapping around. */
public final class Nanos {
    /** The longest time that is told apart from for ever: 146 years. */
    public static final long MAX = Long.MAX_VALUE / 2;

    private static final Duration LONGEST = Duration.ofNanos(MAX);

    private Nanos() {}

    /**
     * Converts.
     *
     * @param duration any duration
     * @return its nanoseconds, between minus and plus {@link #MAX}
     */
    public static long of(Duration duration) {
        if (duration.compareTo(LONGEST) >= 0) {
            return MAX;
        }
        if (duration.compareTo(LONGEST.negated()) <= 0) {
            return -MAX;
        }
        return duration.toNanos();
    }
}
