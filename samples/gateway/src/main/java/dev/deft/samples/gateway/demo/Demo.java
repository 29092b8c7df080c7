package dev.deft.samples.gateway.demo;

import dev.deft.samples.gateway.Gateway;
import dev.deft.samples.gateway.demo.Load.Answer;
import dev.deft.samples.gateway.demo.Load.Request;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

/** Starts two services and the gateway before them, and sends them a load in which each word has something to do. */
public final class Demo implements AutoCloseable {
    private static final int AT_ONCE = 6;

    private final MoodyService descriptions = new MoodyService(id -> "all about " + id);
    private final MoodyService prices = new MoodyService(id -> id.length() + ".99");
    private final Gateway gateway = Gateway.start(0, descriptions.url(), prices.url());
    private final HttpClient client = HttpClient.newHttpClient();
    private final Load load = new Load(client, gateway.url());
    private final PrintStream out;

    private Demo(PrintStream out) throws IOException {
        this.out = out;
    }

    public static void main(String[] args) throws Exception {
        try (Demo demo = new Demo(System.out)) {
            demo.run();
        }
    }

    private void run() throws InterruptedException, ExecutionException, IOException {
        load.send(tenants("early", 300), AT_ONCE); // the machine warms up
        descriptions.requests();
        prices.requests();
        out.println(Row.HEADER);

        phase("all is well", tenants("well", 60), AT_ONCE);
        say("Each request reaches both services.");
        oneExecution();
        stuckDescriptions();
        outage();
        greedyTenant();
    }

    private void oneExecution() throws InterruptedException, ExecutionException {
        descriptions.mood(Mood.slow(Duration.ofMillis(60)));
        phase("30 want one product at once", sameProduct(30), 30);
        say("@SingleFlight: they share the request for its description. @Limit(10): prices, ten at a time.");
    }

    private void stuckDescriptions() throws InterruptedException, ExecutionException, IOException {
        change("deft.Services.description.hedge.enabled=false");
        descriptions.mood(Mood.stuckNowAndThen(10));
        phase("every 10th description is stuck", tenants("patient", 60), AT_ONCE);
        say("Whoever meets one of those waits the " + Mood.STUCK.toMillis() + " ms.");

        change("deft.Services.description.hedge.enabled=true");
        phase("the same, hedged", tenants("hedged", 60), AT_ONCE);
        say("@Hedge(after = \"100ms\"): a second request is sent, and answers sooner.");
        descriptions.mood(Mood.fine());
    }

    private void outage() throws InterruptedException, ExecutionException, IOException {
        prices.mood(Mood.down());
        phase("the prices are down", tenants("unlucky", 120), AT_ONCE);
        say("@CircuitBreaker: after ten failures the service has peace. @Fallback: the price is \"on request\".");
        out.println("    " + circuit());

        prices.mood(Mood.fine());
        Thread.sleep(600); // longer than openFor
        phase("the prices are back", tenants("lucky", 60), AT_ONCE);
        say("One call is tried, and has closed the circuit; who came meanwhile did without the price.");
        out.println("    " + circuit());
    }

    private void greedyTenant() throws InterruptedException, ExecutionException, IOException {
        tenants(phase("one tenant is greedy", greedyAndModest(), AT_ONCE));
        say("@RateLimit(20, key = \"tenant.id\"): the greedy one is refused, the modest one does not notice.");

        change("deft.Shop.product.rateLimit.value=2000", "deft.Shop.product.rateLimit.burst=2000");
        tenants(phase("the same, with another limit", greedyAndModest(), AT_ONCE));
    }

    private List<Answer> phase(String title, List<Request> requests, int atOnce)
            throws InterruptedException, ExecutionException {
        List<Answer> answers = load.send(requests, atOnce);
        out.println();
        out.println(Row.of(title, answers, descriptions.requests(), prices.requests()));
        return answers;
    }

    private void tenants(List<Answer> answers) {
        out.println(Row.of("greedy", answers));
        out.println(Row.of("modest", answers));
    }

    private void say(String why) {
        out.println("    " + why);
    }

    private void change(String... lines) throws IOException, InterruptedException {
        load.change(lines);
        out.println();
        out.println("POST /settings  " + String.join("  ", lines));
    }

    private String circuit() throws IOException, InterruptedException {
        return load.settings().stream()
                .filter(line -> line.contains("CircuitBreakerState"))
                .map(line -> line.substring(line.indexOf("CircuitBreakerState")))
                .findFirst()
                .orElseThrow();
    }

    /** From tenants who ask for no more than they may, each for a product of its own. */
    private static List<Request> tenants(String group, int requests) {
        return IntStream.range(0, requests)
                .mapToObj(i -> new Request(group + "-" + i / 10, "product-" + i))
                .toList();
    }

    private static List<Request> sameProduct(int requests) {
        return IntStream.range(0, requests)
                .mapToObj(i -> new Request("visitor-" + i, "bestseller"))
                .toList();
    }

    private static List<Request> greedyAndModest() {
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            requests.add(new Request(i % 7 == 6 ? "modest" : "greedy", "product-" + i));
        }
        return requests;
    }

    @Override
    public void close() {
        client.shutdownNow();
        gateway.close();
        prices.close();
        descriptions.close();
    }
}
