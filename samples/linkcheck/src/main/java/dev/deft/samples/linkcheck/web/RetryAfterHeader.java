package dev.deft.samples.linkcheck.web;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** The header {@code Retry-After}: a number of seconds, or a date. */
public final class RetryAfterHeader {
    /** Longer than anybody waits; keeps a nonsensical number from overflowing. */
    private static final Duration LONGEST = Duration.ofDays(365);

    private RetryAfterHeader() {}

    /** How long the header asks to wait, seen at {@code now}: not at all if it makes no sense. */
    public static Duration parse(String value, Instant now) {
        Duration wait = value.strip().matches("\\d{1,9}") ? seconds(value.strip()) : until(value.strip(), now);
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private static Duration seconds(String value) {
        return Duration.ofSeconds(Long.parseLong(value));
    }

    private static Duration until(String date, Instant now) {
        try {
            return Duration.between(now, Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
        } catch (DateTimeParseException e) {
            return Duration.ZERO;
        }
    }
}
