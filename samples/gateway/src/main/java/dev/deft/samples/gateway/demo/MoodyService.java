package dev.deft.samples.gateway.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A service on this machine that behaves as its mood is, and counts its requests. */
final class MoodyService implements AutoCloseable {
    private final UnaryOperator<String> answers;
    private final AtomicInteger requests = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private volatile Mood mood = Mood.fine();

    /**
     * Starts it.
     *
     * @param answers gives the answer for the last part of a path
     */
    MoodyService(UnaryOperator<String> answers) throws IOException {
        this.answers = answers;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    void mood(Mood changed) {
        mood = changed;
    }

    /** How many requests it had since this was called last. */
    int requests() {
        return requests.getAndSet(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        int number = requests.incrementAndGet();
        Mood now = mood;
        try (exchange) {
            boolean stuck = now.stuckEvery() > 0 && number % now.stuckEvery() == 0;
            Thread.sleep(stuck ? Mood.STUCK : now.pace());
            String path = exchange.getRequestURI().getPath();
            byte[] body =
                    answers.apply(path.substring(path.lastIndexOf('/') + 1)).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(now.isDown() ? 503 : 200, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the service is closing
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
