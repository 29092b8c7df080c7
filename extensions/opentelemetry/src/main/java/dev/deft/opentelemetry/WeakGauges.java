package dev.deft.opentelemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.ObservableDoubleGauge;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import java.lang.ref.WeakReference;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What one gauge shows, by attributes; none of it is kept from being garbage. When all of it is, the gauge is closed. Thread-safe.
 */
final class WeakGauges implements Consumer<ObservableDoubleMeasurement> {
    private final Queue<WeakGauge<?>> gauges = new ConcurrentLinkedQueue<>();
    private final ReentrantLock lock = new ReentrantLock();

    /** Guarded by {@link #lock}, as is the next. */
    private @Nullable ObservableDoubleGauge registration;

    private boolean ended;

    /** Says by what this is asked; to be called before anything is added. */
    void registered(ObservableDoubleGauge gauge) {
        lock.lock();
        try {
            registration = gauge;
        } finally {
            lock.unlock();
        }
    }

    /** False if this has ended, and somebody else has to be asked. */
    <S> boolean add(Attributes attributes, S source, ToDoubleFunction<? super S> value) {
        lock.lock();
        try {
            return !ended && gauges.add(new WeakGauge<>(attributes, new WeakReference<>(source), value));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void accept(ObservableDoubleMeasurement measurement) {
        if (gauges.removeIf(gauge -> !gauge.measure(measurement))) {
            ObservableDoubleGauge over = endIfEmpty();
            if (over != null) {
                over.close();
            }
        }
    }

    /** What is to be closed, if anything. */
    private @Nullable ObservableDoubleGauge endIfEmpty() {
        lock.lock();
        try {
            if (ended || !gauges.isEmpty()) {
                return null;
            }
            ended = true;
            return registration;
        } finally {
            lock.unlock();
        }
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
