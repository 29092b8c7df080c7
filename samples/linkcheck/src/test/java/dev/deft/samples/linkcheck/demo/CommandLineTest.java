package dev.deft.samples.linkcheck.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.deft.samples.linkcheck.ExitCode;
import dev.deft.samples.linkcheck.LinkCheckCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The program as its users call it, on real files, real time and a real server. */
@Timeout(60)
class CommandLineTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void helpAndVersionAreFine() {
        assertThat(execute("--help")).isEqualTo(ExitCode.FINE);
        assertThat(out.toString()).contains("Usage: linkcheck", "--offline", "demo", "130");
        assertThat(execute("--version")).isEqualTo(ExitCode.FINE);
        assertThat(out.toString()).contains("linkcheck (not packaged)");
    }

    @Test
    void badUsageIsSaid() {
        assertThat(execute()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("Give at least one INPUT", "Usage:");
        assertThat(execute("--colour", "red")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("--colour");
        assertThat(execute("--format", "xml", "a")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).containsIgnoringCase("table").containsIgnoringCase("json");
    }

    @Test
    void unreadableInputIsSaid() throws IOException {
        write("a.md", "[a](a.md)");

        assertThat(execute(folder.resolve("nowhere").toString(), folder.toString()))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("There is no file or folder");
        assertThat(out.toString()).contains("1 link in 1 document", "1 fine");
    }

    @Test
    void fineLinksAreFine() throws IOException {
        write("a.md", "# A\n[b](b.html#b) [self](#a)");
        write("b.html", "<p id='b'>");

        assertThat(execute(folder.toString())).isEqualTo(ExitCode.FINE);
        assertThat(out.toString()).startsWith("2 links in 2 documents");
    }

    @Test
    void documentsWithoutLinksAreFine() throws IOException {
        write("a.md", "No links.");

        assertThat(execute(folder.toString())).isEqualTo(ExitCode.FINE);
        assertThat(out.toString()).startsWith("0 links in 1 document");
    }

    @Test
    void offlineLeavesTheWebAlone() throws IOException {
        try (FlakyServer server = FlakyServer.start(0, Map.of("/", Behaviour.page()))) {
            write("a.md", "[web](" + server.url("/") + ") [file](missing.md)");

            assertThat(execute("--offline", folder.toString())).isEqualTo(ExitCode.BROKEN_LINKS);
            assertThat(server.visits("/")).isZero();
            assertThat(out.toString()).contains("no such file", "1 skipped (1 offline)");
        }
    }

    @Test
    void eachPageIsAskedForOnceHoweverOftenItIsLinked() throws IOException {
        try (FlakyServer server = FlakyServer.start(0, Map.of("/", Behaviour.page()))) {
            String url = server.url("/").toString();
            write("a.md", "[one](" + url + ") [two](" + url + "#part)");
            write("b.md", "<" + url.replace("localhost", "LOCALHOST") + ">");

            assertThat(execute(folder.toString(), url)).isEqualTo(ExitCode.FINE);
            assertThat(server.visits("/")).isEqualTo(1);
        }
    }

    @Test
    void quietPrintsOnlyWhatIsBroken() throws IOException {
        write("a.md", "[a](a.md) [b](b.md)");

        assertThat(execute("--quiet", folder.toString())).isEqualTo(ExitCode.BROKEN_LINKS);
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString()).contains("b.md").doesNotContain("2 links");
        write("b.md", "");
        out.getBuffer().setLength(0);

        assertThat(execute("--quiet", folder.toString())).isEqualTo(ExitCode.FINE);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void verboseTellsOfEveryAttempt() throws IOException {
        Behaviour flaky = Behaviour.first(1, Behaviour.status(503), Behaviour.page());
        try (FlakyServer server = FlakyServer.start(0, Map.of("/flaky", flaky))) {
            String url = server.url("/flaky").toString();

            assertThat(execute("--verbose", url)).isEqualTo(ExitCode.FINE);
            assertThat(err.toString()).contains(url + ": attempt 1 failed: HTTP 503", url + ": attempt 2 in ");
        }
    }

    @Test
    void theDemoShowsEverythingThatGoesWrongAndAlwaysTheSame() {
        assertThat(execute("demo", "--format", "json", "--seed", "14")).isEqualTo(ExitCode.BROKEN_LINKS);

        Map<String, String> results = resultsByLink();
        assertThat(results)
                .containsEntry("/", "ok 1")
                .containsEntry("/calendar", "ok 1")
                .containsEntry("/shop/tools", "redirected 1")
                .containsEntry("/latest", "redirected 1")
                .containsEntry("/forum", "broken 1")
                .containsEntry("/old-forum", "broken 1")
                .containsEntry("/form.pdf", "broken 1")
                .containsEntry("/map", "broken 1")
                .containsEntry("/booking", "ok 3")
                .containsEntry("/members", "ok 2")
                .containsEntry("/catalogue", "ok 2")
                .containsEntry("/standards", "unreachable 1")
                .containsEntry("/spoke-calculator", "ok 1")
                .containsEntry("/videos/truing.mp4", "ok 1")
                .containsEntry("/webcam", "unreachable 4")
                .containsEntry("/lessons/1", "ok 4")
                .containsEntry("/lessons/6", "unreachable 4")
                .containsEntry("/lessons/9", "ok 3")
                .containsEntry("accidents.md", "broken 0")
                .containsEntry("archive/2019.md", "broken 0")
                .containsEntry("courses.md#hydraulics", "broken 0")
                .containsEntry("glossary.md#freewheel", "broken 0")
                .containsEntry("glossary.md#cone", "ok 0")
                .containsEntry("images/brake-pad.svg", "broken 0")
                .containsEntry("http://battery workshop.example.org/", "broken 0")
                .containsEntry("tel:112", "skipped 0");
        assertThat(results.values())
                .filteredOn(result -> result.startsWith("broken"))
                .hasSize(10);
        assertThat(results.values())
                .filteredOn(result -> result.startsWith("unreachable"))
                .hasSize(3);
    }

    /** From link, without the server's address, to status and number of attempts. */
    private Map<String, String> resultsByLink() {
        Map<String, String> results = new TreeMap<>();
        for (JsonElement element :
                JsonParser.parseString(out.toString()).getAsJsonObject().getAsJsonArray("links")) {
            JsonObject link = element.getAsJsonObject();
            results.put(
                    link.get("link").getAsString().replaceFirst("^http://localhost:\\d+", ""),
                    link.get("status").getAsString() + " "
                            + link.get("attempts").getAsInt());
        }
        return results;
    }

    private int execute(String... arguments) {
        CommandLine commandLine = LinkCheckCommand.commandLine();
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        return commandLine.execute(arguments);
    }

    private void write(String file, String content) throws IOException {
        Files.writeString(folder.resolve(file), content);
    }
}
