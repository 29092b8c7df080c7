package dev.deft.samples.service;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.deft.Task;
import dev.deft.health.DeftHealth;
import dev.deft.health.HealthReport;
import dev.deft.health.HealthStatus;
import dev.deft.opentelemetry.TraceHeaders;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The HTTP side: {@code POST /orders/<id>} with the article places an order, {@code DELETE} cancels it while it is being
 * placed; {@code /metrics} and {@code /health} are for those who run the service. Each request has a virtual thread.
 */
final class Front implements AutoCloseable {
    private static final Pattern ORDER = Pattern.compile("/orders/([A-Za-z0-9-]+)");
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";
    private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    private final OrdersTasks orders;
    private final Telemetry telemetry;
    private final DeftHealth health;
    private final ConcurrentMap<String, Task<Receipt>> underWay = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    private Front(HttpServer server, OrdersTasks orders, Telemetry telemetry, DeftHealth health) {
        this.server = server;
        this.orders = orders;
        this.telemetry = telemetry;
        this.health = health;
    }

    /**
     * Starts it on the loopback interface.
     *
     * @param port its port, or 0 for any that is free
     */
    static Front start(int port, OrdersTasks orders, Telemetry telemetry, DeftHealth health) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        Front front = new Front(server, orders, telemetry, health);
        server.setExecutor(front.threads);
        server.createContext("/orders/", exchange -> reply(exchange, front::order));
        server.createContext("/metrics", exchange -> reply(exchange, front::metrics));
        server.createContext("/health", exchange -> reply(exchange, front::health));
        server.start();
        return front;
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    private interface Handler {
        Reply handle(HttpExchange exchange) throws IOException;
    }

    private static void reply(HttpExchange exchange, Handler handler) throws IOException {
        try (exchange) {
            handler.handle(exchange).send(exchange);
        }
    }

    private Reply order(HttpExchange exchange) throws IOException {
        Matcher path = ORDER.matcher(exchange.getRequestURI().getPath());
        if (!path.matches()) {
            return Reply.text(404, "there is no such order");
        }
        return switch (exchange.getRequestMethod()) {
            case "POST" -> place(exchange, path.group(1));
            case "DELETE" -> cancel(path.group(1));
            default -> Reply.text(405, "an order can be placed and cancelled");
        };
    }

    /** An order that is sent again while it is being placed is the same one. */
    private Reply place(HttpExchange exchange, String id) throws IOException {
        String article = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        // tag::in[]
        Task<Receipt> task = TraceHeaders.extract(exchange.getRequestHeaders()::getFirst)
                .wrapSupplier(() -> underWay.computeIfAbsent(id, key -> orders.place(new Order(key, article))))
                .get();
        // end::in[]
        try {
            return Reply.of(task);
        } finally {
            underWay.remove(id, task);
        }
    }

    private Reply cancel(String id) {
        Task<Receipt> task =
                underWay.computeIfPresent(id, (key, same) -> same); // unlike get waits for one that starts now
        if (task == null) {
            return Reply.text(404, "there is no such order under way");
        }
        task.cancel(true);
        return Reply.text(202, "the order is being cancelled");
    }

    private Reply metrics(HttpExchange exchange) {
        String accepted = exchange.getRequestHeaders().getFirst("Accept");
        String format =
                accepted != null && accepted.contains("application/openmetrics-text") ? OPEN_METRICS : PROMETHEUS;
        return Reply.of(200, format, telemetry.metrics(format));
    }

    // tag::health[]
    private Reply health(HttpExchange exchange) {
        HealthReport report = health.report();
        HealthStatus asked = switch (exchange.getRequestURI().getPath()) {
            case "/health/live" -> report.liveness();
            case "/health/ready" -> report.readiness();
            default -> report.status();
        };
        return Reply.json(asked.httpStatus(), report.toJson());
    }
    // end::health[]

    /** Stops at once, and hangs up on whoever still waits. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
