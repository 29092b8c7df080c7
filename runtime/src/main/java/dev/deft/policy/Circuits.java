package dev.deft.policy;

import dev.deft.time.TimeSource;
import java.util.Objects;

/** The circuits of a circuit breaker with a key: one for each key. Several policies share it by a name. */
final class Circuits implements KeyedStore.Kind<Circuit> {
    private final TimeSource time;
    private final KeyedStore<Circuit> store;
    private volatile CircuitBreakerSettings settings;

    @SuppressWarnings("this-escape") // the store asks for nothing before it is used
    Circuits(TimeSource time, CircuitBreakerSettings settings) {
        this.time = time;
        this.settings = settings;
        this.store = new KeyedStore<>(time, settings.maxKeys(), this);
    }

    KeyedStore<Circuit> store() {
        return store;
    }

    CircuitBreakerSettings settings() {
        return settings;
    }

    void change(Subject subject, CircuitBreakerSettings changed) {
        settings = changed;
        store.maxKeys(changed.maxKeys());
        store.forEach(circuit -> update(subject, circuit));
    }

    /** Brings a circuit up to date that was made while the settings were changed. */
    void update(Subject subject, Circuit circuit) {
        CircuitBreakerSettings current = settings;
        if (!Objects.equals(circuit.phase.settings, current)) {
            circuit.change(subject, current);
        }
    }

    /** A circuit that looks at nothing, for the keys that have no place. */
    Circuit unwatched() {
        Circuit circuit = new Circuit(time, settings);
        circuit.phase = new CircuitPhase.Forced(CircuitState.DISABLED, settings, 0);
        return circuit;
    }

    @Override
    public Circuit create() {
        return new Circuit(time, settings);
    }

    @Override
    public boolean isQuiet(Circuit circuit) {
        return false;
    }

    @Override
    public long quietAt(Circuit circuit) {
        return circuit.idleAt();
    }

    @Override
    public boolean isExpendable(Circuit circuit) {
        return circuit.isClean();
    }
}
