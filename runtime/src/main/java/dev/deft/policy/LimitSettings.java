package dev.deft.policy;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What {@code @Limit} says. Immutable: each method gives settings that differ in one point.
 *
 * <p>What is not said is as in the annotation: whoever finds no permit waits, however long and however many wait already,
 * and the limit belongs to its method alone.
 */
public final class LimitSettings implements PolicySettings {
    static final SettingsWord<LimitSettings> WORD = SettingsWord.<LimitSettings>named("limit")
            .attribute(
                    "value",
                    settings -> String.valueOf(settings.permits),
                    (settings, text) -> settings.withPermits(SettingTexts.integer(text)))
            .attribute("maxWait", settings -> SettingTexts.text(settings.maxWait), LimitSettings::withMaxWait)
            .attribute("maxQueue", settings -> SettingTexts.bound(settings.maxQueue), LimitSettings::withMaxQueue)
            .attribute(
                    "maxKeys",
                    KeyedStore.DEFAULT_MAX_KEYS_TEXT,
                    settings -> String.valueOf(settings.maxKeys),
                    (settings, text) -> settings.maxKeys(SettingTexts.integer(text)))
            .fixed("key", "weight", "name")
            .shareable()
            .repeatable()
            .switchable(permits(1), LimitSettings::enabled);

    private final int permits;
    private final @Nullable Duration maxWait;
    private final int maxQueue;
    private final int maxKeys;
    private final String name;
    private final boolean enabled;

    private LimitSettings(
            int permits, @Nullable Duration maxWait, int maxQueue, int maxKeys, String name, boolean enabled) {
        this.permits = permits;
        this.maxWait = maxWait;
        this.maxQueue = maxQueue;
        this.maxKeys = maxKeys;
        this.name = name;
        this.enabled = enabled;
    }

    /**
     * At most so many inside at once.
     *
     * @param permits how many, at least 1
     * @return settings with nothing else said
     * @throws IllegalArgumentException if {@code permits} is less than 1
     */
    public static LimitSettings permits(int permits) {
        return new LimitSettings(checked(permits), null, SettingTexts.NO_BOUND, KeyedStore.DEFAULT_MAX_KEYS, "", true);
    }

    private static int checked(int permits) {
        if (permits < 1) {
            throw new IllegalArgumentException("a limit must let at least 1 in, but is " + permits);
        }
        return permits;
    }

    private LimitSettings withPermits(int permits) {
        return new LimitSettings(checked(permits), maxWait, maxQueue, maxKeys, name, enabled);
    }

    /**
     * The longest wait for a permit; zero refuses at once whoever would have to wait.
     *
     * @param maxWait how long
     * @return settings that differ in this
     * @throws IllegalArgumentException if {@code maxWait} is negative
     */
    public LimitSettings maxWait(Duration maxWait) {
        return new LimitSettings(permits, Durations.notNegative(maxWait, "maxWait"), maxQueue, maxKeys, name, enabled);
    }

    private LimitSettings withMaxWait(String text) {
        return text.isEmpty()
                ? new LimitSettings(permits, null, maxQueue, maxKeys, name, enabled)
                : maxWait(SettingTexts.duration(text));
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
        return new LimitSettings(permits, maxWait, maxQueue, maxKeys, name, enabled);
    }

    private LimitSettings withMaxQueue(String text) {
        return maxQueue(text.isEmpty() ? SettingTexts.NO_BOUND : SettingTexts.integer(text));
    }

    /**
     * For a limit with a key: how many keys are kept account of at once, 10 000 if nothing is said.
     *
     * @param maxKeys how many; beyond, calls with yet another key are refused
     * @return the settings
     * @throws IllegalArgumentException if {@code maxKeys} is less than 1
     */
    public LimitSettings maxKeys(int maxKeys) {
        return new LimitSettings(permits, maxWait, maxQueue, KeyedStore.checkMaxKeys(maxKeys), name, enabled);
    }

    /**
     * Shares the permits with every limit of this name on the same {@link dev.deft.Deft}; "" shares them with none.
     *
     * @param name any name
     * @return settings that differ in this
     */
    public LimitSettings named(String name) {
        return new LimitSettings(permits, maxWait, maxQueue, maxKeys, Objects.requireNonNull(name, "name"), enabled);
    }

    /**
     * Whether the limit does anything. Switched off, all are let in, with permits that never run out.
     *
     * @param enabled true if nothing is said
     * @return the settings
     */
    public LimitSettings enabled(boolean enabled) {
        return new LimitSettings(permits, maxWait, maxQueue, maxKeys, name, enabled);
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

    /** How many permits there have to be. */
    long size() {
        return enabled ? permits : Permits.UNLIMITED;
    }

    @Nullable
    Duration maxWait() {
        return maxWait;
    }

    int maxQueue() {
        return maxQueue;
    }

    /** How many keys may be in use at once. */
    int maxKeys() {
        return enabled ? maxKeys : SettingTexts.NO_BOUND;
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
                && name.equals(that.name)
                && enabled == that.enabled;
    }

    @Override
    public int hashCode() {
        return Objects.hash(permits, maxWait, maxQueue, maxKeys, name, enabled);
    }

    /** For people: every setting that was made and its value. */
    @Override
    public String toString() {
        return WORD.text(this) + SettingTexts.named(name);
    }
}
