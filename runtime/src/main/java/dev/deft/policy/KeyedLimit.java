package dev.deft.policy;

import dev.deft.DeadlineExceededException;
import dev.deft.LimitExceededException;
import dev.deft.TaskInterruptedException;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * A limit for each key: {@code @Limit} with {@code key}. Thread-safe.
 *
 * <p>Each key has permits of its own; see {@link LimitPolicy}. They are kept only while somebody is inside or waits. If
 * {@code maxKeys} keys are in use at once, calls with yet another key are refused.
 *
 * <p>When the settings change, each key's limit changes as a {@link LimitPolicy} does. If there are more keys than the new
 * bound by then, they stay until nobody uses them.
 */
public final class KeyedLimit extends Policy<LimitSettings> {
    private final Limits limits;

    /** Several policies share {@code limits} if they have a name in common. */
    KeyedLimit(Subject subject, Limits limits) {
        super(subject);
        this.limits = limits;
    }

    /**
     * Takes a permit of a key, and waits for one if need be.
     *
     * @param key whose permit, compared by {@link Object#equals}; null is a key like any other
     * @return the limit of the key, for {@link #release(LimitPolicy)}
     * @throws LimitExceededException if too many wait, or the wait took too long, or there are too many keys
     * @throws TaskInterruptedException if the thread is interrupted while it waits; the flag is kept
     * @throws CancellationException if the context is cancelled while the thread waits
     * @throws DeadlineExceededException if the deadline passes while the thread waits
     */
    public LimitPolicy acquire(@Nullable Object key) {
        return acquire(key, 1);
    }

    /**
     * Takes permits of a key, and waits until all are there if need be.
     *
     * @param key whose permits, compared by {@link Object#equals}; null is a key like any other
     * @param weight how many; zero takes nothing and never waits
     * @return the limit of the key, for {@link #release(LimitPolicy, int)}
     * @throws IllegalArgumentException if {@code weight} is negative, or more than there are permits
     * @throws LimitExceededException if too many wait, or the wait took too long, or there are too many keys
     * @throws TaskInterruptedException if the thread is interrupted while it waits; the flag is kept
     * @throws CancellationException if the context is cancelled while the thread waits
     * @throws DeadlineExceededException if the deadline passes while the thread waits
     */
    public LimitPolicy acquire(@Nullable Object key, int weight) {
        LimitPolicy limit = pin(key);
        try {
            limit.acquire(weight);
        } catch (Throwable failure) {
            unpin(limit);
            throw failure;
        }
        return limit;
    }

    /**
     * As {@link #acquire(Object)}, in a method that declares {@link InterruptedException}.
     *
     * @param key whose permit, compared by {@link Object#equals}; null is a key like any other
     * @return the limit of the key, for {@link #release(LimitPolicy)}
     * @throws InterruptedException if the thread is interrupted while it waits; the flag is cleared
     * @throws LimitExceededException if too many wait, or the wait took too long, or there are too many keys
     * @throws CancellationException if the context is cancelled while the thread waits
     * @throws DeadlineExceededException if the deadline passes while the thread waits
     */
    public LimitPolicy acquireInterruptibly(@Nullable Object key) throws InterruptedException {
        return acquireInterruptibly(key, 1);
    }

    /**
     * As {@link #acquire(Object, int)}, in a method that declares {@link InterruptedException}.
     *
     * @param key whose permits, compared by {@link Object#equals}; null is a key like any other
     * @param weight how many; zero takes nothing and never waits
     * @return the limit of the key, for {@link #release(LimitPolicy, int)}
     * @throws InterruptedException if the thread is interrupted while it waits; the flag is cleared
     * @throws IllegalArgumentException if {@code weight} is negative, or more than there are permits
     * @throws LimitExceededException if too many wait, or the wait took too long, or there are too many keys
     * @throws CancellationException if the context is cancelled while the thread waits
     * @throws DeadlineExceededException if the deadline passes while the thread waits
     */
    public LimitPolicy acquireInterruptibly(@Nullable Object key, int weight) throws InterruptedException {
        LimitPolicy limit = pin(key);
        try {
            limit.acquireInterruptibly(weight);
        } catch (Throwable failure) {
            unpin(limit);
            throw failure;
        }
        return limit;
    }

    /**
     * Gives a permit back, to whoever has waited longest for one of its key.
     *
     * @param limit what {@link #acquire(Object)} gave
     * @throws IllegalArgumentException if it is no limit of this
     * @throws IllegalStateException if none was taken
     */
    public void release(LimitPolicy limit) {
        release(limit, 1);
    }

    /**
     * Gives permits back, to those who have waited longest for some of their key.
     *
     * @param limit what {@link #acquire(Object, int)} gave
     * @param weight how many, as that was told
     * @throws IllegalArgumentException if it is no limit of this, or {@code weight} is negative
     * @throws IllegalStateException if not so many were taken
     */
    public void release(LimitPolicy limit, int weight) {
        KeyedStore.Entry<Limits.Limit> entry = limit.entry();
        if (entry == null || entry.state().home != limits) {
            throw new IllegalArgumentException("no limit of " + this + ": " + limit);
        }
        limit.release(weight);
        limits.store().unpin(entry);
    }

    private LimitPolicy pin(@Nullable Object key) {
        KeyedStore.Entry<Limits.Limit> entry = limits.store().pin(key);
        if (entry == null) {
            LimitSettings settings = limits.settings();
            LimitExceededException refusal = new LimitExceededException(subject.name() + ": " + settings.label()
                    + " has " + settings.maxKeys() + " keys in use, which is its maxKeys, and has no room for another");
            subject.rejected(refusal);
            throw refusal;
        }
        Limits.Limit limit = entry.state();
        limits.update(limit);
        Limits.KeyedPolicy known = limit.policy;
        if (known != null && known.owner() == this) {
            return known.policy();
        }
        LimitPolicy made = new LimitPolicy(subject, limit.gate, entry);
        limit.policy = new Limits.KeyedPolicy(this, made);
        return made;
    }

    private void unpin(LimitPolicy limit) {
        KeyedStore.Entry<Limits.Limit> entry = limit.entry();
        if (entry != null) {
            limits.store().unpin(entry);
        }
    }

    @Override
    SettingsWord<LimitSettings> definition() {
        return LimitSettings.WORD;
    }

    @Override
    public LimitSettings settings() {
        return limits.settings();
    }

    @Override
    void apply(LimitSettings settings) {
        limits.change(settings);
    }

    @Override
    LimitSettings sharing(LimitSettings settings) {
        return settings.named(sharedName());
    }

    @Override
    public String sharedName() {
        return settings().name();
    }

    @Override
    public KeyedState state() {
        return limits.store().state(limit -> limit.gate.isFull());
    }

    /**
     * How many keys have somebody inside or waiting, now.
     *
     * @return the number of keys that are kept account of
     */
    public int keys() {
        return limits.store().size();
    }

    /** For people: the limit and whose it is. */
    @Override
    public String toString() {
        return limits.settings().label() + " for each key of " + subject.name();
    }
}
