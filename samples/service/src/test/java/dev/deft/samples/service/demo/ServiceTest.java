package dev.deft.samples.service.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deft.SettingsException;
import dev.deft.policy.SettingsSource;
import dev.deft.samples.service.Service;
import dev.deft.samples.service.demo.Load.Answer;
import java.io.IOException;
import java.net.BindException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The service over HTTP: each call can be followed from log line to metric to span by its two identities. */
@Timeout(60)
class ServiceTest {
    private final Output output = new Output();
    private final MoodyWarehouse warehouse = new MoodyWarehouse();
    private final HttpClient client = HttpClient.newHttpClient();
    private Service service;
    private Load load;

    ServiceTest() throws IOException {}

    private void start(String timeout) throws IOException {
        service = Service.start(
                0, warehouse.url(), SettingsSource.of(Map.of("deft.Orders.place.timeout.value", timeout)));
        load = new Load(client, service.url());
    }

    @AfterEach
    void close() {
        client.shutdownNow();
        service.close();
        warehouse.close();
        output.close();
    }

    @Test
    void aRetriedCall() throws Exception {
        start("1h");

        Answer answer = load.order("17", MoodyWarehouse.FRAGILE).join();

        assertThat(answer.body()).isEqualTo("{\"order\":\"17\",\"state\":\"reserved\"}");
        Trail trail = follow(answer, 200, "retry_scheduled", "deft_retries_total{task=\"Orders.place\"}", "succeeded");
        assertThat(trail.spans()).as("the call and two attempts").hasSize(3);
        assertThat(trail.own()).as("lines of the body").hasSize(2);
        for (int attempt = 1; attempt <= 2; attempt++) {
            assertThat(warehouse.next().traceparent()).startsWith("00-" + answer.sentTraceId() + "-");
        }
    }

    @Test
    void aCallThatTimesOut() throws Exception {
        start("50ms");

        Answer answer = load.order("17", MoodyWarehouse.BURIED).join();

        follow(answer, 504, "timed_out", "deft_timeouts_total{task=\"Orders.place\"}", "failed");
        follow(answer, 504, "failed", "deft_calls_total{outcome=\"timed_out\",task=\"Orders.place\"}", "failed");
    }

    @Test
    void aRecoveredCall() throws Exception {
        start("1h");

        Answer answer = load.order("17", MoodyWarehouse.SOLD_OUT).join();

        assertThat(answer.body()).isEqualTo("{\"order\":\"17\",\"state\":\"backordered\"}");
        follow(answer, 200, "recovered", "deft_recoveries_total{task=\"Orders.place\"}", "succeeded");
    }

    @Test
    void aFailedCall() throws Exception {
        start("1h");

        Answer answer = load.order("17", MoodyWarehouse.LOST).join();

        assertThat(answer.body()).isEqualTo("the warehouse answered 503");
        follow(answer, 502, "failed", "deft_calls_total{outcome=\"failed\",task=\"Orders.place\"}", "failed");
    }

    @Test
    void aCancelledCall() throws Exception {
        start("1h");

        CompletableFuture<Answer> order = load.order("17", MoodyWarehouse.BURIED);
        warehouse.next();
        assertThat(load.cancel("17")).isEqualTo(202);

        follow(
                order.join(),
                409,
                "cancelled",
                "deft_calls_total{outcome=\"cancelled\",task=\"Orders.place\"}",
                "cancelled");
    }

    @Test
    void thoseWhoRunItAreToldHowItIs() throws Exception {
        start("1h");

        for (String probe : new String[] {"/health/live", "/health/ready", "/health"}) {
            HttpResponse<String> answer = load.get(probe);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).startsWith("{\"status\":\"UP\"");
        }
        assertThat(load.get("/metrics").body())
                .as("all meters are there before the first call, in the format of Prometheus")
                .contains("deft_calls_total{outcome=\"cancelled\",task=\"Orders.place\"} 0.0\n")
                .doesNotContain("# EOF");
        assertThat(load.metrics()).endsWith("# EOF\n");
        assertThat(load.cancel("17")).isEqualTo(404);
    }

    @Test
    void nothingIsLeftIfThePortIsTaken() throws Exception {
        start("1h");
        Set<Thread> before = Thread.getAllStackTraces().keySet();

        assertThatThrownBy(() -> Service.start(service.url().getPort(), warehouse.url(), SettingsSource.of(Map.of())))
                .isInstanceOf(BindException.class);
        assertThatThrownBy(() -> Service.start(
                        0, warehouse.url(), SettingsSource.of(Map.of("deft.Orders.place.hedge.max", "2"))))
                .isInstanceOf(SettingsException.class);

        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("HttpClient") && !before.contains(thread)) {
                thread.join(); // it was told to end
            }
        }
    }

    /** Looks for the only line in the log, the metric and the span of a call, all with its identities. */
    private Trail follow(Answer answer, int status, String state, String metric, String outcome) throws Exception {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.traceId()).isEqualTo(answer.sentTraceId());
        Trail trail = Trail.of(answer, output.log(), load.metrics());
        assertThat(trail.log())
                .filteredOn(line -> line.value("state").equals(state))
                .hasSize(1);
        assertThat(trail.metrics())
                .filteredOn(line -> line.startsWith(metric + " 1.0 "))
                .hasSize(1);
        assertThat(trail.span(answer).value("outcome")).isEqualTo(outcome);
        return trail;
    }
}
