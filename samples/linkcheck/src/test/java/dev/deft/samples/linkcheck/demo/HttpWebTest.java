package dev.deft.samples.linkcheck.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deft.samples.linkcheck.web.Answer;
import dev.deft.samples.linkcheck.web.HttpWeb;
import dev.deft.samples.linkcheck.web.Web.Method;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The HTTP client against a server that behaves badly. */
@Timeout(20)
class HttpWebTest {
    private final HttpWeb web = new HttpWeb();
    private final CountDownLatch silentAsked = new CountDownLatch(1);
    private FlakyServer server;

    @BeforeEach
    void start() throws IOException {
        server = FlakyServer.start(
                0,
                Map.of(
                        "/moved", Behaviour.redirect(301, "/elsewhere"),
                        "/busy", Behaviour.busy(429, "5"),
                        "/endless", Behaviour.endless(),
                        "/dead", Behaviour.dead(),
                        "/silent", Counted.by(silentAsked, Behaviour.silent())));
    }

    @AfterEach
    void stop() {
        web.close();
        server.close();
    }

    @Test
    void redirectsAreForTheCallerToFollow() throws Exception {
        assertThat(web.ask(Method.HEAD, server.url("/moved"))).isEqualTo(Answer.redirect(301, "/elsewhere"));
    }

    @Test
    void theWishToBeLeftAloneIsPassedOn() throws Exception {
        assertThat(web.ask(Method.GET, server.url("/busy"))).isEqualTo(Answer.busy(429, "5"));
    }

    @Test
    void bodiesAreNotRead() throws Exception {
        assertThat(web.ask(Method.GET, server.url("/endless"))).isEqualTo(Answer.of(200));
    }

    @Test
    void whoHangsUpIsAFailure() {
        assertThatThrownBy(() -> web.ask(Method.HEAD, server.url("/dead"))).isInstanceOf(IOException.class);
    }

    @Test
    void anInterruptEndsTheWait() throws Exception {
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread waiting = Thread.ofVirtual().start(() -> {
            try {
                web.ask(Method.HEAD, server.url("/silent"));
            } catch (IOException | InterruptedException e) {
                thrown.complete(e);
            }
        });
        silentAsked.await();
        waiting.interrupt();

        assertThat(thrown.join()).isInstanceOf(InterruptedException.class);
    }
}
