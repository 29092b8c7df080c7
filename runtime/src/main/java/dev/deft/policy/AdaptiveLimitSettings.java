package dev.deft.policy;

import dev.deft.internal.DurationText;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What {@code @AdaptiveLimit} says. Immutable: each method gives settings that differ in one point.
 *
 * <p>What is not said is as in the annotation: between 1 and 200, 20 at first, whoever finds no permit waits, however long
 * and however many wait already, and the limit belongs to its method alone.
 */
public final class AdaptiveLimitSettings {
    private static final int MAX = 200;
    private static final int INITIAL = 20;

    private final int min;
    private final int max;
    private final int initial;
    private final @Nullable Duration maxWait;
    private final int maxQueue;
    private final String name;

    private AdaptiveLimitSettings(
            int min, int max, int initial, @Nullable Duration maxWait, int maxQueue, String name) {
        this.min = min;
        this.max = max;
        this.initial = initial;
        this.maxWait = maxWait;
        this.maxQueue = maxQueue;
        this.name = name;
    }

    /**
     * Never fewer at once.
     *
     * @param min how many calls
     * @return the settings; at most 200, or {@code min} if that is more
     * @throws IllegalArgumentException if {@code min} is less than 1
     */
    public static AdaptiveLimitSettings min(int min) {
        if (min < 1) {
            throw new IllegalArgumentException("min must be at least 1, but is " + min);
        }
        return new AdaptiveLimitSettings(min, Math.max(min, MAX), INITIAL, null, Integer.MAX_VALUE, "");
    }

    /**
     * Never more at once.
     *
     * @param max how many calls
     * @return the settings
     * @throws IllegalArgumentException if {@code max} is less than the minimum
     */
    public AdaptiveLimitSettings max(int max) {
        if (max < min) {
            throw new IllegalArgumentException("max must be at least min, which is " + min + ", but is " + max);
        }
        return new AdaptiveLimitSettings(min, max, initial, maxWait, maxQueue, name);
    }

    /**
     * How many at once in the beginning, within the bounds.
     *
     * @param initial how many calls
     * @return the settings
     * @throws IllegalArgumentException if {@code initial} is less than 1
     */
    public AdaptiveLimitSettings initial(int initial) {
        if (initial < 1) {
            throw new IllegalArgumentException("initial must be at least 1, but is " + initial);
        }
        return new AdaptiveLimitSettings(min, max, initial, maxWait, maxQueue, name);
    }

    /**
     * The longest wait for a permit.
     *
     * @param maxWait how long; zero refuses at once whoever would have to wait
     * @return the settings
     * @throws IllegalArgumentException if {@code maxWait} is negative
     */
    public AdaptiveLimitSettings maxWait(Duration maxWait) {
        return new AdaptiveLimitSettings(min, max, initial, Durations.notNegative(maxWait, "maxWait"), maxQueue, name);
    }

    /**
     * How many may wait at once.
     *
     * @param maxQueue how many; zero refuses at once whoever would have to wait
     * @return the settings
     * @throws IllegalArgumentException if {@code maxQueue} is negative
     */
    public AdaptiveLimitSettings maxQueue(int maxQueue) {
        if (maxQueue < 0) {
            throw new IllegalArgumentException("maxQueue must not be negative, but is " + maxQueue);
        }
        return new AdaptiveLimitSettings(min, max, initial, maxWait, maxQueue, name);
    }

    /**
     * Shares the permits, and what is known of the latency, with every adaptive limit of this name on the same
     * {@link dev.deft.Deft}.
     *
     * @param name the name; "" shares with none
     * @return the settings
     */
    public AdaptiveLimitSettings named(String name) {
        return new AdaptiveLimitSettings(min, max, initial, maxWait, maxQueue, Objects.requireNonNull(name, "name"));
    }

    int min() {
        return min;
    }

    int max() {
        return max;
    }

    /** How many in the beginning, moved into the bounds. */
    int initial() {
        return Math.max(min, Math.min(max, initial));
    }

    PermitWait permitWait() {
        return new PermitWait(maxWait, maxQueue);
    }

    String name() {
        return name;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AdaptiveLimitSettings that
                && min == that.min
                && max == that.max
                && initial == that.initial
                && Objects.equals(maxWait, that.maxWait)
                && maxQueue == that.maxQueue
                && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return Objects.hash(min, max, initial, maxWait, maxQueue, name);
    }

    /** For people: every setting that was made and its value. */
    @Override
    public String toString() {
        return "min = " + min + ", max = " + max + ", initial = " + initial
                + (maxWait == null ? "" : ", maxWait = " + DurationText.of(maxWait))
                + (maxQueue == Integer.MAX_VALUE ? "" : ", maxQueue = " + maxQueue)
                + (name.isEmpty() ? "" : ", name = \"" + name + '"');
    }
}
