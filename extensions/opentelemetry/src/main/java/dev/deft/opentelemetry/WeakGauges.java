package dev.deft.opentelemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import java.lang.ref.WeakReference;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/** What one gauge shows, by attributes; none of it is kept from being garbage. Thread-safe. */
final class WeakGauges implements Consumer<ObservableDoubleMeasurement> {
    private final Queue<WeakGauge<?>> gauges = new ConcurrentLinkedQueue<>();

    <S> void add(Attributes attributes, S source, ToDoubleFunction<? super S> value) {
        gauges.add(new WeakGauge<>(attributes, new WeakReference<>(source), value));
    }

    @Override
    public void accept(ObservableDoubleMeasurement measurement) {
        gauges.removeIf(gauge -> !gauge.measure(measurement));
    }

    private record WeakGauge<S>(Attributes attributes, WeakReference<S> source, ToDoubleFunction<? super S> value) {
        /** False if there will never be anything to measure again. */
        boolean measure(ObservableDoubleMeasurement measurement) {
            S present = source.get();
            if (present == null) {
                return false;
            }
            double measured = value.applyAsDouble(present);
            if (!Double.isNaN(measured)) {
                measurement.record(measured, attributes);
            }
            return true;
        }
    }
}
