package dev.deft.samples.linkcheck.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A web server on this machine alone, each of whose pages behaves as it was told to. */
final class FlakyServer implements AutoCloseable {
    private final Map<String, Behaviour> pages;
    private final Map<String, AtomicInteger> visits = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    private FlakyServer(HttpServer server, Map<String, Behaviour> pages) {
        this.server = server;
        this.pages = Map.copyOf(pages);
    }

    /**
     * Starts a server on the loopback interface.
     *
     * @param port its port, or 0 for any that is free
     * @param pages the behaviour of each path; all others are not found
     */
    static FlakyServer start(int port, Map<String, Behaviour> pages) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        FlakyServer server = new FlakyServer(HttpServer.create(address, 0), pages);
        server.server.setExecutor(server.threads);
        server.server.createContext("/", server::handle);
        server.server.start();
        return server;
    }

    /** The address that all pages are below. */
    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** The address of a page. */
    URI url(String path) {
        return url().resolve(path);
    }

    /** How often a page was asked for. */
    int visits(String path) {
        AtomicInteger count = visits.get(path);
        return count == null ? 0 : count.get();
    }

    /** Stops at once, and hangs up on whoever still waits. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        int visit = visits.computeIfAbsent(path, key -> new AtomicInteger()).incrementAndGet();
        try (exchange) {
            pages.getOrDefault(path, Behaviour.status(404)).answer(exchange, visit);
        } catch (IOException e) {
            // The visitor has left.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the server is closing
        }
    }
}
