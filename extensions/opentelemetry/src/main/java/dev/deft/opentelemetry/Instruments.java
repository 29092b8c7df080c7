package dev.deft.opentelemetry;

import dev.deft.metrics.DeftMeter;
import dev.deft.metrics.MeterRegistrar;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/** One instrument of OpenTelemetry for each meter, whatever its attributes. Thread-safe. */
final class Instruments implements MeterRegistrar {
    private static final double NANOS_IN_A_SECOND = 1e9;
    private static final List<Double> BOUNDS_IN_SECONDS =
            BOUNDS.stream().map(Instruments::seconds).toList();

    private final Meter meters;
    private final Map<DeftMeter, LongCounter> counters = new ConcurrentHashMap<>();
    private final Map<DeftMeter, DoubleHistogram> histograms = new ConcurrentHashMap<>();
    private final Map<DeftMeter, WeakGauges> gauges = new ConcurrentHashMap<>();

    Instruments(Meter meters) {
        this.meters = meters;
    }

    @Override
    public Counter counter(DeftMeter meter, Map<String, String> tags) {
        LongCounter counter = counters.computeIfAbsent(meter, this::counter);
        Attributes attributes = attributes(tags);
        counter.add(0, attributes); // or it would be missing before its first increment
        return () -> counter.add(1, attributes);
    }

    private LongCounter counter(DeftMeter meter) {
        return meters.counterBuilder(meter.meterName())
                .setUnit(unit(meter))
                .setDescription(meter.description())
                .build();
    }

    @Override
    public Timer timer(DeftMeter meter, Map<String, String> tags) {
        DoubleHistogram histogram = histograms.computeIfAbsent(meter, this::histogram);
        Attributes attributes = attributes(tags);
        return duration -> histogram.record(seconds(duration), attributes);
    }

    private DoubleHistogram histogram(DeftMeter meter) {
        return meters.histogramBuilder(meter.meterName())
                .setUnit(meter.unit())
                .setDescription(meter.description())
                .setExplicitBucketBoundariesAdvice(BOUNDS_IN_SECONDS)
                .build();
    }

    @Override
    public <S> void gauge(DeftMeter meter, Map<String, String> tags, S source, ToDoubleFunction<? super S> value) {
        Attributes attributes = attributes(tags);
        for (WeakGauges all = all(meter); !all.add(attributes, source, value); all = all(meter)) {
            gauges.remove(meter, all); // it has ended
        }
    }

    private WeakGauges all(DeftMeter meter) {
        return gauges.computeIfAbsent(meter, this::gauges);
    }

    private WeakGauges gauges(DeftMeter meter) {
        WeakGauges all = new WeakGauges();
        all.registered(meters.gaugeBuilder(meter.meterName())
                .setUnit(unit(meter))
                .setDescription(meter.description())
                .buildWithCallback(all));
        return all;
    }

    private static Attributes attributes(Map<String, String> tags) {
        AttributesBuilder attributes = Attributes.builder();
        tags.forEach(attributes::put);
        return attributes.build();
    }

    /** What is no unit of measure is in braces; a unit of 1 would become a part of the name in Prometheus. */
    private static String unit(DeftMeter meter) {
        return meter.unit().isEmpty() ? "" : "{" + meter.unit() + "}";
    }

    private static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() / NANOS_IN_A_SECOND;
    }
}
