package dev.deft.samples.gopatterns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each pattern prints what stands in {@code printed}, on virtual time, moment by moment and in every run.
 * {@code -Dgoldens=update} writes down what is printed today.
 */
class GoPatternsTest {
    private static final boolean UPDATE = "update".equals(System.getProperty("goldens"));
    private static final Path PRINTED = Path.of("src/test/resources/printed");
    private static final int TIMES = 5;

    @TestFactory
    Stream<DynamicTest> printsWhatIsExpected() {
        return GoPatterns.all().entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> check(each.getKey(), each.getValue())));
    }

    private static void check(String name, Function<Stage, Pattern> pattern) throws IOException {
        Path file = PRINTED.resolve(name + ".txt");
        for (int i = 0; i < TIMES; i++) {
            List<String> lines = Printed.by(() -> Stage.showInNoTime(pattern));
            if (UPDATE) {
                Files.write(file, lines);
            } else {
                assertThat(lines).containsExactlyElementsOf(Files.readAllLines(file));
            }
        }
    }

    @Test
    void mainShowsThemAll() {
        List<String> lines = Printed.by(() -> GoPatterns.main(new String[0]));

        assertThat(lines).containsAll(GoPatterns.all().keySet());
    }
}
