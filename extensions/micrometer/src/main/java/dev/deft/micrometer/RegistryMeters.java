package dev.deft.micrometer;

import dev.deft.metrics.DeftMeter;
import dev.deft.metrics.MeterRegistrar;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Meters in a registry of Micrometer. They have no base unit: Micrometer would make it a part of some names.
 *
 * @param registry where they are
 */
record RegistryMeters(MeterRegistry registry) implements MeterRegistrar {
    @Override
    public Counter counter(DeftMeter meter, Map<String, String> tags) {
        return io.micrometer.core.instrument.Counter.builder(meter.meterName())
                .description(meter.description())
                .tags(tags(tags))
                .register(registry)::increment;
    }

    @Override
    public Timer timer(DeftMeter meter, Map<String, String> tags) {
        io.micrometer.core.instrument.Timer.Builder timer = io.micrometer.core.instrument.Timer.builder(
                        meter.meterName())
                .description(meter.description())
                .tags(tags(tags));
        if (meter.kind() == DeftMeter.Kind.HISTOGRAM) {
            timer.serviceLevelObjectives(BOUNDS.toArray(Duration[]::new));
        }
        return timer.register(registry)::record;
    }

    @Override
    public <S> void gauge(DeftMeter meter, Map<String, String> tags, S source, ToDoubleFunction<? super S> value) {
        Gauge.builder(meter.meterName(), source, value::applyAsDouble)
                .description(meter.description())
                .tags(tags(tags))
                .register(registry);
    }

    private static List<Tag> tags(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag -> Tag.of(tag.getKey(), tag.getValue()))
                .toList();
    }
}
