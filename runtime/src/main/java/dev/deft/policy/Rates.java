package dev.deft.policy;

import dev.deft.time.TimeSource;
import java.util.Objects;

/** The meters of a rate with a key: one for each key. Several policies share it by a name. */
final class Rates implements KeyedStore.Kind<RateMeter> {
    private final TimeSource time;
    private final KeyedStore<RateMeter> store;
    private volatile RateLimitSettings settings;

    @SuppressWarnings("this-escape") // the store asks for nothing before it is used
    Rates(TimeSource time, RateLimitSettings settings) {
        settings.bucket(0); // refuses here what no meter could be made of
        this.time = time;
        this.settings = settings;
        this.store = new KeyedStore<>(time, settings.maxKeys(), this);
    }

    KeyedStore<RateMeter> store() {
        return store;
    }

    RateLimitSettings settings() {
        return settings;
    }

    void change(RateLimitSettings changed) {
        changed.bucket(0);
        settings = changed;
        store.maxKeys(changed.maxKeys());
        store.forEach(this::update);
    }

    /** Brings a meter up to date that was made while the settings were changed. */
    void update(RateMeter meter) {
        RateLimitSettings current = settings;
        if (!Objects.equals(meter.settings(), current)) {
            meter.change(current);
        }
    }

    @Override
    public RateMeter create() {
        return new RateMeter(time, settings);
    }

    @Override
    public boolean isQuiet(RateMeter meter) {
        return false; // whoever used it has taken something
    }

    @Override
    public long quietAt(RateMeter meter) {
        return meter.fullAt();
    }
}
