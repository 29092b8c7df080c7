package dev.deft.metrics;

import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A metrics library parts of which may be broken: a meter that throws is left alone from then on, and reported, once for each
 * {@link DeftMeter}. Thread-safe.
 */
final class GuardedRegistrar implements MeterRegistrar {
    private final MeterRegistrar registrar;
    private final Set<DeftMeter> reported = ConcurrentHashMap.newKeySet();

    GuardedRegistrar(MeterRegistrar registrar) {
        this.registrar = Objects.requireNonNull(registrar, "registrar");
    }

    @Override
    public Counter counter(DeftMeter meter, Map<String, String> tags) {
        Guarded<Counter> counter = new Guarded<>(meter, tags, () -> registrar.counter(meter, tags));
        return () -> counter.use(Counter::increment);
    }

    @Override
    public Timer timer(DeftMeter meter, Map<String, String> tags) {
        Guarded<Timer> timer = new Guarded<>(meter, tags, () -> registrar.timer(meter, tags));
        return duration -> timer.use(each -> each.record(duration));
    }

    @Override
    public <S> void gauge(DeftMeter meter, Map<String, String> tags, S source, ToDoubleFunction<? super S> value) {
        try {
            registrar.gauge(meter, tags, source, value);
        } catch (RuntimeException | LinkageError failure) {
            report(meter, tags, failure);
        }
    }

    private void report(DeftMeter meter, Map<String, String> tags, Throwable failure) {
        if (reported.add(meter)) {
            System.getLogger("dev.deft")
                    .log(
                            Level.WARNING,
                            "The meter " + meter.meterName() + " of " + tags
                                    + " has failed, and is left alone from now on; those with other tags that fail are left"
                                    + " alone without a word",
                            failure);
        }
    }

    /** A counter or a timer, until it fails. */
    private final class Guarded<M> {
        private final DeftMeter meter;
        private final Map<String, String> tags;

        /** Null once it has failed. */
        private volatile @Nullable M whole;

        Guarded(DeftMeter meter, Map<String, String> tags, Supplier<M> maker) {
            this.meter = meter;
            this.tags = tags;
            try {
                this.whole = Objects.requireNonNull(maker.get(), "the meter");
            } catch (RuntimeException | LinkageError failure) {
                report(meter, tags, failure);
            }
        }

        void use(Consumer<M> use) {
            M present = whole;
            if (present == null) {
                return;
            }
            try {
                use.accept(present);
            } catch (RuntimeException | LinkageError failure) {
                whole = null;
                report(meter, tags, failure);
            }
        }
    }
}
