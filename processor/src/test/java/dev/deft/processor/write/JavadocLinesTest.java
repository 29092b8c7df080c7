package dev.deft.processor.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JavadocLinesTest {
    private static final String FILL = "x".repeat(60);

    @Test
    void keepsANumberAndItsUnitTogether() {
        assertThat(JavadocLines.wrapped(List.of("     * " + "w".repeat(106) + " 100 ms, 200 ms.")))
                .containsExactly("     * " + "w".repeat(106), "     * 100 ms, 200 ms.");
    }

    @Test
    void breaksBetweenWordsRatherThanWithinATag() {
        assertThat(JavadocLines.wrapped(
                        List.of("     * " + FILL + " {@code @Retry(attempts = 3, delay = \"100ms\", factor = 3.0)}.")))
                .containsExactly(
                        "     * " + FILL, "     * {@code @Retry(attempts = 3, delay = \"100ms\", factor = 3.0)}.");
    }

    @Test
    void breaksATagBetweenAttributes() {
        assertThat(JavadocLines.wrapped(List.of("     * {@code @Recover(value = \"" + FILL
                        + "\", on = {IOException.class, OutOfMemoryError.class}, except = Error.class)}.")))
                .containsExactly(
                        "     * {@code @Recover(value = \"" + FILL + "\",",
                        "     * on = {IOException.class, OutOfMemoryError.class}, except = Error.class)}.");
    }

    @Test
    void breaksAnAttributeThatIsTooLongBetweenItsValues() {
        String values = "IOException.class, OutOfMemoryError.class, ArithmeticException.class, RuntimeException.class";
        assertThat(JavadocLines.wrapped(
                        List.of("     * {@code @Retry(on = {" + values + ", TimeoutException.class})}.")))
                .containsExactly("     * {@code @Retry(on = {" + values + ",", "     * TimeoutException.class})}.");
    }

    @Test
    void neverBreaksAString() {
        String line = "     * {@code @Fallback(\"" + "a, (b} ".repeat(20) + "\")} around it.";
        assertThat(JavadocLines.wrapped(List.of(line)))
                .containsExactly(line.substring(0, line.indexOf(" around")), "     * around it.");
        String html = "     * <code>&#64;Fallback(\"a, &#92;\", b" + "a, ".repeat(40) + "\")</code> around it.";
        assertThat(JavadocLines.wrapped(List.of(html)))
                .containsExactly(html.substring(0, html.indexOf(" around")), "     * around it.");
    }
}
