package dev.deft.samples.linkcheck;

import dev.deft.TaskTimeoutException;
import dev.deft.annotation.Async;
import dev.deft.annotation.Deadline;
import dev.deft.annotation.Fallback;
import dev.deft.annotation.Jitter;
import dev.deft.annotation.Limit;
import dev.deft.annotation.Nesting;
import dev.deft.annotation.Retry;
import dev.deft.annotation.Timeout;
import dev.deft.annotation.Word;
import dev.deft.samples.linkcheck.web.Answer;
import dev.deft.samples.linkcheck.web.BusyException;
import dev.deft.samples.linkcheck.web.RetryAfterHeader;
import dev.deft.samples.linkcheck.web.ServerTroubleException;
import dev.deft.samples.linkcheck.web.Web;
import dev.deft.samples.linkcheck.web.Web.Method;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLException;

/** Checks links on the web. Everything that has to do with time and failure is said by its annotations. */
public final class LinkChecker {
    private final Web web;

    public LinkChecker(Web web) {
        this.web = web;
    }

    /**
     * Checks one page.
     *
     * <p>The nesting puts the limit around the deadline: however long the queue is, the time of a link begins when its
     * turn comes. Not retried is what no second attempt would mend: a certificate, or a name that nobody knows.
     */
    // tag::check[]
    @Async
    @Limit(20)
    @Deadline("30s")
    @Nesting({Word.LIMIT, Word.DEADLINE})
    @Retry(
            attempts = 4,
            delay = "200ms",
            jitter = Jitter.FULL,
            on = {IOException.class, TaskTimeoutException.class},
            except = {SSLException.class, UnresolvedAddressException.class},
            causes = true)
    @Timeout("5s")
    @Fallback("unreachable")
    public CheckResult check(URI url) throws IOException, InterruptedException {
        // end::check[]
        long start = System.nanoTime();
        CheckResult result = follow(new Redirects(url));
        return result.took(Duration.ofNanos(System.nanoTime() - start));
    }

    private CheckResult follow(Redirects redirects) throws IOException, InterruptedException {
        Answer answer = ask(redirects.current());
        while (answer.isRedirect()) {
            if (!redirects.follow(answer.location().orElseThrow())) {
                return CheckResult.of(Outcome.BROKEN, redirects.problem());
            }
            answer = ask(redirects.current());
        }
        if (!answer.isFine()) {
            return CheckResult.of(Outcome.BROKEN, ("HTTP " + answer.status() + " " + redirects).strip());
        }
        return redirects.any() ? CheckResult.of(Outcome.REDIRECTED, redirects.toString()) : CheckResult.of(Outcome.OK);
    }

    /** Asks for the head, and for the page itself where a server has no answer for heads. */
    private Answer ask(URI url) throws IOException, InterruptedException {
        Answer answer = web.ask(Method.HEAD, url);
        if (answer.mayBeBetterForGet()) {
            answer = web.ask(Method.GET, url);
        }
        if (answer.isBusy()) {
            Instant now = Instant.now();
            throw new BusyException(
                    answer.status(),
                    answer.retryAfter()
                            .map(value -> RetryAfterHeader.parse(value, now))
                            .orElse(Duration.ZERO));
        }
        if (answer.isServerTrouble()) {
            throw new ServerTroubleException(answer.status());
        }
        return answer;
    }

    /** What there is to say of a page that never answered. */
    static CheckResult unreachable(URI url, Throwable failure) {
        return CheckResult.of(Outcome.UNREACHABLE, Reasons.of(failure));
    }
}
