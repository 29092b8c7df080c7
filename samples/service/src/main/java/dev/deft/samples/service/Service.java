package dev.deft.samples.service;

import dev.deft.Deft;
import dev.deft.health.DeftHealth;
import dev.deft.policy.SettingsSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The service, put together: each part is given what it needs, and nothing is looked up. */
public final class Service implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(threads)
            .build();
    private final Telemetry telemetry = new Telemetry(new SpanLog());
    private final Deft deft;
    private final Front front;

    private Service(int port, URI warehouse, SettingsSource settings) throws IOException {
        this.deft = telemetry.observed(Deft.builder().settings(settings));
        try {
            OrdersTasks orders = new OrdersTasks(new Orders(new HttpWarehouse(client, warehouse)), deft);
            this.front = Front.start(port, orders, telemetry, DeftHealth.of(deft));
        } catch (IOException | RuntimeException failure) {
            // the port is taken, say, or a setting names what is not there
            deft.close();
            closeTheRest();
            throw failure;
        }
    }

    /**
     * Starts a service on the loopback interface.
     *
     * @param port its port, or 0 for any that is free
     * @param warehouse where the warehouse is
     * @param settings what takes the place of annotations' values, such as {@code deft.Orders.place.timeout.value}
     * @throws IOException if the port is taken, say; then nothing is left of the service
     */
    public static Service start(int port, URI warehouse, SettingsSource settings) throws IOException {
        return new Service(port, warehouse, settings);
    }

    /** Where it listens. */
    public URI url() {
        return front.url();
    }

    /** Refuses new orders, and says so when it is asked for its health, until those under way have ended; then stops. */
    @Override
    public void close() {
        deft.close();
        front.close();
        closeTheRest();
    }

    private void closeTheRest() {
        client.shutdownNow();
        threads.shutdownNow();
        telemetry.close();
    }

    /** {@code Service <port> <url of the warehouse>}. */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length != 2) {
            System.err.println("usage: Service <port> <url of the warehouse>");
            System.exit(2);
        }
        Service service = start(Integer.parseInt(args[0]), URI.create(args[1]), SettingsSource.systemProperties());
        Runtime.getRuntime().addShutdownHook(new Thread(service::close));
        System.out.println("The service listens on " + service.url());
        new CountDownLatch(1).await(); // until Ctrl-C
    }
}
