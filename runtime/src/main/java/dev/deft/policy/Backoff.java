package dev.deft.policy;

import java.util.random.RandomGenerator;

/**
 * How long the waits between attempts are, in nanoseconds: they grow with each retry, never beyond {@code max}, and are
 * spread by {@code jitter}. Whatever would overflow is {@code max}.
 *
 * @param growth how they grow
 * @param factor what each is of the one before it; of {@link Growth#EXPONENTIAL} only
 * @param first the first wait
 * @param max the longest wait
 * @param jitter how they are spread
 */
record Backoff(Growth growth, double factor, long first, long max, Jitter jitter) {
    /** How waits grow. */
    enum Growth {
        /** 1, 1, 1, 1 … times the first. */
        CONSTANT,
        /** 1, 2, 3, 4 … times the first. */
        LINEAR,
        /** 1, factor, factor², factor³ … times the first. */
        EXPONENTIAL,
        /** 1, 1, 2, 3, 5 … times the first. */
        FIBONACCI
    }

    /** The 93rd number is the first beyond a long. */
    private static final int FIBONACCI_NUMBERS = 92;

    /**
     * The wait before a retry.
     *
     * @param retry the number of the retry, the first being 1
     * @param previous what this method gave for the retry before it, or 0 for the first
     * @param random where chance comes from; not touched without jitter
     */
    long nanos(int retry, long previous, RandomGenerator random) {
        return switch (jitter) {
            case NONE -> grown(retry);
            case FULL -> between(0, grown(retry), random);
            case EQUAL -> {
                long wait = grown(retry);
                yield between(wait - wait / 2, wait, random);
            }
            case DECORRELATED -> {
                long least = Math.min(first, max);
                yield Math.min(between(least, times(Math.max(previous, least), 3), random), max);
            }
        };
    }

    private long grown(int retry) {
        long wait = switch (growth) {
            case CONSTANT -> first;
            case LINEAR -> times(first, retry);
            case EXPONENTIAL -> Math.round(first * Math.pow(factor, retry - 1)); // saturates
            case FIBONACCI -> retry > FIBONACCI_NUMBERS && first > 0 ? max : times(first, fibonacci(retry));
        };
        return Math.min(wait, max);
    }

    private static long fibonacci(int n) {
        long previous = 0;
        long current = 1;
        for (int i = 1; i < Math.min(n, FIBONACCI_NUMBERS); i++) {
            long next = previous + current;
            previous = current;
            current = next;
        }
        return current;
    }

    private static long times(long nanos, long factor) {
        return Math.multiplyHigh(nanos, factor) == 0 && nanos * factor >= 0 ? nanos * factor : Long.MAX_VALUE;
    }

    private static long between(long least, long most, RandomGenerator random) {
        if (least >= most) {
            return most;
        }
        return most == Long.MAX_VALUE ? random.nextLong(least, most) : random.nextLong(least, most + 1);
    }
}
