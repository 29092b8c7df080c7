package dev.deft.samples.service;

import dev.deft.Deft;
import dev.deft.micrometer.DeftMeters;
import dev.deft.opentelemetry.DeftTracing;
import dev.deft.opentelemetry.TaskIds;
import dev.deft.slf4j.LogListener;
import io.micrometer.core.instrument.Clock;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/** Logs, metrics and traces of a runtime, wired up in one place. */
final class Telemetry implements AutoCloseable {
    // tag::wiring[]
    private final Exemplars exemplars = new Exemplars();
    private final PrometheusMeterRegistry meters =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, new PrometheusRegistry(), Clock.SYSTEM, exemplars);
    private final OpenTelemetrySdk traces;

    Telemetry(SpanExporter exporter) {
        traces = OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .setIdGenerator(new TaskIds())
                        .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                        .build())
                .build();
    }

    /** A runtime all of whose calls are seen. */
    Deft observed(Deft.Builder builder) {
        builder.listener(new LogListener()).listener(exemplars.of(new DeftMeters(meters)));
        return DeftTracing.add(builder, traces).build();
    }
    // end::wiring[]

    /**
     * The metrics.
     *
     * @param format the type of the text, as HTTP names it; OpenMetrics alone has room for examples
     */
    String metrics(String format) {
        return meters.scrape(format);
    }

    @Override
    public void close() {
        traces.close();
        meters.close();
    }
}
