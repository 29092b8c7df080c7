package dev.deft.samples.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The HTTP side: {@code GET /products/<id>} with the header {@code X-Tenant}, and {@code /settings} for the operator:
 * {@code GET} shows them, {@code POST} changes them. Each request has a virtual thread.
 */
final class Front implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Front.class.getName());
    private static final Pattern PRODUCT = Pattern.compile("/products/([A-Za-z0-9-]+)");

    private final ShopTasks shop;
    private final Operator operator;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    private Front(HttpServer server, ShopTasks shop, Operator operator) {
        this.server = server;
        this.shop = shop;
        this.operator = operator;
    }

    /**
     * Starts it on the loopback interface.
     *
     * @param port its port, or 0 for any that is free
     */
    static Front start(int port, ShopTasks shop, Operator operator) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        Front front = new Front(server, shop, operator);
        server.setExecutor(front.threads);
        server.createContext("/products/", exchange -> reply(exchange, front::product));
        server.createContext("/settings", exchange -> reply(exchange, front::settings));
        server.start();
        return front;
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    private interface Handler {
        Reply handle(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private static void reply(HttpExchange exchange, Handler handler) throws IOException {
        try (exchange) {
            Reply reply;
            try {
                reply = handler.handle(exchange);
            } catch (IOException | RuntimeException failure) {
                reply = Reply.of(failure);
                LOG.log(reply.status() == 500 ? Level.ERROR : Level.DEBUG, "a request has failed", failure);
            }
            reply.send(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the gateway is closing
        }
    }

    private Reply product(HttpExchange exchange) throws IOException, InterruptedException {
        String tenant = exchange.getRequestHeaders().getFirst("X-Tenant");
        Matcher path = PRODUCT.matcher(exchange.getRequestURI().getPath());
        if (tenant == null) {
            return Reply.text(400, "name your tenant in the header X-Tenant");
        }
        if (!path.matches()) {
            return Reply.text(404, "there is no such product");
        }
        return Reply.json(shop.product(new Tenant(tenant), path.group(1)));
    }

    private Reply settings(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            String lines = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            try {
                operator.change(lines);
            } catch (IllegalArgumentException mistake) {
                return Reply.text(400, String.valueOf(mistake.getMessage()));
            }
        }
        return Reply.text(200, operator.show());
    }

    /** Stops at once, and hangs up on whoever still waits. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
