package dev.deft.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;

/** The story is the same, line by line and moment by moment, in every run. */
class QuickstartTest {
    private static final Path STORY = Path.of("src/test/resources/story.txt");

    @RepeatedTest(5)
    void tellsTheStory() throws IOException {
        assertThat(told()).containsExactlyElementsOf(Files.readAllLines(STORY));
    }

    private static List<String> told() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Quickstart.tell(new PrintStream(printed, true, StandardCharsets.UTF_8));
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
