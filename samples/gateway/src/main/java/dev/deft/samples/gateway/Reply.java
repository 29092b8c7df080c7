package dev.deft.samples.gateway;

import com.google.gson.Gson;
import com.sun.net.httpserver.HttpExchange;
import dev.deft.DeadlineExceededException;
import dev.deft.RetryAfter;
import dev.deft.TaskRejectedException;
import dev.deft.TaskTimeoutException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What the gateway replies with.
 *
 * @param status of HTTP
 * @param body what there is to read
 * @param headers besides those that every reply has
 */
record Reply(int status, String body, Map<String, String> headers) {
    private static final Gson GSON = new Gson();

    static Reply text(int status, String text) {
        return new Reply(status, text + "\n", Map.of("Content-Type", "text/plain; charset=utf-8"));
    }

    static Reply json(Object value) {
        return new Reply(200, GSON.toJson(value) + "\n", Map.of("Content-Type", "application/json"));
    }

    /** The status that says what the failure says. */
    static Reply of(Exception failure) {
        if (failure instanceof TaskRejectedException) {
            return new Reply(429, failure.getMessage() + "\n", retryAfter(failure));
        }
        if (failure instanceof TaskTimeoutException || failure instanceof DeadlineExceededException) {
            return text(504, failure.getMessage());
        }
        if (failure instanceof IOException) {
            return text(502, String.valueOf(failure.getMessage()));
        }
        return text(500, "something is wrong here");
    }

    private static Map<String, String> retryAfter(Exception refusal) {
        if (refusal instanceof RetryAfter later) {
            long seconds = Math.ceilDiv(later.retryAfter().toMillis(), 1000);
            return Map.of("Retry-After", Long.toString(seconds));
        }
        return Map.of();
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
