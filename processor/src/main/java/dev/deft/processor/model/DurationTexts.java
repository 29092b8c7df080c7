package dev.deft.processor.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Durations as texts. */
public final class DurationTexts {
    private DurationTexts() {}

    /** For people: {@code 100 ms}, {@code 1.5 s}, {@code 1 min 30 s}. */
    public static String of(Duration duration) {
        if (duration.isZero()) {
            return "0 s";
        }
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            return small(duration.toNanos());
        }
        List<String> parts = new ArrayList<>();
        add(parts, duration.toDays(), "d");
        add(parts, duration.toHoursPart(), "h");
        add(parts, duration.toMinutesPart(), "min");
        BigDecimal seconds = BigDecimal.valueOf(duration.toSecondsPart())
                .add(BigDecimal.valueOf(duration.toNanosPart(), 9))
                .stripTrailingZeros();
        if (seconds.signum() != 0) {
            parts.add(seconds.toPlainString() + " s");
        }
        return String.join(" ", parts);
    }

    /** {@code a second}, {@code every 5 s}. */
    public static String every(Duration duration) {
        if (duration.equals(Duration.ofSeconds(1))) {
            return "a second";
        }
        return duration.equals(Duration.ofMinutes(1)) ? "a minute" : "every " + of(duration);
    }

    private static void add(List<String> parts, long amount, String unit) {
        if (amount != 0) {
            parts.add(amount + " " + unit);
        }
    }

    private static String small(long nanos) {
        if (nanos >= 1_000_000) {
            return fraction(nanos, 6) + " ms";
        }
        return nanos >= 1_000 ? fraction(nanos, 3) + " us" : nanos + " ns";
    }

    private static String fraction(long nanos, int scale) {
        return BigDecimal.valueOf(nanos, scale).stripTrailingZeros().toPlainString();
    }

    /** As annotations write them: {@code 100ms}, {@code 1s500ms}, {@code 1m30s}, {@code 0}. */
    public static String written(Duration duration) {
        if (duration.isZero()) {
            return "0";
        }
        StringBuilder text = new StringBuilder();
        append(text, duration.toDays(), "d");
        append(text, duration.toHoursPart(), "h");
        append(text, duration.toMinutesPart(), "m");
        append(text, duration.toSecondsPart(), "s");
        append(text, duration.toMillisPart(), "ms");
        append(text, duration.toNanosPart() / 1_000 % 1_000, "us");
        append(text, duration.toNanosPart() % 1_000, "ns");
        return text.toString();
    }

    private static void append(StringBuilder text, long amount, String unit) {
        if (amount != 0) {
            text.append(amount).append(unit);
        }
    }
}
