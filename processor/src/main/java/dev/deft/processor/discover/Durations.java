package dev.deft.processor.discover;

import dev.deft.processor.report.NearMiss;
import dev.deft.processor.report.Problem;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as users write them: {@code "100ms"}, {@code "1m30s"}, {@code "1.5s"}, {@code "PT2S"}, {@code "0"}.
 *
 * <p>Units stand largest first, each once; spaces between them are allowed. All is counted in nanoseconds, which a
 * {@code long} holds for 292 years.
 */
final class Durations {
    private static final List<String> UNITS = List.of("d", "h", "m", "s", "ms", "us", "ns");
    private static final List<Long> NANOS =
            List.of(86_400_000_000_000L, 3_600_000_000_000L, 60_000_000_000L, 1_000_000_000L, 1_000_000L, 1_000L, 1L);
    private static final Pattern ZERO = Pattern.compile("0+");
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
    private static final Pattern THOUSANDS = Pattern.compile("\\d,\\d{3}(?!\\d)");
    private static final Pattern SEPARATOR = Pattern.compile("\\s*,\\s*");
    private static final Pattern ISO_START = Pattern.compile("[-+]?[pP]");
    private static final Pattern PART = Pattern.compile("\\s*(\\d+(?:\\.\\d+)?)\\s*([\\p{L}]*)");
    private static final Pattern ISO = Pattern.compile(
            "([-+]?)P(?:([-+]?\\d+)D)?(?:T(?=[-+.\\d])(?:([-+]?\\d+)H)?(?:([-+]?\\d+)M)?(?:([-+]?\\d+(?:\\.\\d{0,9})?)S)?)?");
    private static final BigInteger LONGEST = BigInteger.valueOf(Long.MAX_VALUE);

    private Durations() {}

    /** What a text turned out to be. */
    sealed interface Parsed {}

    /** A duration. */
    record Good(Duration duration) implements Parsed {}

    /**
     * None.
     *
     * @param problem why not
     * @param detail what the problem's text wants besides: a suggestion, or nothing
     */
    record Bad(Problem problem, String detail) implements Parsed {}

    static Parsed parse(String written) {
        String text = written.strip();
        Parsed parsed = read(text);
        return parsed instanceof Bad bad && bad.problem() == Problem.DURATION_UNREADABLE && text.contains(",")
                ? new Bad(bad.problem(), commaHint(text).orElse(bad.detail()))
                : parsed;
    }

    private static Parsed read(String text) {
        if (text.isEmpty()) {
            return new Bad(Problem.DURATION_EMPTY, "");
        }
        if (ZERO.matcher(text).matches()) {
            return new Good(Duration.ZERO);
        }
        if (ISO_START.matcher(text).lookingAt()) {
            return iso(text.toUpperCase(Locale.ROOT));
        }
        if (text.startsWith("-")) {
            boolean otherwiseGood = !(parse(text.substring(1)) instanceof Bad bad)
                    || bad.problem() == Problem.DURATION_WITHOUT_UNIT
                    || bad.problem() == Problem.DURATION_TOO_LONG;
            return new Bad(otherwiseGood ? Problem.DURATION_NEGATIVE : Problem.DURATION_UNREADABLE, "");
        }
        if (NUMBER.matcher(text).matches()) {
            return new Bad(Problem.DURATION_WITHOUT_UNIT, "\"" + text + "s\" or \"" + text + "ms\"");
        }
        return units(text);
    }

    private static Parsed units(String text) {
        Matcher part = PART.matcher(text);
        BigDecimal nanos = BigDecimal.ZERO;
        int last = -1;
        int at = 0;
        while (at < text.length()) {
            if (!part.find(at) || part.start() != at) {
                return new Bad(Problem.DURATION_UNREADABLE, "");
            }
            int unit = UNITS.indexOf(part.group(2));
            if (unit < 0) {
                return new Bad(Problem.DURATION_UNREADABLE, unitHint(part.group(2)));
            }
            if (unit <= last) {
                return new Bad(Problem.DURATION_UNREADABLE, "; units stand once each, largest first");
            }
            nanos = nanos.add(new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(NANOS.get(unit))));
            last = unit;
            at = part.end();
        }
        return counted(nanos);
    }

    /** What is meant where commas are points, separate thousands or separate units. */
    private static Optional<String> commaHint(String text) {
        Optional<String> grouped = THOUSANDS.matcher(text).find() ? meant(text.replace(",", "")) : Optional.empty();
        return meant(text.replace(',', '.'))
                .map(pointed -> grouped.map(whole -> whole + ", or " + pointed + " for a fraction")
                        .orElse(pointed))
                .or(() -> grouped)
                .or(() -> meant(SEPARATOR.matcher(text).replaceAll(" ")))
                .map(meant -> "; it has a comma: write " + meant);
    }

    /** The text as it is to be written, or with units if it lacks but those. */
    private static Optional<String> meant(String text) {
        Parsed parsed = read(text);
        if (parsed instanceof Bad bad) {
            return bad.problem() == Problem.DURATION_WITHOUT_UNIT ? Optional.of(bad.detail()) : Optional.empty();
        }
        return Optional.of("\"" + text + "\"");
    }

    private static String unitHint(String unit) {
        if (unit.isEmpty()) {
            return "; a number lacks its unit";
        }
        String meant = switch (unit.toLowerCase(Locale.ROOT)) {
            case "sec", "secs", "second", "seconds" -> "s";
            case "min", "mins", "minute", "minutes" -> "m";
            case "hr", "hrs", "hour", "hours" -> "h";
            case "day", "days" -> "d";
            case "milli", "millis", "millisecond", "milliseconds", "msec" -> "ms";
            case "micro", "micros", "microsecond", "microseconds", "µs", "μs" -> "us";
            case "nano", "nanos", "nanosecond", "nanoseconds" -> "ns";
            default -> {
                String lower = unit.toLowerCase(Locale.ROOT);
                yield UNITS.contains(lower) ? lower : NearMiss.of(unit, UNITS).orElse("");
            }
        };
        return "; there is no unit \"" + unit + "\"" + (meant.isEmpty() ? "" : ", perhaps you mean \"" + meant + "\"");
    }

    private static Parsed iso(String text) {
        Matcher matcher = ISO.matcher(text);
        if (!matcher.matches() || text.endsWith("P")) {
            return new Bad(Problem.DURATION_UNREADABLE, "");
        }
        BigDecimal nanos = BigDecimal.ZERO;
        for (int unit = 0; unit < 4; unit++) {
            String number = matcher.group(unit + 2);
            if (number != null) {
                nanos = nanos.add(new BigDecimal(number).multiply(BigDecimal.valueOf(NANOS.get(unit))));
            }
        }
        return counted(matcher.group(1).equals("-") ? nanos.negate() : nanos);
    }

    private static Parsed counted(BigDecimal nanos) {
        if (nanos.signum() < 0) {
            return new Bad(Problem.DURATION_NEGATIVE, "");
        }
        if (nanos.stripTrailingZeros().scale() > 0) {
            return new Bad(Problem.DURATION_UNREADABLE, "; there is nothing below a nanosecond");
        }
        BigInteger whole = nanos.toBigInteger();
        return whole.compareTo(LONGEST) > 0
                ? new Bad(Problem.DURATION_TOO_LONG, "")
                : new Good(Duration.ofNanos(whole.longValue()));
    }
}
