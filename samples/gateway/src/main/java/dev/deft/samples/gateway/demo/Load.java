package dev.deft.samples.gateway.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sends requests to a gateway, as many at once as it is told. */
final class Load {
    private final HttpClient client;
    private final URI gateway;

    Load(HttpClient client, URI gateway) {
        this.client = client;
        this.gateway = gateway;
    }

    /** One request. */
    record Request(String tenant, String product) {}

    /** What became of one. */
    record Answer(Request request, int status, String body, Duration took) {}

    /** Sends all of them in their order, so many at once, and waits for all answers. */
    List<Answer> send(List<Request> requests, int atOnce) throws InterruptedException, ExecutionException {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory())) {
            List<Future<Answer>> underWay = new ArrayList<>();
            for (Request request : requests) {
                underWay.add(threads.submit(() -> send(request)));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> each : underWay) {
                answers.add(each.get());
            }
            return answers;
        }
    }

    private Answer send(Request request) throws IOException, InterruptedException {
        long start = System.nanoTime();
        HttpRequest http = HttpRequest.newBuilder(gateway.resolve("/products/" + request.product()))
                .header("X-Tenant", request.tenant())
                .build();
        HttpResponse<String> answer = client.send(http, BodyHandlers.ofString());
        return new Answer(request, answer.statusCode(), answer.body(), Duration.ofNanos(System.nanoTime() - start));
    }

    /** What the gateway's policies go by and know, one a line. */
    List<String> settings() throws IOException, InterruptedException {
        return operator(HttpRequest.newBuilder(gateway.resolve("/settings")).build());
    }

    /** Changes settings of the gateway, each written as in a file. */
    void change(String... lines) throws IOException, InterruptedException {
        operator(HttpRequest.newBuilder(gateway.resolve("/settings"))
                .POST(BodyPublishers.ofString(String.join("\n", lines)))
                .build());
    }

    private List<String> operator(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalArgumentException(answer.body());
        }
        return answer.body().lines().toList();
    }
}
