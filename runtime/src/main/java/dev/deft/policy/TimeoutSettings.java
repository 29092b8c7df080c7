package dev.deft.policy;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What {@code @Timeout} says. Immutable: each method gives settings that differ in one point. */
public final class TimeoutSettings implements PolicySettings {
    static final SettingsWord<TimeoutSettings> WORD = SettingsWord.<TimeoutSettings>named("timeout")
            .attribute(
                    "value",
                    settings -> SettingTexts.text(settings.value),
                    (settings, text) -> of(SettingTexts.duration(text)).enabled(settings.enabled))
            .switchable(of(Duration.ofSeconds(1)), TimeoutSettings::enabled);

    private final Duration value;
    private final boolean enabled;

    private TimeoutSettings(Duration value, boolean enabled) {
        this.value = value;
        this.enabled = enabled;
    }

    /**
     * How long an attempt may take.
     *
     * @param value how long
     * @return the settings
     * @throws IllegalArgumentException if {@code value} is zero or negative
     */
    public static TimeoutSettings of(Duration value) {
        return new TimeoutSettings(Durations.positive(value, "timeout"), true);
    }

    /**
     * Whether attempts are bounded at all.
     *
     * @param enabled true if nothing is said
     * @return the settings
     */
    public TimeoutSettings enabled(boolean enabled) {
        return new TimeoutSettings(value, enabled);
    }

    /**
     * How long an attempt may take.
     *
     * @return longer than nothing
     */
    public Duration value() {
        return value;
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public Map<String, String> attributes() {
        return WORD.texts(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TimeoutSettings that && value.equals(that.value) && enabled == that.enabled;
    }

    @Override
    public int hashCode() {
        return Objects.hash(value, enabled);
    }

    /** For people: every setting and its value. */
    @Override
    public String toString() {
        return WORD.text(this);
    }
}
