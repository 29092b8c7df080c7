package dev.deft.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.Deft;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The examples of the reference. */
class HealthExampleTest {
    private int status;
    private String body = "";

    private void answer(int status, String body) {
        this.status = status;
        this.body = body;
    }

    @Test
    void aProbeIsAnswered() {
        // tag::make[]
        Deft deft = Deft.builder().build();
        DeftHealth health = DeftHealth.of(deft);
        // end::make[]
        probe("/health/ready", health);
        assertThat(status).isEqualTo(200);
        assertThat(body).startsWith("{\"status\":\"UP\"");
        deft.close();
        probe("/health/ready", health);
        assertThat(status).isEqualTo(503);
        probe("/health/live", health);
        assertThat(status).isEqualTo(200);
        probe("/health", health);
        assertThat(status).isEqualTo(503);
    }

    @Test
    void settings() {
        Deft deft = Deft.builder().build();
        // tag::settings[]
        DeftHealth health = DeftHealth.builder(deft)
                .needs("PaymentService.charge")
                .stuckAfter(Duration.ofMinutes(1))
                .restartWhenStuck(1_000)
                .build();
        // end::settings[]
        assertThat(health.report().readiness()).isEqualTo(HealthStatus.DOWN);
        deft.close();
    }

    // tag::probe[]
    void probe(String path, DeftHealth health) {
        HealthReport report = health.report();
        HealthStatus asked = switch (path) {
            case "/health/live" -> report.liveness();
            case "/health/ready" -> report.readiness();
            default -> report.status();
        };
        answer(asked.httpStatus(), report.toJson());
    }
    // end::probe[]
}
