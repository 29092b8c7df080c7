package dev.deft.policy;

import org.jspecify.annotations.Nullable;

/**
 * A circuit for each key: {@code @CircuitBreaker} with {@code key}. Thread-safe.
 *
 * <p>A circuit is kept while somebody is inside, and until nobody has used it for ten times {@code openFor} (or for
 * {@code windowTime}, if that is longer): callers who come more rarely than that would find it half open anyway. At
 * {@code maxKeys} a closed circuit that has seen no failure makes room; if there is none, calls with yet another key
 * pass without being looked at. One that was forced by hand stays.
 *
 * <p>When the settings change, each key's circuit changes as a {@link CircuitBreakerPolicy} does. If there are more keys than
 * the new bound by then, they stay until they are forgotten. Switched off, it keeps account of no further key.
 */
public final class KeyedCircuitBreaker extends Policy<CircuitBreakerSettings> {
    private final Circuits circuits;
    private final CircuitBreakerPolicy unwatched;

    /** Several policies share {@code circuits} if they have a name in common. */
    KeyedCircuitBreaker(Subject subject, Circuits circuits) {
        super(subject);
        this.circuits = circuits;
        this.unwatched = new CircuitBreakerPolicy(subject, circuits.unwatched());
    }

    /**
     * The circuit of a key, for one call: it is kept until {@link CircuitBreakerPolicy#enter} has thrown, or the call it
     * let through has been ended. So each call asks anew, and enters once.
     *
     * @param key whose circuit, compared by {@link Object#equals}; null is a key like any other
     * @return the circuit
     */
    public CircuitBreakerPolicy of(@Nullable Object key) {
        if (!settings().isEnabled()) {
            return unwatched;
        }
        KeyedStore.Entry<Circuit> entry = circuits.store().pin(key);
        if (entry == null) {
            return unwatched;
        }
        Circuit circuit = entry.state();
        circuits.update(subject, circuit);
        CircuitBreakerPolicy known = circuit.policy;
        if (known != null && known.isOf(this)) {
            return known;
        }
        CircuitBreakerPolicy made = new CircuitBreakerPolicy(subject, circuit, this, entry);
        circuit.policy = made;
        return made;
    }

    /**
     * Lets no call of a key through from now on; see {@link CircuitBreakerPolicy#forceOpen}.
     *
     * @param key whose circuit
     */
    public void forceOpen(@Nullable Object key) {
        force(key, CircuitState.FORCED_OPEN);
    }

    /**
     * Lets all calls of a key through from now on; see {@link CircuitBreakerPolicy#forceClosed}.
     *
     * @param key whose circuit
     */
    public void forceClosed(@Nullable Object key) {
        force(key, CircuitState.FORCED_CLOSED);
    }

    /**
     * Lets all calls of a key through from now on and looks at none; see {@link CircuitBreakerPolicy#disable}.
     *
     * @param key whose circuit
     */
    public void disable(@Nullable Object key) {
        force(key, CircuitState.DISABLED);
    }

    /**
     * Begins anew for a key; see {@link CircuitBreakerPolicy#reset}.
     *
     * @param key whose circuit
     */
    public void reset(@Nullable Object key) {
        force(key, CircuitState.CLOSED);
    }

    private void force(@Nullable Object key, CircuitState state) {
        KeyedStore.Entry<Circuit> entry = circuits.store().pin(key);
        if (entry == null) {
            throw new IllegalStateException(subject.name() + ": there is no room for another key at "
                    + settings().label() + ", whose maxKeys is " + settings().maxKeys());
        }
        try {
            entry.state().force(subject, state);
        } finally {
            unpin(entry);
        }
    }

    /** Ends the use of a circuit. */
    void unpin(KeyedStore.Entry<Circuit> entry) {
        entry.state().used();
        circuits.store().unpin(entry);
    }

    @Override
    public KeyedState state() {
        return circuits.store().state(Circuit::isBlocking);
    }

    /**
     * What the circuit of a key does and knows now.
     *
     * @param key whose circuit
     * @return a snapshot; null if nothing is known of the key, so that its circuit is closed
     */
    public @Nullable CircuitBreakerState state(@Nullable Object key) {
        Circuit circuit = circuits.store().peek(key);
        return circuit == null ? null : circuit.state();
    }

    @Override
    SettingsWord<CircuitBreakerSettings> definition() {
        return CircuitBreakerSettings.WORD;
    }

    @Override
    public CircuitBreakerSettings settings() {
        return circuits.settings();
    }

    @Override
    void apply(CircuitBreakerSettings settings) {
        circuits.change(subject, settings);
    }

    @Override
    CircuitBreakerSettings sharing(CircuitBreakerSettings settings) {
        return settings.named(sharedName());
    }

    @Override
    public String sharedName() {
        return settings().name();
    }

    /**
     * How many circuits are kept now.
     *
     * @return the number of keys that are kept account of
     */
    public int keys() {
        return circuits.store().size();
    }

    /** For people: the circuit breaker and whose it is. */
    @Override
    public String toString() {
        return settings().label() + " for each key of " + subject.name();
    }
}
