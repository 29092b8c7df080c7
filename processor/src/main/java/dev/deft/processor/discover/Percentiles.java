package dev.deft.processor.discover;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code "p95"} where a duration may stand as well. */
final class Percentiles {
    private static final Pattern PERCENTILE = Pattern.compile("p(\\d{1,9}(?:\\.\\d{1,9})?)");

    /** What somebody writes who means a percentile: {@code "P95"}, {@code "p 95"}, {@code "95%"}. */
    private static final Pattern ALMOST = Pattern.compile("(?i)\\s*p\\s*[-+.]?\\d.*|.*%\\s*");

    private Percentiles() {}

    /** Whether a text is to be a percentile: {@code "P1D"} is a day. */
    static boolean isMeant(String text) {
        return !(Durations.parse(text) instanceof Durations.Good)
                && ALMOST.matcher(text).matches();
    }

    /** The part of all that lies below it: 0.95; empty when it is none between 0 and 1. */
    static OptionalDouble parse(String text) {
        Matcher percentile = PERCENTILE.matcher(text);
        if (!percentile.matches()) {
            return OptionalDouble.empty();
        }
        double part = new BigDecimal(percentile.group(1)).movePointLeft(2).doubleValue();
        return part > 0 && part < 1 ? OptionalDouble.of(part) : OptionalDouble.empty();
    }
}
