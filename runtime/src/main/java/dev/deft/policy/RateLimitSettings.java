package dev.deft.policy;

import dev.deft.internal.DurationText;
import dev.deft.internal.Nanos;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What {@code @RateLimit} says. Immutable: each method gives settings that differ in one point.
 *
 * <p>What is not said is as in the annotation: so many each second, as many at once, whoever comes too early waits,
 * however long, and the rate belongs to its method alone.
 */
public final class RateLimitSettings {
    private final int permits;
    private final Duration per;

    /** Zero: as many as {@link #permits}. */
    private final int burst;

    private final @Nullable Duration maxWait;
    private final int maxKeys;
    private final String name;

    private RateLimitSettings(
            int permits, Duration per, int burst, @Nullable Duration maxWait, int maxKeys, String name) {
        this.permits = permits;
        this.per = per;
        this.burst = burst;
        this.maxWait = maxWait;
        this.maxKeys = maxKeys;
        this.name = name;
    }

    /**
     * So many in each stretch of time, a second if nothing else is said.
     *
     * @param permits how many calls, or units of their weight
     * @return the settings
     * @throws IllegalArgumentException if {@code permits} is less than 1
     */
    public static RateLimitSettings permits(int permits) {
        if (permits < 1) {
            throw new IllegalArgumentException("a rate must let at least 1 through, but is " + permits);
        }
        return new RateLimitSettings(permits, Duration.ofSeconds(1), 0, null, KeyedStore.DEFAULT_MAX_KEYS, "");
    }

    /**
     * The time in which the permits are gained, one after another, at even distances.
     *
     * @param per the time
     * @return the settings
     * @throws IllegalArgumentException if {@code per} is zero or negative
     */
    public RateLimitSettings per(Duration per) {
        return new RateLimitSettings(permits, Durations.positive(per, "per"), burst, maxWait, maxKeys, name);
    }

    /**
     * How many may pass at once after a quiet time; if nothing is said, as many as in each stretch of time.
     *
     * @param burst how many; the heaviest call that can pass at all
     * @return the settings
     * @throws IllegalArgumentException if {@code burst} is less than 1
     */
    public RateLimitSettings burst(int burst) {
        if (burst < 1) {
            throw new IllegalArgumentException("burst must be at least 1, but is " + burst);
        }
        return new RateLimitSettings(permits, per, burst, maxWait, maxKeys, name);
    }

    /**
     * The longest wait; a call that would have to wait longer is refused at once, and takes nothing.
     *
     * @param maxWait zero refuses whoever would have to wait
     * @return the settings
     * @throws IllegalArgumentException if {@code maxWait} is negative
     */
    public RateLimitSettings maxWait(Duration maxWait) {
        return new RateLimitSettings(permits, per, burst, Durations.notNegative(maxWait, "maxWait"), maxKeys, name);
    }

    /**
     * For a rate with a key: how many keys are kept account of at once, 10 000 if nothing is said.
     *
     * @param maxKeys how many; beyond, calls with yet another key are refused
     * @return the settings
     * @throws IllegalArgumentException if {@code maxKeys} is less than 1
     */
    public RateLimitSettings maxKeys(int maxKeys) {
        return new RateLimitSettings(permits, per, burst, maxWait, KeyedStore.checkMaxKeys(maxKeys), name);
    }

    /**
     * Shares the tokens with every rate limit of this name on the same {@link dev.deft.Deft}.
     *
     * @param name the name; "" shares them with none
     * @return the settings
     */
    public RateLimitSettings named(String name) {
        return new RateLimitSettings(permits, per, burst, maxWait, maxKeys, Objects.requireNonNull(name, "name"));
    }

    int permits() {
        return permits;
    }

    int burst() {
        return burst == 0 ? permits : burst;
    }

    @Nullable
    Duration maxWait() {
        return maxWait;
    }

    int maxKeys() {
        return maxKeys;
    }

    String name() {
        return name;
    }

    /** A full bucket for these settings. */
    TokenBucket bucket(long now) {
        return TokenBucket.full(permits, Nanos.of(per), burst(), now);
    }

    /** As a user would write it. */
    String label() {
        return "@RateLimit(" + permits
                + (per.equals(Duration.ofSeconds(1)) ? "" : ", per = " + DurationText.of(per))
                + ")"
                + (name.isEmpty() ? "" : " \"" + name + '"');
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RateLimitSettings that
                && permits == that.permits
                && per.equals(that.per)
                && burst() == that.burst()
                && Objects.equals(maxWait, that.maxWait)
                && maxKeys == that.maxKeys
                && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return Objects.hash(permits, per, burst(), maxWait, maxKeys, name);
    }

    /** For people: every setting that was made and its value. */
    @Override
    public String toString() {
        return "permits = " + permits
                + ", per = " + DurationText.of(per)
                + ", burst = " + burst()
                + (maxWait == null ? "" : ", maxWait = " + DurationText.of(maxWait))
                + (maxKeys == KeyedStore.DEFAULT_MAX_KEYS ? "" : ", maxKeys = " + maxKeys)
                + (name.isEmpty() ? "" : ", name = \"" + name + '"');
    }
}
