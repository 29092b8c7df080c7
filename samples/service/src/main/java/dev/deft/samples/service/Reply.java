package dev.deft.samples.service;

import com.google.gson.Gson;
import com.sun.net.httpserver.HttpExchange;
import dev.deft.Task;
import dev.deft.TaskRejectedException;
import dev.deft.TaskTimeoutException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;

/**
 * What the service replies with.
 *
 * @param status of HTTP
 * @param body what there is to read
 * @param headers besides those that every reply has
 */
record Reply(int status, String body, Map<String, String> headers) {
    private static final Gson GSON = new Gson();

    static Reply text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", text + "\n");
    }

    static Reply json(int status, String json) {
        return of(status, "application/json", json + "\n");
    }

    static Reply of(int status, String type, String body) {
        return new Reply(status, body, Map.of("Content-Type", type));
    }

    /** Waits for a task, and tells what became of it, and by which identities to find it. */
    static Reply of(Task<?> task) {
        Reply reply = task.handle((result, failure) -> failure == null ? json(200, GSON.toJson(result)) : of(failure))
                .join();
        Map<String, String> headers = new HashMap<>(reply.headers);
        headers.put("X-Trace-Id", task.context().traceId());
        headers.put("X-Task-Id", task.id());
        return new Reply(reply.status, reply.body, headers);
    }

    private static Reply of(Throwable failure) {
        return switch (failure) {
            case TaskRejectedException refusal -> text(503, refusal.getMessage());
            case TaskTimeoutException timeout -> text(504, timeout.getMessage());
            case CancellationException cancelled -> text(409, "the order was cancelled");
            case IOException trouble -> text(502, String.valueOf(trouble.getMessage()));
            default -> text(500, "something is wrong here");
        };
    }

    void send(HttpExchange exchange) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
