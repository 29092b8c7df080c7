package dev.deft.samples.linkcheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.deft.samples.linkcheck.CheckResult;
import dev.deft.samples.linkcheck.CheckedLink;
import dev.deft.samples.linkcheck.Outcome;
import dev.deft.samples.linkcheck.Report;
import dev.deft.samples.linkcheck.documents.Link;
import dev.deft.samples.linkcheck.documents.Place;
import dev.deft.samples.linkcheck.documents.Target;
import dev.deft.samples.linkcheck.report.ReportFormat.Detail;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FormatsTest {
    private final Report report = new Report(
            List.of(
                    web("http://example.org/", Outcome.OK, "", 1, 2),
                    web("http://example.org/busy", Outcome.UNREACHABLE, "HTTP 503", 4, 1),
                    web("http://example.org/moved", Outcome.REDIRECTED, "-> http://example.org/", 1, 1),
                    web("http://example.org/gone", Outcome.BROKEN, "HTTP 410", 1, 3),
                    new CheckedLink(
                            new Link(
                                    new Target.Unchecked("mailto:desk@example.org", "mailto"),
                                    List.of(new Place("a.md", 9))),
                            new CheckResult(Outcome.SKIPPED, "mailto", Duration.ZERO),
                            0)),
            2,
            List.of(),
            Duration.ofMillis(1234));

    @Test
    void theTableBeginsWithTheWorst() {
        assertThat(write(ReportFormat.Name.TABLE, Detail.ALL)).isEqualToNormalizingNewlines("""
                        STATUS       TRIES     TIME  LINK                      LINKED FROM
                        broken           1    40 ms  http://example.org/gone   a.md:1 and 2 more
                                                     HTTP 410
                        unreachable      4    40 ms  http://example.org/busy   a.md:1
                                                     HTTP 503
                        skipped          -        -  mailto:desk@example.org   a.md:9
                                                     mailto
                        redirected       1    40 ms  http://example.org/moved  a.md:1
                                                     -> http://example.org/
                        ok               1    40 ms  http://example.org/       a.md:1 and 1 more

                        5 links in 2 documents, 1.2 s: 1 fine, 1 redirected, 1 broken, 1 unreachable, 1 skipped (1 mailto).
                        """);
    }

    @Test
    void theTableTellsAsMuchAsIsAskedFor() {
        assertThat(write(ReportFormat.Name.TABLE, Detail.NORMAL))
                .contains("gone", "busy", "moved", "5 links")
                .doesNotContain("ok  ", "mailto:");
        assertThat(write(ReportFormat.Name.TABLE, Detail.PROBLEMS))
                .contains("gone", "busy")
                .doesNotContain("moved", "5 links");
    }

    @Test
    void nothingWrongIsNoTable() {
        Report fine = new Report(
                List.of(web("http://example.org/", Outcome.OK, "", 1, 1)), 1, List.of(), Duration.ofMillis(5));
        StringWriter text = new StringWriter();

        new TableFormat().write(fine, Detail.NORMAL, new PrintWriter(text));

        assertThat(text.toString()).isEqualToNormalizingNewlines("1 link in 1 document, 5 ms: 1 fine.\n");
    }

    @Test
    void jsonHoldsEverything() {
        JsonObject json = JsonParser.parseString(write(ReportFormat.Name.JSON, Detail.PROBLEMS))
                .getAsJsonObject();

        assertThat(json.get("documents").getAsInt()).isEqualTo(2);
        assertThat(json.get("links").getAsJsonArray()).hasSize(5);
        JsonObject gone = json.get("links").getAsJsonArray().get(0).getAsJsonObject();
        assertThat(gone.get("link").getAsString()).isEqualTo("http://example.org/gone");
        assertThat(gone.get("status").getAsString()).isEqualTo("broken");
        assertThat(gone.get("linkedFrom").getAsJsonArray()).hasSize(3);
    }

    private String write(ReportFormat.Name format, Detail detail) {
        StringWriter text = new StringWriter();
        format.format().write(report, detail, new PrintWriter(text));
        return text.toString();
    }

    private static CheckedLink web(String url, Outcome outcome, String detail, int attempts, int places) {
        Link link = new Link(
                new Target.OnWeb(URI.create(url)),
                IntStream.rangeClosed(1, places)
                        .mapToObj(line -> new Place("a.md", line))
                        .toList());
        return new CheckedLink(link, new CheckResult(outcome, detail, Duration.ofMillis(40)), attempts);
    }
}
