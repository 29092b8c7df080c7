package dev.deft.samples.service.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;

/** Sends requests to a service, each in a trace of its own. */
final class Load {
    private final HttpClient client;
    private final URI service;

    Load(HttpClient client, URI service) {
        this.client = client;
        this.service = service;
    }

    /**
     * What became of an order.
     *
     * @param sentTraceId the trace in which the order was sent
     * @param traceId the trace in which the service says it was placed
     * @param taskId identity of the call that placed it
     */
    record Answer(int status, String body, String sentTraceId, String traceId, String taskId) {}

    /** Places an order, and does not wait for the answer. */
    CompletableFuture<Answer> order(String id, String article) {
        String trace = hex(16);
        HttpRequest request = HttpRequest.newBuilder(service.resolve("/orders/" + id))
                .header("traceparent", "00-" + trace + "-" + hex(8) + "-01")
                .POST(BodyPublishers.ofString(article))
                .build();
        return client.sendAsync(request, BodyHandlers.ofString())
                .thenApply(answer -> new Answer(
                        answer.statusCode(),
                        answer.body().strip(),
                        trace,
                        header(answer, "X-Trace-Id"),
                        header(answer, "X-Task-Id")));
    }

    /** Cancels one, and gives the status of the answer. */
    int cancel(String id) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(service.resolve("/orders/" + id)).DELETE())
                .statusCode();
    }

    /** The metrics, with examples. */
    String metrics() throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(service.resolve("/metrics"))
                        .header("Accept", "application/openmetrics-text"))
                .body();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(service.resolve(path)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static String hex(int length) {
        byte[] bytes = new byte[length];
        ThreadLocalRandom.current().nextBytes(bytes);
        bytes[0] |= 1; // all zeros would be no identity
        return HexFormat.of().formatHex(bytes);
    }
}
