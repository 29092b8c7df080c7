package dev.deft.samples.gateway;

import dev.deft.Deft;
import dev.deft.policy.SettingsSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The gateway, put together: each part is given what it needs, and nothing is looked up. */
public final class Gateway implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(threads)
            .build();
    private final Deft deft;
    private final Front front;

    private Gateway(int port, URI descriptions, URI prices) throws IOException {
        this.deft = Deft.builder().settings(SettingsSource.systemProperties()).build();
        try {
            Services services = new Services(new HttpUpstream(client, descriptions), new HttpUpstream(client, prices));
            Shop shop = new Shop(new ServicesTasks(services, deft));
            this.front = Front.start(port, new ShopTasks(shop, deft), new Operator(deft));
        } catch (IOException | RuntimeException failure) {
            // the port is taken, say, or a setting names what is not there
            closeAllBehind();
            throw failure;
        }
    }

    /**
     * Starts a gateway on the loopback interface. System properties such as {@code deft.Shop.product.limit.value} take the
     * place of annotations' values.
     *
     * @param port its port, or 0 for any that is free
     * @param descriptions where the service for descriptions is
     * @param prices where the service for prices is
     * @throws IOException if the port is taken, say; then nothing is left of the gateway
     */
    public static Gateway start(int port, URI descriptions, URI prices) throws IOException {
        return new Gateway(port, descriptions, prices);
    }

    /** Where it listens. */
    public URI url() {
        return front.url();
    }

    /** Refuses new requests, and gives up those under way. */
    @Override
    public void close() {
        front.close();
        closeAllBehind();
    }

    /** All but the front. */
    private void closeAllBehind() {
        deft.close();
        client.shutdownNow();
        threads.shutdownNow();
    }

    /** {@code Gateway <port> <url of the descriptions> <url of the prices>}. */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length != 3) {
            System.err.println("usage: Gateway <port> <url of the descriptions> <url of the prices>");
            System.exit(2);
        }
        Gateway gateway = start(Integer.parseInt(args[0]), URI.create(args[1]), URI.create(args[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(gateway::close));
        System.out.println("The gateway listens on " + gateway.url());
        new CountDownLatch(1).await(); // until Ctrl-C
    }
}
