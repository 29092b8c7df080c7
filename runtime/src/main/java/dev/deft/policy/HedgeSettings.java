package dev.deft.policy;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What {@code @Hedge} says. Immutable: each method gives settings that differ in one point.
 *
 * <p>What is not said is as in the annotation: one attempt more at most.
 */
public final class HedgeSettings implements PolicySettings {
    static final SettingsWord<HedgeSettings> WORD = SettingsWord.<HedgeSettings>named("hedge")
            .attribute("after", HedgeSettings::afterText, HedgeSettings::withAfter)
            .attribute(
                    "max",
                    settings -> String.valueOf(settings.max),
                    (settings, text) -> settings.max(SettingTexts.integer(text)))
            .switchable(after(Duration.ZERO), HedgeSettings::enabled);

    private final @Nullable Duration after;
    private final double percentile;
    private final int max;
    private final boolean enabled;

    private HedgeSettings(@Nullable Duration after, double percentile, int max, boolean enabled) {
        this.after = after;
        this.percentile = percentile;
        this.max = max;
        this.enabled = enabled;
    }

    /**
     * Another attempt after each such time without an outcome.
     *
     * @param after how long; zero starts all attempts at once
     * @return the settings
     * @throws IllegalArgumentException if {@code after} is negative
     */
    public static HedgeSettings after(Duration after) {
        return new HedgeSettings(Durations.notNegative(after, "after"), 0, 1, true);
    }

    /**
     * Another attempt when the call has taken longer than this part of the method's recent calls, as
     * {@link HedgePolicy} tells.
     *
     * @param percentile between 0 and 1, both excluded; 0.95 hedges about one call in twenty
     * @return the settings
     * @throws IllegalArgumentException if {@code percentile} is not between 0 and 1
     */
    public static HedgeSettings afterPercentile(double percentile) {
        if (!(percentile > 0 && percentile < 1)) {
            throw new IllegalArgumentException("a percentile must be between 0 and 1, but is " + percentile);
        }
        return new HedgeSettings(null, percentile, 1, true);
    }

    /**
     * How many attempts may be started beside the first one.
     *
     * @param max how many; zero never hedges
     * @return the settings
     * @throws IllegalArgumentException if {@code max} is negative
     */
    public HedgeSettings max(int max) {
        if (max < 0) {
            throw new IllegalArgumentException("max must not be negative, but is " + max);
        }
        return new HedgeSettings(after, percentile, max, enabled);
    }

    /**
     * Whether to hedge at all. Switched off, the body is called once, on the caller's thread.
     *
     * @param enabled true if nothing is said
     * @return the settings
     */
    public HedgeSettings enabled(boolean enabled) {
        return new HedgeSettings(after, percentile, max, enabled);
    }

    private String afterText() {
        return after == null ? SettingTexts.percentile(percentile) : SettingTexts.text(after);
    }

    private HedgeSettings withAfter(String text) {
        HedgeSettings changed = text.startsWith("p")
                ? afterPercentile(SettingTexts.percentile(text))
                : after(SettingTexts.duration(text));
        return changed.max(max).enabled(enabled);
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public Map<String, String> attributes() {
        return WORD.texts(this);
    }

    /** After what time; null if that is for the percentile to say. */
    @Nullable
    Duration after() {
        return after;
    }

    double percentile() {
        return percentile;
    }

    int max() {
        return max;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HedgeSettings that
                && Objects.equals(after, that.after)
                && Double.compare(percentile, that.percentile) == 0
                && max == that.max
                && enabled == that.enabled;
    }

    @Override
    public int hashCode() {
        return Objects.hash(after, percentile, max, enabled);
    }

    /** For people: every setting that was made and its value. */
    @Override
    public String toString() {
        return WORD.text(this);
    }
}
