package dev.deft.samples.gopatterns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On the machine's time the patterns print the same, but for the moments. Those that wait for long are left out. */
class RealTimeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "DeferOrder",
                "DeferArguments",
                "DeferUnlock",
                "LoopVariables",
                "RecoverAndGoOn",
                "ProducerConsumer",
                "TemporaryFile",
                "Transactions",
                "CancellationCascade",
                "TimeoutOfWork"
            })
    void printsTheSame(String name) throws IOException {
        List<String> lines = Printed.by(() -> Stage.show(GoPatterns.all().get(name)));

        assertThat(withoutTimes(lines))
                .containsExactlyElementsOf(
                        withoutTimes(Files.readAllLines(Path.of("src/test/resources/printed", name + ".txt"))));
    }

    private static List<String> withoutTimes(List<String> lines) {
        return lines.stream().map(line -> line.replaceFirst("^ *[0-9.]+ s", "")).toList();
    }
}
