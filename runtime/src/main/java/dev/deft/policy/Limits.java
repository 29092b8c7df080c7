package dev.deft.policy;

import dev.deft.time.TimeSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The limits of a limit with a key: one for each key. Several policies share it by a name. */
final class Limits implements KeyedStore.Kind<Limits.Limit> {
    private final KeyedStore<Limit> store;
    private volatile LimitSettings settings;

    @SuppressWarnings("this-escape") // the store asks for nothing before it is used
    Limits(TimeSource time, LimitSettings settings) {
        this.settings = settings;
        this.store = new KeyedStore<>(time, settings.maxKeys(), this);
    }

    KeyedStore<Limit> store() {
        return store;
    }

    LimitSettings settings() {
        return settings;
    }

    void change(LimitSettings changed) {
        settings = changed;
        store.maxKeys(changed.maxKeys());
        store.forEach(this::update);
    }

    /** Brings a limit up to date that was made while the settings were changed. */
    void update(Limit limit) {
        LimitSettings current = settings;
        if (!Objects.equals(limit.gate.settings(), current)) {
            limit.gate.change(current);
        }
    }

    @Override
    public Limit create() {
        return new Limit(this, new Gate(settings));
    }

    @Override
    public boolean isQuiet(Limit limit) {
        return true; // whoever takes or waits for a permit uses it
    }

    @Override
    public long quietAt(Limit limit) {
        throw new AssertionError("is always quiet");
    }

    /** The limit of a key. */
    static final class Limit {
        final Limits home;
        final Gate gate;

        /** The policy that was last made for it. */
        volatile @Nullable KeyedPolicy policy;

        Limit(Limits home, Gate gate) {
            this.home = home;
            this.gate = gate;
        }
    }

    /** The policy of a key, and whose it is. */
    record KeyedPolicy(KeyedLimit owner, LimitPolicy policy) {}
}
