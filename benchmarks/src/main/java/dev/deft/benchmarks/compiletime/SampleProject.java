package dev.deft.benchmarks.compiletime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sources for a compiler: as many copies as wanted of one class with ten methods, most words of Deft on them. */
final class SampleProject {
    static final int METHODS_IN_A_CLASS = 10;

    private static final Pattern WORDS =
            Pattern.compile("(?m)^ *(?:@[A-Z]\\w+.*|import dev\\.deft\\.annotation\\..*)\\R");
    private static final Pattern NAME = Pattern.compile("\\bService\\b");

    private SampleProject() {}

    /**
     * Writes the classes.
     *
     * @param folder where to; it is made
     * @param methods how many there are to be in all, a multiple of ten
     * @param annotated whether they bear Deft's words; nothing else differs
     */
    static List<Path> write(Path folder, int methods, boolean annotated) throws IOException {
        String text = annotated ? template() : WORDS.matcher(template()).replaceAll("");
        Files.createDirectories(folder);
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < methods / METHODS_IN_A_CLASS; i++) {
            String name = "Service" + i;
            files.add(Files.writeString(
                    folder.resolve(name + ".java"), NAME.matcher(text).replaceAll(name)));
        }
        return files;
    }

    /** All sources below a folder, in the order of their names. */
    static List<Path> sourcesBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static String template() {
        try (InputStream stream = SampleProject.class.getResourceAsStream("Service.java")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
