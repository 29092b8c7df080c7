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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What Ctrl-C does: to a run, and to the whole program. */
@Timeout(30)
class CancellationTest {
    private static final int SILENT_PAGES = 30;

    /** So many of the silent pages have to be asked for before a run is cancelled. */
    private final CountDownLatch asked = new CountDownLatch(15);

    private final Map<String, Behaviour> pages = new LinkedHashMap<>();
    private FlakyServer server;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws IOException {
        pages.put("/", Behaviour.page()); // first, before the silent ones hold all permits
        for (String path : silentPages()) {
            pages.put(path, Counted.by(asked, Behaviour.silent()));
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
        long cancelledAt;
        CountDownLatch answered = new CountDownLatch(1);
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
                    CompletableFuture.supplyAsync(() -> check.check(collector.links(), new Steps(answered)));
            answered.await();
            asked.await();

            cancelledAt = System.nanoTime();
            check.cancel();
            report = run.get(5, TimeUnit.SECONDS);
            assertThat(Duration.ofNanos(System.nanoTime() - cancelledAt)).isLessThan(Duration.ofSeconds(2));
            assertThat(deft.drain(Duration.ofSeconds(2)))
                    .as("all bodies have ended")
                    .isTrue();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - cancelledAt)).isLessThan(Duration.ofSeconds(4));
        assertThat(report.count(Outcome.CANCELLED)).isEqualTo(SILENT_PAGES);
        assertThat(report.count(Outcome.OK)).isEqualTo(1);
        assertThat(report.exitCode()).isEqualTo(ExitCode.CANCELLED);
        assertThat(cancelled).hasValue(SILENT_PAGES);
        assertNoClientThreadStays();
    }

    @Test
    void aSignalEndsTheProgramWithAReportOfWhatWasChecked() throws Exception {
        StringBuilder document = new StringBuilder("[file](missing.md)\n");
        silentPages()
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
        asked.await();
        process.destroy(); // a signal that asks to end, as Ctrl-C is

        assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(128 + 15);
        assertThat(Files.readString(folder.resolve("output"), StandardCharsets.UTF_8))
                .contains("missing.md", SILENT_PAGES + " not checked, because the run was cancelled");
    }

    private static List<String> silentPages() {
        return IntStream.range(0, SILENT_PAGES)
                .mapToObj(page -> "/silent/" + page)
                .toList();
    }

    private static void assertNoClientThreadStays() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("HttpClient-")) {
                assertThat(thread.join(Duration.ofSeconds(10)))
                        .as(thread.getName())
                        .isTrue();
            }
        }
    }

    /** Counts the links that are done. */
    private record Steps(CountDownLatch latch) implements Progress {
        @Override
        public void step() {
            latch.countDown();
        }

        @Override
        public void close() {}
    }
}
