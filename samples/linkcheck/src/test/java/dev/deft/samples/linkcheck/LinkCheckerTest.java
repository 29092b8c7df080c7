package dev.deft.samples.linkcheck;

import static dev.deft.samples.linkcheck.ScriptedWeb.answer;
import static dev.deft.samples.linkcheck.ScriptedWeb.failure;
import static dev.deft.samples.linkcheck.ScriptedWeb.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.Deft;
import dev.deft.Task;
import dev.deft.TaskStatus;
import dev.deft.samples.linkcheck.web.Answer;
import dev.deft.time.VirtualTime;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The words on {@link LinkChecker#check}, in virtual time. */
@Timeout(30)
class LinkCheckerTest {
    private static final URI PAGE = URI.create("http://example.org/page");

    private final VirtualTime time = new VirtualTime();
    private final Deft deft = Deft.builder().time(time).build();
    private final ScriptedWeb web = new ScriptedWeb(time);
    private final LinkCheckerTasks checker = new LinkCheckerTasks(new LinkChecker(web), deft);

    @AfterEach
    void close() {
        deft.close();
    }

    @Test
    void aFinePageTakesOneRequest() {
        web.script(PAGE, status(200));

        Task<CheckResult> task = checker.check(PAGE);

        assertThat(task.join().outcome()).isEqualTo(Outcome.OK);
        assertThat(task.attempts()).isEqualTo(1);
        assertThat(web.requests()).containsExactly("HEAD " + PAGE);
    }

    @Test
    void whoRefusesHeadIsAskedForThePage() {
        web.script(PAGE, status(405), status(200));

        assertThat(checker.check(PAGE).join().outcome()).isEqualTo(Outcome.OK);
        assertThat(web.requests()).containsExactly("HEAD " + PAGE, "GET " + PAGE);
    }

    @Test
    void aMissingPageIsBrokenAtOnce() {
        web.script(PAGE, status(404));

        Task<CheckResult> task = checker.check(PAGE);

        assertThat(task.join()).returns(Outcome.BROKEN, CheckResult::outcome).returns("HTTP 404", CheckResult::detail);
        assertThat(task.attempts()).isEqualTo(1);
    }

    @Test
    void troubleThatPassesIsForgotten() {
        web.script(PAGE, status(502), failure(new IOException("connection reset")), status(200));

        Task<CheckResult> task = checker.check(PAGE);

        assertThat(task.join().outcome()).isEqualTo(Outcome.OK);
        assertThat(task.attempts()).isEqualTo(3);
    }

    @Test
    void troubleThatStaysIsReported() {
        web.script(PAGE, status(502));

        Task<CheckResult> task = checker.check(PAGE);

        assertThat(task.join())
                .returns(Outcome.UNREACHABLE, CheckResult::outcome)
                .returns("HTTP 502", CheckResult::detail);
        assertThat(task.attempts()).isEqualTo(4);
        assertThat(time.elapsed()).isLessThanOrEqualTo(Duration.ofMillis(200 + 400 + 800));
    }

    @Test
    void aBusyServerIsGivenTheTimeItAsksFor() {
        web.script(PAGE, answer(Answer.busy(429, "7")), status(200));

        Task<CheckResult> task = checker.check(PAGE);

        assertThat(task.join().outcome()).isEqualTo(Outcome.OK);
        assertThat(task.attempts()).isEqualTo(2);
        assertThat(time.elapsed()).isBetween(Duration.ofSeconds(7), Duration.ofSeconds(8));
    }

    @Test
    void aWaitBeyondTheDeadlineIsNotBegun() {
        web.script(PAGE, answer(Answer.busy(503, "3600")), status(200));

        assertThat(checker.check(PAGE).join())
                .returns(Outcome.UNREACHABLE, CheckResult::outcome)
                .returns("gave up: HTTP 503, asks to wait 1h", CheckResult::detail);
        assertThat(time.elapsed()).isZero();
    }

    @Test
    void silenceIsTimedOutAndTriedAgain() {
        web.script(PAGE, web.silence(), status(200));

        Task<CheckResult> task = checker.check(PAGE);

        assertThat(task.join().outcome()).isEqualTo(Outcome.OK);
        assertThat(task.attempts()).isEqualTo(2);
        assertThat(time.elapsed()).isBetween(Duration.ofSeconds(5), Duration.ofMillis(5200));
    }

    @Test
    void lastingSilenceEndsBeforeTheDeadline() {
        web.script(PAGE, web.silence());

        Task<CheckResult> task = checker.check(PAGE);

        assertThat(task.join())
                .returns(Outcome.UNREACHABLE, CheckResult::outcome)
                .returns("no answer in time", CheckResult::detail);
        assertThat(task.attempts()).isEqualTo(4);
        assertThat(time.elapsed()).isBetween(Duration.ofSeconds(20), Duration.ofMillis(21_400));
    }

    @Test
    void theDeadlineEndsAttemptsAndAll() {
        // Each attempt is busy almost until its timeout, then asks for more time than is left in the end.
        web.script(PAGE, web.after(Duration.ofMillis(4900), answer(Answer.busy(503, "6"))));

        Task<CheckResult> task = checker.check(PAGE);

        assertThat(task.join())
                .returns(Outcome.UNREACHABLE, CheckResult::outcome)
                .returns("gave up: HTTP 503, asks to wait 6s", CheckResult::detail);
        assertThat(task.attempts()).isEqualTo(3);
        assertThat(time.elapsed()).isEqualTo(Duration.ofMillis(3 * 4900 + 2 * 6000));
    }

    @Test
    void whatNoSecondAttemptMendsIsNotTriedAgain() {
        ConnectException unknown = new ConnectException();
        unknown.initCause(new UnresolvedAddressException());
        URI other = PAGE.resolve("/other");
        web.script(PAGE, failure(unknown));
        web.script(other, failure(new SSLHandshakeException("certificate expired")));

        Task<CheckResult> first = checker.check(PAGE);
        Task<CheckResult> second = checker.check(other);

        assertThat(first.join().detail()).isEqualTo("unknown host");
        assertThat(second.join().detail()).isEqualTo("no secure connection: certificate expired");
        assertThat(first.attempts()).isEqualTo(1);
        assertThat(second.attempts()).isEqualTo(1);
    }

    @Test
    void redirectsAreFollowedAndReported() {
        URI moved = PAGE.resolve("/moved");
        web.script(PAGE, answer(Answer.redirect(301, "/moved")));
        web.script(moved, status(200));

        assertThat(checker.check(PAGE).join())
                .returns(Outcome.REDIRECTED, CheckResult::outcome)
                .returns("-> " + moved, CheckResult::detail);
    }

    @Test
    void redirectsThatLeadNowhereAreBroken() {
        URI other = PAGE.resolve("/other");
        web.script(PAGE, answer(Answer.redirect(302, "/other")));
        web.script(other, status(410), status(410), answer(Answer.redirect(302, "/page")));

        assertThat(checker.check(PAGE).join())
                .returns(Outcome.BROKEN, CheckResult::outcome)
                .returns("HTTP 410 -> " + other, CheckResult::detail);
        assertThat(checker.check(PAGE).join())
                .returns(Outcome.BROKEN, CheckResult::outcome)
                .returns("redirects in a circle -> " + other + " -> " + PAGE, CheckResult::detail);
    }

    @Test
    void twentyAtATimeAndTheQueueCostsNobodyHisDeadline() {
        List<Task<CheckResult>> tasks = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            URI page = PAGE.resolve("/" + i);
            web.script(page, web.after(Duration.ofMillis(4500), status(200)));
        }
        for (int i = 0; i < 200; i++) {
            tasks.add(checker.check(PAGE.resolve("/" + i)));
        }

        assertThat(tasks).allSatisfy(task -> assertThat(task.join().outcome()).isEqualTo(Outcome.OK));
        assertThat(web.mostAtOnce()).isEqualTo(20);
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(45));
    }

    @Test
    void aCancelledCheckHasNoFallbackAndAsksNoMore() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        web.script(PAGE, () -> {
            asked.countDown();
            new CountDownLatch(1).await();
            return Answer.of(200);
        });
        try (Deft stopped = Deft.builder().time(VirtualTime.manual()).build()) {
            Task<CheckResult> task = new LinkCheckerTasks(new LinkChecker(web), stopped).check(PAGE);
            asked.await();
            task.cancel(true);

            assertThat(task.status()).isEqualTo(TaskStatus.CANCELLED);
            assertThat(task.terminated()).succeedsWithin(Duration.ofSeconds(5));
        }
        assertThat(web.requests()).hasSize(1);
    }
}
