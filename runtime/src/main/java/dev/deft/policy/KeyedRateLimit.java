package dev.deft.policy;

import dev.deft.DeadlineExceededException;
import dev.deft.RateLimitExceededException;
import dev.deft.TaskInterruptedException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * A rate for each key: {@code @RateLimit} with {@code key}. Thread-safe.
 *
 * <p>Each key has tokens of its own; see {@link RateLimitPolicy}. They are kept only until they are all there again and
 * nobody waits. If {@code maxKeys} keys lack tokens at once, calls with yet another key are refused.
 *
 * <p>When the settings change, each key's rate changes as a {@link RateLimitPolicy} does. If there are more keys than the new
 * bound by then, they stay until they have all their tokens again.
 */
public final class KeyedRateLimit extends Policy<RateLimitSettings> {
    private final Rates rates;

    /** Several policies share {@code rates} if they have a name in common. */
    KeyedRateLimit(Subject subject, Rates rates) {
        super(subject);
        this.rates = rates;
    }

    /**
     * Takes a token of a key, and waits for it if need be.
     *
     * @param key whose token, compared by {@link Object#equals}; null is a key like any other
     * @throws RateLimitExceededException if it would have to wait too long, or until its deadline, or there are too many
     *     keys
     * @throws TaskInterruptedException if the thread is interrupted while it waits; the flag is kept
     * @throws CancellationException if the context is cancelled while the thread waits
     * @throws DeadlineExceededException if the deadline has passed, and there is no token
     */
    public void acquire(@Nullable Object key) {
        if (settings().isEnabled()) {
            KeyedStore.Entry<RateMeter> entry = pin(key);
            try {
                entry.state().acquire(subject);
            } finally {
                rates.store().unpin(entry);
            }
        }
    }

    /**
     * Takes tokens of a key, and waits for them if need be.
     *
     * @param key whose tokens, compared by {@link Object#equals}; null is a key like any other
     * @param weight how many; zero takes nothing and never waits
     * @throws IllegalArgumentException if {@code weight} is negative, or more than the burst
     * @throws RateLimitExceededException if it would have to wait too long, or until its deadline, or there are too many
     *     keys
     * @throws TaskInterruptedException if the thread is interrupted while it waits; the flag is kept
     * @throws CancellationException if the context is cancelled while the thread waits
     * @throws DeadlineExceededException if the deadline has passed, and there are not enough tokens
     */
    public void acquire(@Nullable Object key, int weight) {
        if (settings().isEnabled()) {
            KeyedStore.Entry<RateMeter> entry = pin(key);
            try {
                entry.state().acquire(subject, weight);
            } finally {
                rates.store().unpin(entry);
            }
        }
    }

    /**
     * As {@link #acquire(Object)}, in a method that declares {@link InterruptedException}.
     *
     * @param key whose token, compared by {@link Object#equals}; null is a key like any other
     * @throws InterruptedException if the thread is interrupted while it waits; the flag is cleared
     * @throws RateLimitExceededException if it would have to wait too long, or until its deadline, or there are too many
     *     keys
     * @throws CancellationException if the context is cancelled while the thread waits
     * @throws DeadlineExceededException if the deadline has passed, and there is no token
     */
    public void acquireInterruptibly(@Nullable Object key) throws InterruptedException {
        acquireInterruptibly(key, 1);
    }

    /**
     * As {@link #acquire(Object, int)}, in a method that declares {@link InterruptedException}.
     *
     * @param key whose tokens, compared by {@link Object#equals}; null is a key like any other
     * @param weight how many; zero takes nothing and never waits
     * @throws InterruptedException if the thread is interrupted while it waits; the flag is cleared
     * @throws IllegalArgumentException if {@code weight} is negative, or more than the burst
     * @throws RateLimitExceededException if it would have to wait too long, or until its deadline, or there are too many
     *     keys
     * @throws CancellationException if the context is cancelled while the thread waits
     * @throws DeadlineExceededException if the deadline has passed, and there are not enough tokens
     */
    public void acquireInterruptibly(@Nullable Object key, int weight) throws InterruptedException {
        if (settings().isEnabled()) {
            KeyedStore.Entry<RateMeter> entry = pin(key);
            try {
                entry.state().acquireInterruptibly(subject, weight);
            } finally {
                rates.store().unpin(entry);
            }
        }
    }

    private KeyedStore.Entry<RateMeter> pin(@Nullable Object key) {
        KeyedStore.Entry<RateMeter> entry = rates.store().pin(key);
        if (entry == null) {
            RateLimitSettings settings = rates.settings();
            RateLimitExceededException refusal = new RateLimitExceededException(
                    subject.name() + ": " + settings.label() + " has " + settings.maxKeys()
                            + " keys in use, which is its maxKeys, and has no room for another",
                    Duration.ZERO);
            subject.rejected(refusal);
            throw refusal;
        }
        rates.update(entry.state());
        return entry;
    }

    @Override
    SettingsWord<RateLimitSettings> definition() {
        return RateLimitSettings.WORD;
    }

    @Override
    public RateLimitSettings settings() {
        return rates.settings();
    }

    @Override
    void apply(RateLimitSettings settings) {
        rates.change(settings);
    }

    @Override
    RateLimitSettings sharing(RateLimitSettings settings) {
        return settings.named(sharedName());
    }

    @Override
    public String sharedName() {
        return settings().name();
    }

    @Override
    public KeyedState state() {
        return rates.store().state(RateMeter::isEmpty);
    }

    /**
     * How many keys lack tokens, or have somebody waiting, now.
     *
     * @return the number of keys that are kept account of
     */
    public int keys() {
        return rates.store().size();
    }

    /** For people: the rate and whose it is. */
    @Override
    public String toString() {
        return rates.settings().label() + " for each key of " + subject.name();
    }
}
