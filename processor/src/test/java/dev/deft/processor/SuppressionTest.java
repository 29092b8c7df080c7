package dev.deft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Severity;
import dev.deft.processor.testing.Message;
import dev.deft.processor.testing.Source;
import dev.deft.processor.testing.TestCompiler.Tool;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each warning of the catalogue falls silent where it is suppressed, on its method as well as on its class. */
class SuppressionTest {
    private static final Pattern TYPE = Pattern.compile(
            "(?m)^(?=(?:(?:public|final|abstract|sealed) )*(?:class|interface|enum|record|@interface) )");

    static Stream<Arguments> warnings() {
        return Arrays.stream(Problem.values())
                .filter(problem -> problem.severity() == Severity.WARNING)
                .map(Problem::code)
                .flatMap(code -> Stream.of(
                        Arguments.of(code, code, Tool.JAVAC),
                        Arguments.of(code, code, Tool.ECJ),
                        Arguments.of(code, "all", Tool.JAVAC)));
    }

    @ParameterizedTest(name = "{0} by \"{1}\" under {2}")
    @MethodSource("warnings")
    void onTheClass(String code, String name, Tool tool) {
        List<Source> silenced = example(code).stream()
                .map(source -> new Source(
                        source.path(), TYPE.matcher(source.text()).replaceAll("@SuppressWarnings(\"" + name + "\") ")))
                .toList();

        assertThat(lines(tool, silenced, code)).isEmpty();
    }

    @ParameterizedTest(name = "{0} by \"{1}\" under {2}")
    @MethodSource("warnings")
    void onTheMethod(String code, String name, Tool tool) {
        List<Source> example = example(code);
        List<Long> warned = lines(Tool.JAVAC, example, code);
        List<Source> silenced = example.stream()
                .map(source -> source.fileName().equals(fileName(code)) ? silenced(source, warned, name) : source)
                .toList();

        assertThat(warned).isNotEmpty();
        assertThat(lines(tool, silenced, code)).isEmpty();
    }

    private static List<Source> example(String code) {
        String file = fileName(code);
        String folder = file.replace(".java", "");
        return Source.under("bad/" + (Files.isDirectory(Source.resource("bad/" + folder)) ? folder : file));
    }

    private static String fileName(String code) {
        return code.replace("DEFT", "Deft") + ".java";
    }

    private static Source silenced(Source source, List<Long> warned, String name) {
        List<String> text = new ArrayList<>(source.text().lines().toList());
        warned.stream()
                .map(line -> startOfMember(text, line))
                .distinct()
                .toList()
                .forEach(start ->
                        text.set(start, "@SuppressWarnings({\"unused\", \"" + name + "\"}) " + text.get(start)));
        return new Source(source.path(), String.join("\n", text));
    }

    /** Where the outermost member begins that a line, counted from 1, belongs to, counted from 0. */
    private static int startOfMember(List<String> text, long line) {
        int start = (int) line - 1;
        while (!text.get(start - 1).isBlank() && !text.get(start - 1).startsWith("class ")) {
            start--;
        }
        return start;
    }

    /** The lines of which a warning speaks. */
    private static List<Long> lines(Tool tool, List<Source> sources, String code) {
        return tool.compiler().compile(sources).ofDeft().stream()
                .filter(message -> message.code().orElse("").equals(code))
                .map(Message::line)
                .toList();
    }
}
