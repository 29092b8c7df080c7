package dev.deft.processor.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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

    @Test
    void capitalisesTypes() {
        assertThat(TypeTexts.capitalised("int[]")).isEqualTo("IntArray");
        assertThat(TypeTexts.capitalised("shop.Order")).isEqualTo("Shop_Order");
    }
}
