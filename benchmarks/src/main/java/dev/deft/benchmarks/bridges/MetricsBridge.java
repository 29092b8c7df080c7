package dev.deft.benchmarks.bridges;

import dev.deft.Deft;
import dev.deft.metrics.MeterRegistrar;
import dev.deft.opentelemetry.DeftMetrics;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import java.util.concurrent.atomic.AtomicInteger;

/** A counter, a histogram and a gauge in OpenTelemetry's SDK, which are collected once a minute. */
final class MetricsBridge implements Bridge {
    private static final AttributeKey<String> TASK = AttributeKey.stringKey("task");
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("outcome");
    private static final Attributes CALL = Attributes.of(TASK, Watched.NAME);
    private static final Attributes SUCCEEDED = Attributes.of(TASK, Watched.NAME, OUTCOME, "succeeded");
    private static final Attributes FAILED = Attributes.of(TASK, Watched.NAME, OUTCOME, "failed");

    private final OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
            .setMeterProvider(SdkMeterProvider.builder()
                    .registerMetricReader(PeriodicMetricReader.create(new Nowhere()))
                    .build())
            .build();
    private final AtomicInteger active = new AtomicInteger();
    private final LongCounter calls;
    private final DoubleHistogram duration;

    MetricsBridge() {
        Meter meter = sdk.getMeter("hand");
        meter.gaugeBuilder("hand.calls.active").buildWithCallback(gauge -> gauge.record(active.get(), CALL));
        calls = meter.counterBuilder("hand.calls").build();
        duration = meter.histogramBuilder("hand.call.duration")
                .setUnit("s")
                .setExplicitBucketBoundariesAdvice(MeterRegistrar.BOUNDS.stream()
                        .map(bound -> bound.toNanos() / 1e9)
                        .toList())
                .build();
    }

    @Override
    public Deft.Builder addTo(Deft.Builder builder) {
        return DeftMetrics.add(builder, sdk);
    }

    @Override
    public int byHand(Body body, int value) throws Exception {
        long begin = System.nanoTime();
        active.incrementAndGet();
        try {
            int result = body.call(value);
            calls.add(1, SUCCEEDED);
            return result;
        } catch (Exception failure) {
            calls.add(1, FAILED);
            throw failure;
        } finally {
            active.decrementAndGet();
            duration.record((System.nanoTime() - begin) / 1e9, CALL);
        }
    }

    @Override
    public void close() {
        sdk.close();
    }
}
