package dev.deft.policy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as they are written in annotations: {@code 100ms}, {@code 1m30s}, {@code 1.5s}, {@code PT2S}, {@code 0}. The
 * same rules hold as at compile time: units largest first, each once, nothing below a nanosecond, at most 292 years.
 */
final class DurationReader {
    private static final long SECOND = 1_000_000_000L;
    private static final Map<String, Long> UNITS = units();
    private static final Pattern PART = Pattern.compile("\\s*(\\d+(?:\\.\\d+)?)\\s*(\\p{L}*)");
    private static final BigDecimal LONGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private DurationReader() {}

    private static Map<String, Long> units() {
        Map<String, Long> units = new LinkedHashMap<>();
        units.put("d", 86_400_000_000_000L);
        units.put("h", 3_600_000_000_000L);
        units.put("m", 60_000_000_000L);
        units.put("s", SECOND);
        units.put("ms", 1_000_000L);
        units.put("us", 1_000L);
        units.put("ns", 1L);
        return units;
    }

    /**
     * Reads a duration.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Duration read(String text) {
        String written = text.strip();
        if (written.matches("0+")) {
            return Duration.ZERO;
        }
        if (written.toUpperCase(Locale.ROOT).matches("[-+]?P.*")) {
            return iso(written);
        }
        BigDecimal nanos = BigDecimal.ZERO;
        long smallest = Long.MAX_VALUE;
        Matcher part = PART.matcher(written);
        int at = 0;
        do {
            if (!part.find(at) || part.start() != at) {
                throw none(text, "write it as 100ms, 2s or 1m30s");
            }
            Long unit = UNITS.get(part.group(2));
            if (unit == null) {
                throw none(
                        text,
                        part.group(2).isEmpty()
                                ? "a number lacks its unit"
                                : "there is no unit " + part.group(2) + ", only " + String.join(", ", UNITS.keySet()));
            }
            if (unit >= smallest) {
                throw none(text, "units stand once each, largest first");
            }
            smallest = unit;
            nanos = nanos.add(new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(unit)));
            at = part.end();
        } while (at < written.length());
        return exact(text, nanos);
    }

    private static Duration iso(String text) {
        Duration duration;
        try {
            duration = Duration.parse(text);
        } catch (DateTimeParseException none) {
            throw none(text, "write it as 100ms, 2s, 1m30s or PT2S");
        }
        return exact(
                text,
                BigDecimal.valueOf(duration.getSeconds())
                        .multiply(BigDecimal.valueOf(SECOND))
                        .add(BigDecimal.valueOf(duration.getNano())));
    }

    private static Duration exact(String text, BigDecimal nanos) {
        if (nanos.stripTrailingZeros().scale() > 0) {
            throw none(text, "there is nothing below a nanosecond");
        }
        if (nanos.signum() < 0) {
            throw none(text, "it is negative");
        }
        if (nanos.compareTo(LONGEST) > 0) {
            throw none(text, "it is longer than 292 years");
        }
        return Duration.ofNanos(nanos.longValueExact());
    }

    private static IllegalArgumentException none(String text, String why) {
        return new IllegalArgumentException("\"" + text + "\" is no duration: " + why);
    }
}
