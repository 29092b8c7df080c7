package dev.deft.samples.linkcheck.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.Deft;
import dev.deft.TaskEvent;
import dev.deft.samples.linkcheck.ExitCode;
import dev.deft.samples.linkcheck.LinkCheck;
import dev.deft.samples.linkcheck.LinkCheckCommand;
import dev.deft.samples.linkcheck.Outcome;
import dev.deft.samples.linkcheck.Report;
import dev.deft.samples.linkcheck.documents.LinkCollector;
import dev.deft.samples.linkcheck.documents.Pages;
import dev.deft.samples.linkcheck.report.Progress;
import dev.deft.samples.linkcheck.web.HttpWeb;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What Ctrl-C does: to a run, and to the whole program. */
@Timeout(30)
class CancellationTest {
    private static final int SILENT_PAGES = 30;

    private final Map<String, Behaviour> pages = new LinkedHashMap<>();
    private FlakyServer server;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws IOException {
        pages.put("/", Behaviour.page()); // first, before the silent ones hold all permits
        for (int i = 0; i < SILENT_PAGES; i++) {
            pages.put("/silent/" + i, Behaviour.silent());
        }
        server = FlakyServer.start(0, pages);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aCancelledRunEndsAtOnceAndLeavesNothingBehind() throws Exception {
        AtomicInteger cancelled = new AtomicInteger();
        Report report;
        long asked;
        try (Deft deft = Deft.builder()
                        .listener(event -> {
                            if (event instanceof TaskEvent.Cancelled) {
                                cancelled.incrementAndGet();
                            }
                        })
                        .build();
                HttpWeb web = new HttpWeb();
                LinkCheck check = new LinkCheck(web, new Pages(), false, deft)) {
            LinkCollector collector = new LinkCollector(new Pages());
            pages.keySet().forEach(path -> collector.add(server.url(path).toString()));
            CompletableFuture<Report> run =
                    CompletableFuture.supplyAsync(() -> check.check(collector.links(), Progress.silent()));
            awaitVisits(15);

            asked = System.nanoTime();
            check.cancel();
            report = run.get(5, TimeUnit.SECONDS);
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(2));
            assertThat(deft.drain(Duration.ofSeconds(2)))
                    .as("all bodies have ended")
                    .isTrue();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(4));
        assertThat(report.count(Outcome.CANCELLED)).isEqualTo(SILENT_PAGES);
        assertThat(report.count(Outcome.OK)).isEqualTo(1);
        assertThat(report.exitCode()).isEqualTo(ExitCode.CANCELLED);
        assertThat(cancelled).hasValue(SILENT_PAGES);
        awaitNoClientThread();
    }

    @Test
    void aSignalEndsTheProgramWithAReportOfWhatWasChecked() throws Exception {
        StringBuilder document = new StringBuilder("[file](missing.md)\n");
        pages.keySet()
                .forEach(path -> document.append('<').append(server.url(path)).append(">\n"));
        Files.writeString(folder.resolve("a.md"), document);

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        LinkCheckCommand.class.getName(),
                        folder.toString())
                .redirectError(folder.resolve("errors").toFile())
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        awaitVisits(15);
        process.destroy(); // a signal that asks to end, as Ctrl-C is

        assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(128 + 15);
        assertThat(Files.readString(folder.resolve("output"), StandardCharsets.UTF_8))
                .contains("missing.md", SILENT_PAGES + " not checked, because the run was cancelled");
    }

    /** Waits until so many of the silent pages are asked for, and the one that answers has been. */
    private void awaitVisits(int silent) throws InterruptedException {
        List<String> paths = List.copyOf(pages.keySet());
        while (server.visits("/") == 0
                || paths.stream().mapToInt(server::visits).sum() < silent + 1) {
            Thread.sleep(10);
        }
        Thread.sleep(100); // for the answer to arrive
    }

    private static void awaitNoClientThread() throws InterruptedException {
        while (Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().startsWith("HttpClient-"))) {
            Thread.sleep(10);
        }
    }
}
