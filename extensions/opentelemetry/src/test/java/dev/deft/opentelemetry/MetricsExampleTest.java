package dev.deft.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.Deft;
import dev.deft.Task;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.junit.jupiter.api.Test;

/** The example of the reference, and the exemplars that come of it. */
class MetricsExampleTest {
    private final InMemoryMetricReader reader = InMemoryMetricReader.create();

    private static Deft observed(OpenTelemetry openTelemetry) {
        // tag::metrics[]
        Deft.Builder builder = DeftMetrics.add(Deft.builder(), openTelemetry);
        Deft deft = DeftTracing.add(builder, openTelemetry).build();
        // end::metrics[]
        return deft;
    }

    @Test
    void aMeasurementLeadsToTheTraceOfACallThatWasMeasured() {
        try (OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
                        .setMeterProvider(SdkMeterProvider.builder()
                                .registerMetricReader(reader)
                                .build())
                        .setTracerProvider(SdkTracerProvider.builder()
                                .setIdGenerator(new TaskIds())
                                .build())
                        .build();
                Deft deft = observed(sdk)) {
            Task<?> task = deft.start("hello", () -> {});
            task.terminated().join();

            HistogramPointData durations = Collected.by(reader).histogram("deft.call.duration", "task", "hello");
            assertThat(durations.getExemplars())
                    .hasSize(1)
                    .allSatisfy(exemplar -> assertThat(exemplar.getSpanContext().getTraceId())
                            .isEqualTo(task.context().traceId()));
        }
    }
}
