package dev.deft.internal;

import java.math.BigDecimal;
import java.time.Duration;

/** Durations as people write them in annotations: {@code 100ms}, {@code 1.5s}, {@code 1m30s}, {@code 0}. */
public final class DurationText {
    private DurationText() {}

    /**
     * Writes a duration, to the nanosecond.
     *
     * @param duration any duration
     * @return a text that an annotation would take, unless the duration is negative
     */
    public static String of(Duration duration) {
        if (duration.isZero()) {
            return "0";
        }
        if (duration.isNegative()) {
            boolean isNegatable = duration.toSeconds() > Long.MIN_VALUE;
            return "-" + of(isNegatable ? duration.negated() : Duration.ofSeconds(Long.MAX_VALUE));
        }
        return duration.toSeconds() == 0 ? small(duration.toNanosPart()) : large(duration);
    }

    private static String large(Duration duration) {
        StringBuilder text = new StringBuilder();
        append(text, duration.toDays(), "d");
        append(text, duration.toHoursPart(), "h");
        append(text, duration.toMinutesPart(), "m");
        long nanos = duration.toSecondsPart() * 1_000_000_000L + duration.toNanosPart();
        return nanos == 0 ? text.toString() : text + decimal(nanos, 9) + "s";
    }

    private static void append(StringBuilder text, long amount, String unit) {
        if (amount != 0) {
            text.append(amount).append(unit);
        }
    }

    private static String small(int nanos) {
        if (nanos < 1_000) {
            return nanos + "ns";
        }
        return nanos < 1_000_000 ? decimal(nanos, 3) + "us" : decimal(nanos, 6) + "ms";
    }

    private static String decimal(long nanos, int places) {
        return BigDecimal.valueOf(nanos, places).stripTrailingZeros().toPlainString();
    }
}
