package dev.deft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Severity;
import dev.deft.processor.testing.Compiled;
import dev.deft.processor.testing.Message;
import dev.deft.processor.testing.Source;
import dev.deft.processor.testing.TestCompiler.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each example in {@code bad} is refused, or warned of, exactly where its comments say.
 *
 * <p>A caret in a comment points at the column above it: {@code //   ^ DEFT012}. Where that does not fit, the comment
 * says {@code // column 1: DEFT063}.
 */
class BadExamplesTest {
    private static final Pattern MARK = Pattern.compile("\\s*//(?: column (\\d+):|\\s*\\^) (DEFT\\d{3})");
    private static final Pattern COMMENT = Pattern.compile("\\s*//.*");

    /** What only javac's syntax trees show. */
    private static final List<String> WITH_TREES = List.of("DEFT031", "DEFT032");

    /** Where the trouble is not in the source alone: tests of their own. */
    private static final List<Problem> ELSEWHERE =
            List.of(Problem.PARAMETER_NAMES_LOST, Problem.RUNTIME_MISSING, Problem.CHANNELS_MISSING, Problem.INTERNAL);

    static Stream<Arguments> examples() throws IOException {
        try (Stream<Path> files = Files.list(Source.resource("bad"))) {
            return files.sorted().toList().stream()
                    .flatMap(path -> Arrays.stream(Tool.values())
                            .map(tool -> Arguments.of(path.getFileName().toString(), tool)));
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isRefusedWhereItSays(String example, Tool tool) {
        List<Source> sources = Source.under("bad/" + example);
        Compiled compiled = tool.compiler().compile(sources);

        List<String> expected = new ArrayList<>();
        sources.forEach(source -> expected.addAll(marks(source, tool)));
        List<String> actual =
                compiled.ofDeft().stream().map(message -> place(message, tool)).toList();
        assertThat(actual).as(compiled.messages().toString()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(compiled.ofDeft()).allSatisfy(BadExamplesTest::readsWell);
        if (!example.startsWith("Deft069")) {
            assertThat(compiled.messages().stream()
                            .filter(Message::isError)
                            .filter(message -> message.code().isEmpty()))
                    .isEmpty();
        }
    }

    @Test
    void coverTheCatalogue() throws IOException {
        TreeSet<String> shown = new TreeSet<>();
        for (Source source : Source.under("bad")) {
            source.text()
                    .lines()
                    .map(MARK::matcher)
                    .filter(Matcher::lookingAt)
                    .forEach(mark -> shown.add(mark.group(2)));
        }
        assertThat(shown)
                .containsExactlyElementsOf(Arrays.stream(Problem.values())
                        .filter(problem -> !ELSEWHERE.contains(problem))
                        .map(Problem::code)
                        .toList());
    }

    @Test
    void haveAPageEach() throws IOException {
        for (Problem problem : Problem.values()) {
            Path page = Source.projectFolder().resolve(problem.page());
            assertThat(page).exists().content().startsWith("# " + problem.code() + " ");
        }
        try (Stream<Path> pages = Files.list(Source.projectFolder().resolve("docs/errors"))) {
            assertThat(pages.map(page -> page.getFileName().toString()).filter(name -> name.startsWith("DEFT")))
                    .hasSize(Problem.values().length);
        }
    }

    private static List<String> marks(Source source, Tool tool) {
        List<String> marks = new ArrayList<>();
        List<String> lines = source.text().lines().toList();
        int code = 0;
        for (int i = 0; i < lines.size(); i++) {
            Matcher mark = MARK.matcher(lines.get(i));
            if (mark.lookingAt()) {
                int column = mark.group(1) == null ? lines.get(i).indexOf('^') + 1 : Integer.parseInt(mark.group(1));
                if (tool == Tool.JAVAC || !WITH_TREES.contains(mark.group(2))) {
                    marks.add(place(source.fileName(), code, column, mark.group(2), tool));
                }
            } else if (!COMMENT.matcher(lines.get(i)).matches()) {
                code = i + 1;
            }
        }
        return marks;
    }

    private static String place(Message message, Tool tool) {
        return place(
                message.file(), message.line(), message.column(), message.code().orElse(""), tool);
    }

    /** ecj points at the attribute's name or at the annotation, but always at its line. */
    private static String place(String file, long line, long column, String code, Tool tool) {
        return file + ":" + line + ":" + (tool == Tool.JAVAC ? column + ":" : "") + " " + code;
    }

    private static void readsWell(Message message) {
        String code = message.code().orElse("");
        Problem problem = Arrays.stream(Problem.values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
        List<String> lines = message.text().lines().map(String::strip).toList();
        assertThat(lines.get(0)).startsWith("[" + code + "] ").endsWith(".");
        assertThat(lines.get(1)).startsWith("Fix: ");
        assertThat(lines.get(lines.size() - 1)).isEqualTo("See " + problem.page());
        assertThat(message.isError()).isEqualTo(problem.severity() == Severity.ERROR);
    }
}
