package dev.deft.samples.gateway.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deft.samples.gateway.Gateway;
import dev.deft.samples.gateway.demo.Load.Answer;
import dev.deft.samples.gateway.demo.Load.Request;
import java.io.IOException;
import java.net.BindException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The gateway over HTTP, before services on this machine that answer at once, or never. */
@Timeout(30)
class GatewayTest {
    private static final Mood PROMPT = new Mood(Duration.ZERO, 0, false);

    private final MoodyService descriptions = new MoodyService(id -> "the \"best\" " + id);
    private final MoodyService prices = new MoodyService(id -> "4.99");
    private final Gateway gateway = Gateway.start(0, descriptions.url(), prices.url());
    private final HttpClient client = HttpClient.newHttpClient();
    private final Load load = new Load(client, gateway.url());

    GatewayTest() throws IOException {
        descriptions.mood(PROMPT);
        prices.mood(PROMPT);
    }

    @AfterEach
    void close() {
        client.shutdownNow();
        gateway.close();
        prices.close();
        descriptions.close();
    }

    @Test
    void aProductIsJson() throws Exception {
        HttpResponse<String> answer = get("/products/tea", "acme");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.body()).isEqualTo("""
                {"id":"tea","description":"the \\"best\\" tea","price":"4.99"}
                """);
        assertThat(descriptions.requests()).isEqualTo(1);
        assertThat(prices.requests()).isEqualTo(1);
    }

    @Test
    void nothingIsLeftIfThePortIsTaken() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();

        assertThatThrownBy(() -> Gateway.start(gateway.url().getPort(), descriptions.url(), prices.url()))
                .isInstanceOf(BindException.class);

        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("HttpClient") && !before.contains(thread)) {
                thread.join(); // it was told to end
            }
        }
    }

    @Test
    void whoAsksForNothingThatIsThereIsTold() throws Exception {
        assertThat(get("/products/tea/leaves", "acme").statusCode()).isEqualTo(404);
        assertThat(get("/products/", "acme").statusCode()).isEqualTo(404);
        assertThat(get("/products/tea", "").statusCode()).isEqualTo(400);
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBack() throws Exception {
        load.change(
                "deft.Shop.product.rateLimit.value=1",
                "deft.Shop.product.rateLimit.per=1h",
                "deft.Shop.product.rateLimit.burst=1");

        List<Answer> answers = load.send(Collections.nCopies(3, new Request("acme", "tea")), 3);
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 429, 429);

        assertThat(get("/products/tea", "acme")
                        .headers()
                        .firstValueAsLong("Retry-After")
                        .orElseThrow())
                .isBetween(3500L, 3600L);
        assertThat(get("/products/tea", "globex").statusCode()).isEqualTo(200);
    }

    @Test
    void aServiceThatFailsIsABadGateway() throws Exception {
        descriptions.mood(new Mood(Duration.ZERO, 0, true));

        HttpResponse<String> answer = get("/products/tea", "acme");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).isEqualTo("the service answered 503\n");
    }

    @Test
    void aServiceThatDoesNotAnswerIsATimeout() throws Exception {
        load.change("deft.Services.description.timeout.value=1ms");
        descriptions.mood(Mood.slow(Duration.ofHours(1)));

        assertThat(get("/products/tea", "acme").statusCode()).isEqualTo(504);
    }

    @Test
    void aProductWithoutItsPriceIsBetterThanNone() throws Exception {
        prices.mood(new Mood(Duration.ZERO, 0, true));

        assertThat(get("/products/tea", "acme").body()).contains("on request");
    }

    @Test
    void settingsAreShownAndChanged() throws Exception {
        load.change("deft.Shop.product.limit.value=3");

        assertThat(load.settings())
                .anySatisfy(line -> assertThat(line).contains("Shop.product", " limit ", "value = 3"));
        assertThatThrownBy(() -> load.change("deft.Shop.product.limit.value=none"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private HttpResponse<String> get(String path, String tenant) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.url().resolve(path));
        if (!tenant.isEmpty()) {
            request.header("X-Tenant", tenant);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
