package dev.deft.samples.service.demo;

import dev.deft.policy.SettingsSource;
import dev.deft.samples.service.Service;
import dev.deft.samples.service.demo.Load.Answer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Starts a warehouse and the service, sends orders of which five go their own ways, and follows each of those. */
public final class Demo implements AutoCloseable {
    private static final int ORDINARY_ORDERS = 20;

    private final Output output = new Output();
    private final MoodyWarehouse warehouse = new MoodyWarehouse();
    private final Service service = Service.start(0, warehouse.url(), SettingsSource.of(Map.of()));
    private final HttpClient client = HttpClient.newHttpClient();
    private final Load load = new Load(client, service.url());
    private final PrintStream out = output.console();

    private Demo() throws IOException {}

    public static void main(String[] args) throws Exception {
        try (Demo demo = new Demo()) {
            demo.run();
        }
    }

    private void run() throws IOException, InterruptedException {
        Answer retried = load.order("retried", MoodyWarehouse.FRAGILE).join();
        Answer timedOut = load.order("timed-out", MoodyWarehouse.BURIED).join();
        Answer recovered = load.order("recovered", MoodyWarehouse.SOLD_OUT).join();
        Answer failed = load.order("failed", MoodyWarehouse.LOST).join();
        Answer cancelled = cancelled();
        for (int i = 0; i < ORDINARY_ORDERS; i++) {
            load.order("ordinary-" + i, "tea").join();
        }

        show("A retried call", retried, "retry_scheduled", "deft_retries_total");
        show("A call that timed out", timedOut, "failed", "deft_timeouts_total");
        show("A recovered call", recovered, "recovered", "deft_recoveries_total");
        show("A failed call", failed, "failed", "deft_calls_total{outcome=\"failed\"");
        show("A cancelled call", cancelled, "cancelled", "deft_calls_total{outcome=\"cancelled\"");
        out.println("GET /health/live   " + load.get("/health/live").statusCode());
        out.println("GET /health/ready  " + load.get("/health/ready").statusCode());
        out.print("GET /health        " + load.get("/health").body());
    }

    private Answer cancelled() throws IOException, InterruptedException {
        CompletableFuture<Answer> answer = load.order("cancelled", MoodyWarehouse.BURIED);
        while (!warehouse.next().path().endsWith("/cancelled")) {
            // those of the orders before
        }
        load.cancel("cancelled");
        return answer.join();
    }

    private void show(String title, Answer answer, String state, String metric)
            throws IOException, InterruptedException {
        Trail trail = Trail.of(answer, output.log(), load.metrics());
        out.println(title + ": " + answer.status() + " " + answer.body());
        out.println("  trace_id " + answer.traceId() + "  task_id " + answer.taskId());
        trail.log().stream()
                .filter(line -> line.value("state").equals(state))
                .forEach(line -> out.println("  log    " + line.level() + " " + state + ": " + line.message()));
        trail.metrics().stream()
                .filter(line -> line.startsWith(metric))
                .forEach(line -> out.println("  metric " + line));
        LogLine span = trail.span(answer);
        out.println("  span   " + span.value("span_id") + " of " + span.value("trace_id") + ": " + span.message() + " "
                + span.value("outcome") + " after " + span.value("duration_ms") + " ms, with "
                + (trail.spans().size() - 1) + " below it");
        out.println();
    }

    @Override
    public void close() {
        client.shutdownNow();
        service.close();
        warehouse.close();
        output.close();
    }
}
