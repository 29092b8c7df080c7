package dev.deft.processor.discover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.internal.DurationText;
import dev.deft.processor.report.Problem;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "0, PT0S",
        "000, PT0S",
        "0s, PT0S",
        "1ns, PT0.000000001S",
        "7us, PT0.000007S",
        "100ms, PT0.1S",
        "2s, PT2S",
        "' 2s ', PT2S",
        "2 s, PT2S",
        "3m, PT3M",
        "4h, PT4H",
        "5d, PT120H",
        "1m30s, PT1M30S",
        "1h 30m, PT1H30M",
        "1d2h3m4s5ms6us7ns, PT26H3M4.005006007S",
        "1.5s, PT1.5S",
        "PT2S, PT2S",
        "pt2s, PT2S",
        "P1DT2H, PT26H",
        "PT-1S1M, ",
        "PT1M-1S, PT59S",
        "106751d, PT2562024H",
        "9223372036854775807ns, PT2562047H47M16.854775807S",
    })
    void understands(String text, String iso) {
        if (iso == null) {
            assertThat(Durations.parse(text)).isInstanceOf(Durations.Bad.class);
        } else {
            assertThat(Durations.parse(text)).isEqualTo(new Durations.Good(Duration.parse(iso)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', DURATION_EMPTY",
        "'  ', DURATION_EMPTY",
        "5, DURATION_WITHOUT_UNIT",
        "1.5, DURATION_WITHOUT_UNIT",
        "-5, DURATION_NEGATIVE",
        "-2s, DURATION_NEGATIVE",
        "PT-2S, DURATION_NEGATIVE",
        "-PT2S, DURATION_NEGATIVE",
        "9223372036854775808ns, DURATION_TOO_LONG",
        "106752d, DURATION_TOO_LONG",
        "99999999999999999999999999d, DURATION_TOO_LONG",
        "P106752D, DURATION_TOO_LONG",
        "soon, DURATION_UNREADABLE",
        "-soon, DURATION_UNREADABLE",
        "--2s, DURATION_UNREADABLE",
        "+2s, DURATION_UNREADABLE",
        "2x, DURATION_UNREADABLE",
        "2S, DURATION_UNREADABLE",
        "1s1m, DURATION_UNREADABLE",
        "1s1s, DURATION_UNREADABLE",
        "1m30, DURATION_UNREADABLE",
        "0.5ns, DURATION_UNREADABLE",
        "s, DURATION_UNREADABLE",
        "P, DURATION_UNREADABLE",
        "PT, DURATION_UNREADABLE",
        "P1Y, DURATION_UNREADABLE",
        "1e3s, DURATION_UNREADABLE",
    })
    void refuses(String text, Problem problem) {
        assertThat(Durations.parse(text))
                .isInstanceOfSatisfying(
                        Durations.Bad.class, bad -> assertThat(bad.problem()).isEqualTo(problem));
    }

    @Test
    void suggestsTheUnitThatIsMeant() {
        assertThat(((Durations.Bad) Durations.parse("2 sec")).detail())
                .isEqualTo("; there is no unit \"sec\", perhaps you mean \"s\"");
        assertThat(((Durations.Bad) Durations.parse("2S")).detail())
                .isEqualTo("; there is no unit \"S\", perhaps you mean \"s\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    1,5s       | "1.5s"
                    1m 1,5s    | "1m 1.5s"
                    1,5        | "1.5s" or "1.5ms"
                    1,000ms    | "1000ms", or "1.000ms" for a fraction
                    1,000,000ns| "1000000ns"
                    1m, 30s    | "1m 30s"
                    1m,30s     | "1m 30s"
                    PT1,5S     | "PT1.5S"
                    """)
    void saysWhatToWriteInsteadOfAComma(String text, String meant) {
        assertThat(Durations.parse(text))
                .isEqualTo(new Durations.Bad(Problem.DURATION_UNREADABLE, "; it has a comma: write " + meant));
    }

    @Test
    void doesNotGuessWhatOtherCommasMean() {
        assertThat(Durations.parse("soon, later")).isEqualTo(Durations.parse("soon later"));
    }

    @Test
    void agreesWithJavaOnIsoTexts() {
        Random random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            Duration duration = Duration.ofNanos(random.nextLong() >>> (1 + random.nextInt(62)));
            assertThat(Durations.parse(duration.toString())).isEqualTo(new Durations.Good(duration));
            assertThat(Durations.parse(duration.toNanos() + "ns")).isEqualTo(new Durations.Good(duration));
        }
    }

    @Test
    void readsWhatTheRuntimeWritesInItsMessages() {
        Random random = new Random(11);
        for (int i = 0; i < 1_000; i++) {
            Duration duration = Duration.ofNanos(random.nextLong() >>> (1 + random.nextInt(62)));
            assertThat(Durations.parse(DurationText.of(duration))).isEqualTo(new Durations.Good(duration));
        }
    }
}
