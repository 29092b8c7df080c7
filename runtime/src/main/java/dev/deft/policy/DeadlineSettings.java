package dev.deft.policy;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What {@code @Deadline} says. Immutable: each method gives settings that differ in one point. */
public final class DeadlineSettings implements PolicySettings {
    static final SettingsWord<DeadlineSettings> WORD = SettingsWord.<DeadlineSettings>named("deadline")
            .attribute(
                    "value",
                    settings -> SettingTexts.text(settings.value),
                    (settings, text) -> of(SettingTexts.duration(text)).enabled(settings.enabled))
            .switchable(of(Duration.ZERO), DeadlineSettings::enabled);

    private final Duration value;
    private final boolean enabled;

    private DeadlineSettings(Duration value, boolean enabled) {
        this.value = value;
        this.enabled = enabled;
    }

    /**
     * How long a call may take in all.
     *
     * @param value how long
     * @return the settings
     * @throws IllegalArgumentException if {@code value} is negative
     */
    public static DeadlineSettings of(Duration value) {
        return new DeadlineSettings(Durations.notNegative(value, "deadline"), true);
    }

    /**
     * Whether calls get a deadline at all. Switched off, they have none but that of the context around them.
     *
     * @param enabled true if nothing is said
     * @return the settings
     */
    public DeadlineSettings enabled(boolean enabled) {
        return new DeadlineSettings(value, enabled);
    }

    /**
     * How long a call may take in all.
     *
     * @return not negative
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
        return other instanceof DeadlineSettings that && value.equals(that.value) && enabled == that.enabled;
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
