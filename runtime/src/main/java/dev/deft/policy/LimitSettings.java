package dev.deft.policy;

import dev.deft.internal.DurationText;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What {@code @Limit} says. Immutable: each method gives settings that differ in one point.
 *
 * <p>What is not said is as in the annotation: whoever finds no permit waits, however long and however many wait already,
 * and the limit belongs to its method alone.
 */
public final class LimitSettings {
    private final int permits;
    private final @Nullable Duration maxWait;
    private final int maxQueue;
    private final int maxKeys;
    private final String name;

    private LimitSettings(int permits, @Nullable Duration maxWait, int maxQueue, int maxKeys, String name) {
        this.permits = permits;
        this.maxWait = maxWait;
        this.maxQueue = maxQueue;
        this.maxKeys = maxKeys;
        this.name = name;
    }

    /**
     * At most so many inside at once.
     *
     * @param permits how many, at least 1
     * @return settings with nothing else said
     * @throws IllegalArgumentException if {@code permits} is less than 1
     */
    public static LimitSettings permits(int permits) {
        if (permits < 1) {
            throw new IllegalArgumentException("a limit must let at least 1 in, but is " + permits);
        }
        return new LimitSettings(permits, null, Integer.MAX_VALUE, KeyedStore.DEFAULT_MAX_KEYS, "");
    }

    /**
     * The longest wait for a permit; zero refuses at once whoever would have to wait.
     *
     * @param maxWait how long
     * @return settings that differ in this
     * @throws IllegalArgumentException if {@code maxWait} is negative
     */
    public LimitSettings maxWait(Duration maxWait) {
        return new LimitSettings(permits, Durations.notNegative(maxWait, "maxWait"), maxQueue, maxKeys, name);
    }

    /**
     * How many may wait at once; zero refuses at once whoever would have to wait.
     *
     * @param maxQueue how many
     * @return settings that differ in this
     * @throws IllegalArgumentException if {@code maxQueue} is negative
     */
    public LimitSettings maxQueue(int maxQueue) {
        if (maxQueue < 0) {
            throw new IllegalArgumentException("maxQueue must not be negative, but is " + maxQueue);
        }
        return new LimitSettings(permits, maxWait, maxQueue, maxKeys, name);
    }

    /**
     * For a limit with a key: how many keys are kept account of at once, 10 000 if nothing is said.
     *
     * @param maxKeys how many; beyond, calls with yet another key are refused
     * @return the settings
     * @throws IllegalArgumentException if {@code maxKeys} is less than 1
     */
    public LimitSettings maxKeys(int maxKeys) {
        return new LimitSettings(permits, maxWait, maxQueue, KeyedStore.checkMaxKeys(maxKeys), name);
    }

    /**
     * Shares the permits with every limit of this name on the same {@link dev.deft.Deft}; "" shares them with none.
     *
     * @param name any name
     * @return settings that differ in this
     */
    public LimitSettings named(String name) {
        return new LimitSettings(permits, maxWait, maxQueue, maxKeys, Objects.requireNonNull(name, "name"));
    }

    int permits() {
        return permits;
    }

    @Nullable
    Duration maxWait() {
        return maxWait;
    }

    int maxQueue() {
        return maxQueue;
    }

    int maxKeys() {
        return maxKeys;
    }

    String name() {
        return name;
    }

    PermitWait permitWait() {
        return new PermitWait(maxWait, maxQueue);
    }

    /** As a user would write it. */
    String label() {
        return "@Limit(" + permits + ")" + (name.isEmpty() ? "" : " \"" + name + '"');
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LimitSettings that
                && permits == that.permits
                && Objects.equals(maxWait, that.maxWait)
                && maxQueue == that.maxQueue
                && maxKeys == that.maxKeys
                && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return Objects.hash(permits, maxWait, maxQueue, maxKeys, name);
    }

    /** For people: every setting that was made and its value. */
    @Override
    public String toString() {
        return "permits = " + permits
                + (maxWait == null ? "" : ", maxWait = " + DurationText.of(maxWait))
                + (maxQueue == Integer.MAX_VALUE ? "" : ", maxQueue = " + maxQueue)
                + (maxKeys == KeyedStore.DEFAULT_MAX_KEYS ? "" : ", maxKeys = " + maxKeys)
                + (name.isEmpty() ? "" : ", name = \"" + name + '"');
    }
}
