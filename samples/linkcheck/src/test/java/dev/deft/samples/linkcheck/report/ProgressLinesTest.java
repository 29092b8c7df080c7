package dev.deft.samples.linkcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressLinesTest {
    @ParameterizedTest
    @CsvSource({"1, 1, checked 1 of 1 link", "3, 3, checked 3 of 3 links", "1000, 10, checked 1000 of 1000 links"})
    void tellsOfEachTenth(int total, int lines, String last) {
        StringWriter text = new StringWriter();
        try (ProgressLines progress = new ProgressLines(total, new PrintWriter(text))) {
            for (int i = 0; i < total; i++) {
                progress.step();
            }
        }

        assertThat(text.toString().lines()).hasSize(lines).endsWith(last);
    }
}
