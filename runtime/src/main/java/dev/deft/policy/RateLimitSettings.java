package dev.deft.policy;

import dev.deft.internal.DurationText;
import dev.deft.internal.Nanos;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What {@code @RateLimit} says. Immutable: each method gives settings that differ in one point.
 *
 * <p>What is not said is as in the annotation: so many each second, as many at once, whoever comes too early waits,
 * however long, and the rate belongs to its method alone.
 */
public final class RateLimitSettings implements PolicySettings {
    static final SettingsWord<RateLimitSettings> WORD = SettingsWord.<RateLimitSettings>named("rateLimit")
            .attribute(
                    "value",
                    settings -> String.valueOf(settings.permits),
                    (settings, text) -> settings.withPermits(SettingTexts.integer(text)))
            .attribute(
                    "per",
                    settings -> SettingTexts.text(settings.per),
                    (settings, text) -> settings.per(SettingTexts.duration(text)))
            .attribute("burst", settings -> String.valueOf(settings.burst()), RateLimitSettings::withBurst)
            .attribute("maxWait", settings -> SettingTexts.text(settings.maxWait), RateLimitSettings::withMaxWait)
            .attribute(
                    "maxKeys",
                    KeyedStore.DEFAULT_MAX_KEYS_TEXT,
                    settings -> String.valueOf(settings.maxKeys),
                    (settings, text) -> settings.maxKeys(SettingTexts.integer(text)))
            .fixed("key", "weight", "name")
            .shareable()
            .repeatable()
            .check(RateLimitSettings::filled)
            .switchable(permits(1), RateLimitSettings::enabled);

    private final int permits;
    private final Duration per;

    /** Zero: as many as {@link #permits}. */
    private final int burst;

    private final @Nullable Duration maxWait;
    private final int maxKeys;
    private final String name;
    private final boolean enabled;

    private RateLimitSettings(
            int permits,
            Duration per,
            int burst,
            @Nullable Duration maxWait,
            int maxKeys,
            String name,
            boolean enabled) {
        this.permits = permits;
        this.per = per;
        this.burst = burst;
        this.maxWait = maxWait;
        this.maxKeys = maxKeys;
        this.name = name;
        this.enabled = enabled;
    }

    /**
     * So many in each stretch of time, a second if nothing else is said.
     *
     * @param permits how many calls, or units of their weight
     * @return the settings
     * @throws IllegalArgumentException if {@code permits} is less than 1
     */
    public static RateLimitSettings permits(int permits) {
        return new RateLimitSettings(
                checked(permits), Duration.ofSeconds(1), 0, null, KeyedStore.DEFAULT_MAX_KEYS, "", true);
    }

    private static int checked(int permits) {
        if (permits < 1) {
            throw new IllegalArgumentException("a rate must let at least 1 through, but is " + permits);
        }
        return permits;
    }

    private RateLimitSettings withPermits(int permits) {
        return new RateLimitSettings(checked(permits), per, burst, maxWait, maxKeys, name, enabled);
    }

    /**
     * The time in which the permits are gained, one after another, at even distances.
     *
     * @param per the time
     * @return the settings
     * @throws IllegalArgumentException if {@code per} is zero or negative
     */
    public RateLimitSettings per(Duration per) {
        return new RateLimitSettings(permits, Durations.positive(per, "per"), burst, maxWait, maxKeys, name, enabled);
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
        return new RateLimitSettings(permits, per, burst, maxWait, maxKeys, name, enabled);
    }

    private RateLimitSettings withBurst(String text) {
        int written = SettingTexts.integer(text);
        return written == 0 ? new RateLimitSettings(permits, per, 0, maxWait, maxKeys, name, enabled) : burst(written);
    }

    /**
     * The longest wait; a call that would have to wait longer is refused at once, and takes nothing.
     *
     * @param maxWait zero refuses whoever would have to wait
     * @return the settings
     * @throws IllegalArgumentException if {@code maxWait} is negative
     */
    public RateLimitSettings maxWait(Duration maxWait) {
        return new RateLimitSettings(
                permits, per, burst, Durations.notNegative(maxWait, "maxWait"), maxKeys, name, enabled);
    }

    private RateLimitSettings withMaxWait(String text) {
        return text.isEmpty()
                ? new RateLimitSettings(permits, per, burst, null, maxKeys, name, enabled)
                : maxWait(SettingTexts.duration(text));
    }

    /**
     * For a rate with a key: how many keys are kept account of at once, 10 000 if nothing is said.
     *
     * @param maxKeys how many; beyond, calls with yet another key are refused
     * @return the settings
     * @throws IllegalArgumentException if {@code maxKeys} is less than 1
     */
    public RateLimitSettings maxKeys(int maxKeys) {
        return new RateLimitSettings(permits, per, burst, maxWait, KeyedStore.checkMaxKeys(maxKeys), name, enabled);
    }

    /**
     * Shares the tokens with every rate limit of this name on the same {@link dev.deft.Deft}.
     *
     * @param name the name; "" shares them with none
     * @return the settings
     */
    public RateLimitSettings named(String name) {
        return new RateLimitSettings(
                permits, per, burst, maxWait, maxKeys, Objects.requireNonNull(name, "name"), enabled);
    }

    /**
     * Whether the rate limit does anything. Switched off, all pass at once and take no tokens.
     *
     * @param enabled true if nothing is said
     * @return the settings
     */
    public RateLimitSettings enabled(boolean enabled) {
        return new RateLimitSettings(permits, per, burst, maxWait, maxKeys, name, enabled);
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public Map<String, String> attributes() {
        return WORD.texts(this);
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

    /** These, unless no bucket can be made for them. */
    private RateLimitSettings filled() {
        bucket(0);
        return this;
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
                && name.equals(that.name)
                && enabled == that.enabled;
    }

    @Override
    public int hashCode() {
        return Objects.hash(permits, per, burst(), maxWait, maxKeys, name, enabled);
    }

    /** For people: every setting that was made and its value. */
    @Override
    public String toString() {
        return WORD.text(this) + SettingTexts.named(name);
    }
}
