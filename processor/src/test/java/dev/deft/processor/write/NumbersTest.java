package dev.deft.processor.write;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "9999, 9999",
        "10000, 10_000",
        "1234567, 1_234_567",
        "9223372036854775807, 9_223_372_036_854_775_807L"
    })
    void writesLongOnesInGroups(long number, String literal) {
        assertThat(Numbers.of(number)).isEqualTo(literal);
    }
}
