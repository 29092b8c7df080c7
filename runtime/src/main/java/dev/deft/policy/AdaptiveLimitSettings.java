package dev.deft.policy;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What {@code @AdaptiveLimit} says. Immutable: each method gives settings that differ in one point.
 *
 * <p>What is not said is as in the annotation: between 1 and 200, 20 at first, whoever finds no permit waits, however long
 * and however many wait already, and the limit belongs to its method alone.
 */
public final class AdaptiveLimitSettings implements PolicySettings {
    private static final int MAX = 200;
    private static final int INITIAL = 20;

    static final SettingsWord<AdaptiveLimitSettings> WORD = SettingsWord.<AdaptiveLimitSettings>named("adaptiveLimit")
            .attribute(
                    "min",
                    settings -> String.valueOf(settings.min),
                    (settings, text) -> settings.within(atLeastOne(SettingTexts.integer(text), "min"), settings.max))
            .attribute(
                    "max",
                    settings -> String.valueOf(settings.max),
                    (settings, text) -> settings.within(settings.min, atLeastOne(SettingTexts.integer(text), "max")))
            .attribute(
                    "initial",
                    settings -> String.valueOf(settings.initial),
                    (settings, text) -> settings.initial(SettingTexts.integer(text)))
            .attribute("maxWait", settings -> SettingTexts.text(settings.maxWait), AdaptiveLimitSettings::withMaxWait)
            .attribute(
                    "maxQueue", settings -> SettingTexts.bound(settings.maxQueue), AdaptiveLimitSettings::withMaxQueue)
            .fixed("name")
            .shareable()
            .check(settings -> settings.max(settings.max))
            .switchable(min(1), AdaptiveLimitSettings::enabled);

    private final int min;
    private final int max;
    private final int initial;
    private final @Nullable Duration maxWait;
    private final int maxQueue;
    private final String name;
    private final boolean enabled;

    private AdaptiveLimitSettings(
            int min, int max, int initial, @Nullable Duration maxWait, int maxQueue, String name, boolean enabled) {
        this.min = min;
        this.max = max;
        this.initial = initial;
        this.maxWait = maxWait;
        this.maxQueue = maxQueue;
        this.name = name;
        this.enabled = enabled;
    }

    /**
     * Never fewer at once.
     *
     * @param min how many calls
     * @return the settings; at most 200, or {@code min} if that is more
     * @throws IllegalArgumentException if {@code min} is less than 1
     */
    public static AdaptiveLimitSettings min(int min) {
        return new AdaptiveLimitSettings(
                atLeastOne(min, "min"), Math.max(min, MAX), INITIAL, null, SettingTexts.NO_BOUND, "", true);
    }

    private static int atLeastOne(int calls, String name) {
        if (calls < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, but is " + calls);
        }
        return calls;
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
        return within(min, max);
    }

    private AdaptiveLimitSettings within(int min, int max) {
        return new AdaptiveLimitSettings(min, max, initial, maxWait, maxQueue, name, enabled);
    }

    /**
     * How many at once in the beginning, within the bounds.
     *
     * @param initial how many calls
     * @return the settings
     * @throws IllegalArgumentException if {@code initial} is less than 1
     */
    public AdaptiveLimitSettings initial(int initial) {
        return new AdaptiveLimitSettings(min, max, atLeastOne(initial, "initial"), maxWait, maxQueue, name, enabled);
    }

    /**
     * The longest wait for a permit.
     *
     * @param maxWait how long; zero refuses at once whoever would have to wait
     * @return the settings
     * @throws IllegalArgumentException if {@code maxWait} is negative
     */
    public AdaptiveLimitSettings maxWait(Duration maxWait) {
        return new AdaptiveLimitSettings(
                min, max, initial, Durations.notNegative(maxWait, "maxWait"), maxQueue, name, enabled);
    }

    private AdaptiveLimitSettings withMaxWait(String text) {
        return text.isEmpty()
                ? new AdaptiveLimitSettings(min, max, initial, null, maxQueue, name, enabled)
                : maxWait(SettingTexts.duration(text));
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
        return new AdaptiveLimitSettings(min, max, initial, maxWait, maxQueue, name, enabled);
    }

    private AdaptiveLimitSettings withMaxQueue(String text) {
        return maxQueue(text.isEmpty() ? SettingTexts.NO_BOUND : SettingTexts.integer(text));
    }

    /**
     * Shares the permits, and what is known of the latency, with every adaptive limit of this name on the same
     * {@link dev.deft.Deft}.
     *
     * @param name the name; "" shares with none
     * @return the settings
     */
    public AdaptiveLimitSettings named(String name) {
        return new AdaptiveLimitSettings(
                min, max, initial, maxWait, maxQueue, Objects.requireNonNull(name, "name"), enabled);
    }

    /**
     * Whether the limit does anything. Switched off, all are let in, and their latency is not looked at.
     *
     * @param enabled true if nothing is said
     * @return the settings
     */
    public AdaptiveLimitSettings enabled(boolean enabled) {
        return new AdaptiveLimitSettings(min, max, initial, maxWait, maxQueue, name, enabled);
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public Map<String, String> attributes() {
        return WORD.texts(this);
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
                && name.equals(that.name)
                && enabled == that.enabled;
    }

    @Override
    public int hashCode() {
        return Objects.hash(min, max, initial, maxWait, maxQueue, name, enabled);
    }

    /** For people: every setting that was made and its value. */
    @Override
    public String toString() {
        return WORD.text(this) + SettingTexts.named(name);
    }
}
