package dev.deft.samples.linkcheck.demo;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** How a page of the flaky server behaves. */
@FunctionalInterface
interface Behaviour {
    /**
     * Answers a request, or does not.
     *
     * @param visit how many requests there have been for this page, this one included
     */
    void answer(HttpExchange exchange, int visit) throws IOException, InterruptedException;

    /** A page that is simply there. */
    static Behaviour page() {
        return (exchange, visit) -> send(exchange, 200, "<!DOCTYPE html><title>Fine</title><p>Here you are.");
    }

    /** Says nothing but a status. */
    static Behaviour status(int status) {
        return (exchange, visit) -> send(exchange, status, "");
    }

    /** Takes its time. */
    static Behaviour after(Duration delay, Behaviour then) {
        return (exchange, visit) -> {
            Thread.sleep(delay);
            then.answer(exchange, visit);
        };
    }

    /** Behaves in one way for the first visits, and in another from then on. */
    static Behaviour first(int visits, Behaviour before, Behaviour then) {
        return (exchange, visit) -> {
            if (visit <= visits) {
                before.answer(exchange, visit);
            } else {
                then.answer(exchange, visit - visits);
            }
        };
    }

    /** Sends visitors elsewhere. */
    static Behaviour redirect(int status, String location) {
        return (exchange, visit) -> {
            exchange.getResponseHeaders().set("Location", location);
            send(exchange, status, "");
        };
    }

    /** Asks visitors to come back later. */
    static Behaviour busy(int status, String retryAfter) {
        return (exchange, visit) -> {
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
            send(exchange, status, "");
        };
    }

    /** Behaves differently towards HEAD. */
    static Behaviour head(Behaviour head, Behaviour other) {
        return (exchange, visit) -> (exchange.getRequestMethod().equals("HEAD") ? head : other).answer(exchange, visit);
    }

    /** Hangs up without a word. */
    static Behaviour dead() {
        return (exchange, visit) -> exchange.close();
    }

    /** Never answers, as long as the server lives. */
    static Behaviour silent() {
        return (exchange, visit) -> Thread.sleep(Duration.ofDays(1));
    }

    /** Sends without end to whoever reads. */
    static Behaviour endless() {
        return (exchange, visit) -> {
            if (exchange.getRequestMethod().equals("HEAD")) {
                send(exchange, 200, "");
                return;
            }
            exchange.sendResponseHeaders(200, 0);
            byte[] block = new byte[64 * 1024];
            try (OutputStream body = exchange.getResponseBody()) {
                while (!Thread.currentThread().isInterrupted()) {
                    body.write(block);
                }
            }
        };
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        boolean empty = bytes.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(status, empty ? -1 : bytes.length);
        if (!empty) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
