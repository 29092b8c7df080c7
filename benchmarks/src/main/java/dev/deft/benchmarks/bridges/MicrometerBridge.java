package dev.deft.benchmarks.bridges;

import dev.deft.Deft;
import dev.deft.metrics.MeterRegistrar;
import dev.deft.micrometer.DeftMeters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A counter, a histogram and a gauge in a registry of Prometheus. */
final class MicrometerBridge implements Bridge {
    private final MeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final AtomicInteger active = registry.gauge("hand.calls.active", new AtomicInteger());
    private final Counter succeeded = Counter.builder("hand.calls")
            .tag("task", Watched.NAME)
            .tag("outcome", "succeeded")
            .register(registry);
    private final Counter failed = Counter.builder("hand.calls")
            .tag("task", Watched.NAME)
            .tag("outcome", "failed")
            .register(registry);
    private final Timer duration = Timer.builder("hand.call.duration")
            .tag("task", Watched.NAME)
            .serviceLevelObjectives(MeterRegistrar.BOUNDS.toArray(Duration[]::new))
            .register(registry);

    @Override
    public Deft.Builder addTo(Deft.Builder builder) {
        return builder.listener(new DeftMeters(registry));
    }

    @Override
    public int byHand(Body body, int value) throws Exception {
        long begin = System.nanoTime();
        active.incrementAndGet();
        try {
            int result = body.call(value);
            succeeded.increment();
            return result;
        } catch (Exception failure) {
            failed.increment();
            throw failure;
        } finally {
            active.decrementAndGet();
            duration.record(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public void close() {
        registry.close();
    }
}
