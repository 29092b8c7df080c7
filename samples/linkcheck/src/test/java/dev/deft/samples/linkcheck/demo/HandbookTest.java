package dev.deft.samples.linkcheck.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HandbookTest {
    private static final Path ORIGINAL = Path.of("handbook");

    @Test
    void knowsAllItsFiles() throws IOException {
        assertThat(Handbook.FILES).containsExactlyInAnyOrderElementsOf(filesIn(ORIGINAL));
    }

    @Test
    void isCopiedAndGoneAgain() throws IOException {
        Path folder;
        try (Handbook handbook = Handbook.copy(12345)) {
            folder = handbook.folder();
            assertThat(filesIn(folder)).hasSameSizeAs(Handbook.FILES);
            assertThat(folder.resolve("README.md"))
                    .content()
                    .contains("http://localhost:12345/calendar")
                    .doesNotContain("8089");
        }

        assertThat(folder).doesNotExist();
    }

    private static List<String> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }
}
