package dev.deft.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.metrics.DeftMeter;
import dev.deft.metrics.MeterTags;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleGaugeBuilder;
import io.opentelemetry.api.metrics.DoubleHistogramBuilder;
import io.opentelemetry.api.metrics.LongCounterBuilder;
import io.opentelemetry.api.metrics.LongGaugeBuilder;
import io.opentelemetry.api.metrics.LongUpDownCounterBuilder;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableDoubleGauge;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InstrumentsTest {
    private static final Map<String, String> CHARGE = Map.of(MeterTags.TASK, "PaymentService.charge");
    private static final Map<String, String> REFUND = Map.of(MeterTags.TASK, "PaymentService.refund");

    @Test
    void aGaugeIsClosedWhenNothingIsLeftThatItCouldShow() {
        Callbacks callbacks = new Callbacks();
        Instruments instruments = new Instruments(callbacks);
        AtomicInteger staying = new AtomicInteger(3);
        instruments.gauge(DeftMeter.ACTIVE, CHARGE, staying, AtomicInteger::get);
        addGarbage(instruments, REFUND);
        assertThat(callbacks.registered).hasSize(1);
        while (callbacks.measure() > 1) { // until the one is garbage
            System.gc();
        }
        assertThat(callbacks.registered).as("the other is not").hasSize(1);
        assertThat(staying).hasValue(3); // and was not until here

        Callbacks others = new Callbacks();
        Instruments emptied = new Instruments(others);
        addGarbage(emptied, CHARGE);
        while (!others.registered.isEmpty()) {
            System.gc();
            others.measure();
        }

        emptied.gauge(DeftMeter.ACTIVE, CHARGE, staying, AtomicInteger::get);
        assertThat(others.registered).hasSize(1);
        assertThat(others.measure()).isEqualTo(1);
    }

    @Test
    void theSdkShowsWhatComesAfterTheFirstHasGone() {
        InMemoryMetricReader reader = InMemoryMetricReader.create();
        try (SdkMeterProvider provider =
                SdkMeterProvider.builder().registerMetricReader(reader).build()) {
            Instruments instruments = new Instruments(provider.get("dev.deft"));
            addGarbage(instruments, CHARGE);
            while (!reader.collectAllMetrics().isEmpty()) {
                System.gc();
            }
            AtomicInteger later = new AtomicInteger(7);
            instruments.gauge(DeftMeter.ACTIVE, REFUND, later, AtomicInteger::get);

            assertThat(reader.collectAllMetrics())
                    .singleElement()
                    .satisfies(metric -> assertThat(metric.getDoubleGaugeData().getPoints())
                            .singleElement()
                            .satisfies(point -> assertThat(point.getValue()).isEqualTo(7)));
            assertThat(later).hasValue(7); // and was not garbage until here
        }
    }

    private static void addGarbage(Instruments instruments, Map<String, String> tags) {
        instruments.gauge(DeftMeter.ACTIVE, tags, new AtomicInteger(1), AtomicInteger::get);
    }

    /** Meters that keep gauges alone, and ask them when they are told. */
    private static final class Callbacks implements Meter {
        final List<Consumer<ObservableDoubleMeasurement>> registered = new CopyOnWriteArrayList<>();
        private final Meter others = OpenTelemetry.noop().getMeter("test");

        /** How many values there are now. */
        int measure() {
            AtomicInteger values = new AtomicInteger();
            ObservableDoubleMeasurement measurement = new Counting(values);
            registered.forEach(each -> each.accept(measurement));
            return values.get();
        }

        @Override
        public LongCounterBuilder counterBuilder(String name) {
            return others.counterBuilder(name);
        }

        @Override
        public LongUpDownCounterBuilder upDownCounterBuilder(String name) {
            return others.upDownCounterBuilder(name);
        }

        @Override
        public DoubleHistogramBuilder histogramBuilder(String name) {
            return others.histogramBuilder(name);
        }

        @Override
        public DoubleGaugeBuilder gaugeBuilder(String name) {
            return new DoubleGaugeBuilder() {
                @Override
                public DoubleGaugeBuilder setDescription(String description) {
                    return this;
                }

                @Override
                public DoubleGaugeBuilder setUnit(String unit) {
                    return this;
                }

                @Override
                public LongGaugeBuilder ofLongs() {
                    return others.gaugeBuilder(name).ofLongs();
                }

                @Override
                public ObservableDoubleGauge buildWithCallback(Consumer<ObservableDoubleMeasurement> callback) {
                    registered.add(callback);
                    return new ObservableDoubleGauge() {
                        @Override
                        public void close() {
                            registered.remove(callback);
                        }
                    };
                }
            };
        }
    }

    private record Counting(AtomicInteger values) implements ObservableDoubleMeasurement {
        @Override
        public void record(double value) {
            values.incrementAndGet();
        }

        @Override
        public void record(double value, Attributes attributes) {
            values.incrementAndGet();
        }
    }
}
