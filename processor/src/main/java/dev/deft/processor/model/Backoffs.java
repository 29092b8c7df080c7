package dev.deft.processor.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;

/** The waits of a {@code @Retry}, as far as its values fix them. */
public final class Backoffs {
    /** By then growing waits have reached the longest one, unless they hardly grow; the rest counts as if they had. */
    private static final int COUNTED = 1_000;

    private Backoffs() {}

    /** The n-th wait, counted from 1, before jitter. */
    public static Duration wait(Word.Retry retry, int n) {
        return duration(wait(retry, factor(retry, n)));
    }

    private static BigDecimal wait(Word.Retry retry, BigDecimal factor) {
        return seconds(retry.delay().duration())
                .multiply(factor)
                .min(seconds(retry.maxDelay().duration()));
    }

    private static BigDecimal factor(Word.Retry retry, int n) {
        return switch (retry.backoff()) {
            case CONSTANT -> BigDecimal.ONE;
            case LINEAR -> BigDecimal.valueOf(n);
            case EXPONENTIAL -> BigDecimal.valueOf(retry.factor()).pow(n - 1);
            case FIBONACCI -> BigDecimal.valueOf(fibonacci(n));
        };
    }

    /** The shortest that the first wait can be; empty if a method computes it. */
    public static Optional<Duration> shortestFirst(Word.Retry retry) {
        if (retry.delayFrom().isPresent()) {
            return Optional.empty();
        }
        Duration first = wait(retry, 1);
        return Optional.of(
                switch (retry.jitter()) {
                    case NONE, DECORRELATED -> first;
                    case EQUAL -> first.dividedBy(2);
                    case FULL -> Duration.ZERO;
                });
    }

    /** The longest that all waits together can be; empty if nothing bounds them. */
    public static Optional<Duration> longestSum(Word.Retry retry) {
        if (retry.attempts().isEmpty() || retry.delayFrom().isPresent()) {
            return Optional.empty();
        }
        int count = retry.attempts().getAsInt() - 1;
        if (retry.jitter() == Word.Retry.Jitter.DECORRELATED) {
            return sum(retry, count, BigDecimal.valueOf(3), BigDecimal.valueOf(3));
        }
        return switch (retry.backoff()) {
            case CONSTANT -> times(wait(retry, 1), count);
            case LINEAR -> linearSum(retry, count);
            case EXPONENTIAL ->
                retry.factor() == 1.0
                        ? times(wait(retry, 1), count)
                        : sum(retry, count, BigDecimal.ONE, BigDecimal.valueOf(retry.factor()));
            case FIBONACCI -> fibonacciSum(retry, count);
        };
    }

    private static Optional<Duration> sum(Word.Retry retry, int count, BigDecimal first, BigDecimal growth) {
        BigDecimal longest = seconds(retry.maxDelay().duration());
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal factor = first;
        for (int n = 1; n <= count; n++) {
            BigDecimal wait = wait(retry, factor);
            if (wait.signum() == 0) {
                return Optional.of(Duration.ZERO);
            }
            if (wait.compareTo(longest) == 0 || n > COUNTED) {
                return finite(sum.add(longest.multiply(BigDecimal.valueOf(count - n + 1L))));
            }
            sum = sum.add(wait);
            factor = factor.multiply(growth);
        }
        return finite(sum);
    }

    private static Optional<Duration> linearSum(Word.Retry retry, int count) {
        BigDecimal first = seconds(retry.delay().duration());
        BigDecimal longest = seconds(retry.maxDelay().duration());
        if (first.signum() == 0) {
            return Optional.of(Duration.ZERO);
        }
        BigDecimal growing = longest.divideToIntegralValue(first).min(BigDecimal.valueOf(count));
        BigDecimal whileGrowing =
                first.multiply(growing).multiply(growing.add(BigDecimal.ONE)).divide(BigDecimal.valueOf(2));
        BigDecimal afterwards = longest.multiply(BigDecimal.valueOf(count).subtract(growing));
        return finite(whileGrowing.add(afterwards));
    }

    private static Optional<Duration> fibonacciSum(Word.Retry retry, int count) {
        BigDecimal longest = seconds(retry.maxDelay().duration());
        BigDecimal sum = BigDecimal.ZERO;
        for (int n = 1; n <= count; n++) {
            BigDecimal wait = wait(retry, factor(retry, n));
            if (wait.signum() == 0) {
                return Optional.of(Duration.ZERO);
            }
            if (wait.compareTo(longest) == 0) {
                return finite(sum.add(longest.multiply(BigDecimal.valueOf(count - n + 1L))));
            }
            sum = sum.add(wait);
        }
        return finite(sum);
    }

    /** So many times as long; empty if that is longer than durations can be. */
    static Optional<Duration> times(Duration duration, long times) {
        return finite(seconds(duration).multiply(BigDecimal.valueOf(times)));
    }

    private static Optional<Duration> finite(BigDecimal seconds) {
        return seconds.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0
                ? Optional.of(duration(seconds))
                : Optional.empty();
    }

    /** Beyond the 92nd they are too large for a long, and any delay of them too long. */
    private static long fibonacci(int n) {
        long before = 0;
        long current = 1;
        for (int i = 1; i < Math.min(n, 92); i++) {
            long next = before + current;
            before = current;
            current = next;
        }
        return current;
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
    }

    private static Duration duration(BigDecimal seconds) {
        BigDecimal nanos = seconds.movePointRight(9).setScale(0, RoundingMode.HALF_UP);
        BigDecimal[] parts = nanos.divideAndRemainder(BigDecimal.valueOf(1_000_000_000));
        return Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValueExact());
    }
}
