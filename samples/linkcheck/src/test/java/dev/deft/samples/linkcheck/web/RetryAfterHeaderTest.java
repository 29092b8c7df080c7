package dev.deft.samples.linkcheck.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterHeaderTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0,                             PT0S",
        "' 120 ',                       PT2M",
        "999999999,                     P365D",
        "'Sun, 1 Mar 2026 12:00:30 GMT',  PT30S",
        "'Sun, 1 Mar 2026 11:00:00 GMT',  PT0S",
        "99999999999999999999,          PT0S",
        "-5,                            PT0S",
        "soon,                          PT0S",
        "'',                            PT0S",
    })
    void isSecondsOrADate(String value, Duration wait) {
        assertThat(RetryAfterHeader.parse(value, NOW)).isEqualTo(wait);
    }
}
