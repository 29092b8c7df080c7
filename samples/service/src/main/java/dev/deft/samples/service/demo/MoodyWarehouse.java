package dev.deft.samples.service.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** A warehouse on this machine whose behaviour depends on the article. */
final class MoodyWarehouse implements AutoCloseable {
    /** The first request for an order fails. */
    static final String FRAGILE = "fragile";

    /** Nobody ever gets an answer. */
    static final String BURIED = "buried";

    static final String SOLD_OUT = "sold-out";

    /** Every request fails. */
    static final String LOST = "lost";

    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    MoodyWarehouse() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/reservations/", this::handle);
        server.start();
    }

    /** What it was asked, and by whom. */
    record Request(String path, String traceparent) {}

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Waits for a request, and gives each once, in the order in which they came. */
    Request next() throws InterruptedException {
        return requests.take();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String article = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(new Request(path, exchange.getRequestHeaders().getFirst("traceparent")));
            int status = switch (article) {
                case FRAGILE -> known.add(path) ? 503 : 200;
                case SOLD_OUT -> 409;
                case LOST -> 503;
                default -> 200;
            };
            if (article.equals(BURIED)) {
                closed.await();
            }
            exchange.sendResponseHeaders(status, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the warehouse is closing
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
