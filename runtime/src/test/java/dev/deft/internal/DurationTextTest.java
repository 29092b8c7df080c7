package dev.deft.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationTextTest {
    @ParameterizedTest
    @CsvSource({
        "PT0S, 0",
        "PT0.000000007S, 7ns",
        "PT0.0000015S, 1.5us",
        "PT0.1S, 100ms",
        "PT0.012345678S, 12.345678ms",
        "PT3S, 3s",
        "PT1.5S, 1.5s",
        "PT1M, 1m",
        "PT1M30S, 1m30s",
        "PT1M0.25S, 1m0.25s",
        "PT25H, 1d1h",
        "PT26H3M4.005006007S, 1d2h3m4.005006007s",
        "PT-3S, -3s",
        "PT-0.1S, -100ms"
    })
    void writesAsAnnotationsDo(Duration duration, String text) {
        assertThat(DurationText.of(duration)).isEqualTo(text);
    }

    @Test
    void writesTheLongestToo() {
        assertThat(DurationText.of(Duration.ofSeconds(Long.MAX_VALUE, 999_999_999)))
                .isEqualTo("106751991167300d15h30m7.999999999s");
        assertThat(DurationText.of(Duration.ofSeconds(Long.MIN_VALUE))).isEqualTo("-106751991167300d15h30m7s");
    }
}
