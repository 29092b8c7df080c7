package dev.deft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.processor.testing.Compiled;
import dev.deft.processor.testing.Source;
import dev.deft.processor.testing.TestCompiler;
import dev.deft.processor.testing.TestCompiler.Tool;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.DocumentationTool;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each example in {@code good} gives the wrappers and plans in {@code expected}, letter for letter, under javac and under ecj, and
 * neither compiler has anything to say of them. {@code -Dgoldens=update} writes what is expected anew.
 */
class GoldensTest {
    private static final Pattern PATH_SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));
    private static final boolean UPDATE = "update".equals(System.getProperty("goldens"));

    static Stream<String> examples() throws IOException {
        try (Stream<Path> folders = Files.list(Source.resource("good"))) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    static Stream<Arguments> examplesUnderEachCompiler() throws IOException {
        return examples().flatMap(example -> Arrays.stream(Tool.values()).map(tool -> Arguments.of(example, tool)));
    }

    /** The example {@code faults} is compiled to ask for them. */
    private static Compiled compile(Tool tool, String example, List<Source> sources) {
        TestCompiler compiler = tool.compiler();
        return (example.equals("faults") ? compiler.withOptions("-Adeft.faults") : compiler).compile(sources);
    }

    @ParameterizedTest
    @MethodSource("examplesUnderEachCompiler")
    void isWrittenAsExpected(String example, Tool tool) throws IOException {
        Compiled compiled = compile(tool, example, Source.under("good/" + example));

        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.warnings()).allMatch(message -> tool == Tool.ECJ && isOfJavacAlone(message.text()));
        if (UPDATE && tool == Tool.JAVAC) {
            update(example, written(compiled));
        }
        assertThat(written(compiled)).isEqualTo(expected(example));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isTheSameInAnyOrder(String example) {
        List<Source> sources = new ArrayList<>(Source.under("good/" + example));
        Map<String, String> written = written(compile(Tool.JAVAC, example, sources));
        Collections.shuffle(sources, new Random(example.hashCode()));

        assertThat(written(compile(Tool.JAVAC, example, sources))).isEqualTo(written);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void hasLinesOfModestLength(String example) throws IOException {
        expected(example)
                .forEach((file, text) ->
                        assertThat(text.lines()).allMatch(line -> line.length() <= 120 || file.endsWith(".json")));
    }

    /** Every link resolves and all is well-formed, the private methods' comments too. */
    @ParameterizedTest
    @MethodSource("examples")
    void documentsItself(String example) throws IOException {
        Compiled compiled = compile(Tool.JAVAC, example, Source.under("good/" + example));
        DocumentationTool javadoc = ToolProvider.getSystemDocumentationTool();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files =
                javadoc.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            Path generated = compiled.classes().resolveSibling("generated");
            files.setLocationFromPaths(
                    DocumentationTool.Location.DOCUMENTATION_OUTPUT,
                    List.of(Files.createDirectories(compiled.classes().resolveSibling("javadoc"))));
            List<Path> classPath = new ArrayList<>(List.of(compiled.classes()));
            PATH_SEPARATOR
                    .splitAsStream(System.getProperty("java.class.path"))
                    .map(Path::of)
                    .forEach(classPath::add);
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            List<Path> sources = compiled.generated().keySet().stream()
                    .map(generated::resolve)
                    .toList();
            boolean success = javadoc.getTask(
                            said,
                            files,
                            null,
                            null,
                            List.of("-quiet", "-private", "-Xdoclint:all,-missing", "-Werror"),
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(success).as(said.toString()).isTrue();
        }
    }

    /** What javac has to be told, and ecj does not know. */
    private static boolean isOfJavacAlone(String warning) {
        return warning.equals("Unsupported @SuppressWarnings(\"varargs\")");
    }

    /** Sources and plans. */
    private static Map<String, String> written(Compiled compiled) {
        Map<String, String> written = new TreeMap<>(compiled.generated());
        written.putAll(compiled.plans());
        return written;
    }

    private static Map<String, String> expected(String example) throws IOException {
        Path folder = Source.resource("expected").resolve(example);
        Map<String, String> texts = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    texts.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
                }
            }
        }
        return texts;
    }

    private static void update(String example, Map<String, String> written) throws IOException {
        Path folder = Source.resource("expected").resolve(example);
        for (String stale : expected(example).keySet()) {
            Files.delete(folder.resolve(stale));
        }
        for (Map.Entry<String, String> each : written.entrySet()) {
            Path file = folder.resolve(each.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, each.getValue());
        }
    }
}
