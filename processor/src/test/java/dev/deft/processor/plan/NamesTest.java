package dev.deft.processor.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.processor.model.DurationTexts;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    @Test
    void givesOutNoNameTwice() {
        Names names = new Names().reserve(List.of("charge"));

        assertThat(List.of(names.take("charge"), names.take("refund"), names.take("refund"), names.take("class")))
                .containsExactly("charge_", "refund", "refund_", "class_");
    }

    @ParameterizedTest
    @CsvSource({
        "charge, CHARGE",
        "chargeCard, CHARGE_CARD",
        "charge_card, CHARGE_CARD",
        "parseURL, PARSE_URL",
        "URLOf, URL_OF",
        "toX, TO_X",
        "f1, F1",
        "raise2Times, RAISE2_TIMES",
        "größe, GRÖSSE",
        "測試, 測試",
        "$, $"
    })
    void turnsMethodsIntoConstants(String method, String constant) {
        assertThat(MethodNames.constant(method)).isEqualTo(constant);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 s",
        "PT0.000000007S, 7 ns",
        "PT0.0000015S, 1.5 us",
        "PT0.1S, 100 ms",
        "PT0.0025S, 2.5 ms",
        "PT1.5S, 1.5 s",
        "PT60S, 1 min",
        "PT90S, 1 min 30 s",
        "PT25H0.5S, 1 d 1 h 0.5 s"
    })
    void tellsDurations(Duration duration, String text) {
        assertThat(DurationTexts.of(duration)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"PT1S, a second", "PT1M, a minute", "PT5S, every 5 s", "PT1H, every 1 h"})
    void tellsHowOften(Duration duration, String text) {
        assertThat(DurationTexts.every(duration)).isEqualTo(text);
    }

    /** Overloads as types without spaces; the numbers of the parameters that tell them apart. */
    @ParameterizedTest
    @CsvSource({
        "'|A', 0",
        "'A|B', 0",
        "'A|A,B', 1",
        "'A,X|A,Y|A', 1",
        "'A,B,C,D,E,F,G|A,B,C,D,E,F,H', 6",
        "'A,X|A,Y|B,X|B,Y', 0 1",
        "'A,A,X|A,B,Y|A,C,Z', 1",
        "'A,A,X|A,A,Y|A,B,Y', 1 2",
        "'A,B|B,A', 0"
    })
    void tellsOverloadsApartByAsFewTypesAsItTakes(String overloads, String positions) {
        List<List<String>> types = Arrays.stream(overloads.split("\\|", -1))
                .map(list -> list.isEmpty() ? List.<String>of() : List.of(list.split(",")))
                .toList();
        List<Integer> expected =
                Arrays.stream(positions.split(" ")).map(Integer::valueOf).toList();

        assertThat(TellingTypes.positions(types)).containsExactlyElementsOf(expected);
        assertThat(TellingTypes.positions(types.reversed())).containsExactlyElementsOf(expected);
    }

    @Test
    void capitalisesTypes() {
        assertThat(TypeTexts.capitalised("int[]")).isEqualTo("IntArray");
        assertThat(TypeTexts.capitalised("shop.Order")).isEqualTo("Shop_Order");
    }
}
