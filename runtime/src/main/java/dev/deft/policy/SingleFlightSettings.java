package dev.deft.policy;

import java.util.Map;

/** What can be set of {@code @SingleFlight}: whether it does anything. Immutable. */
public final class SingleFlightSettings implements PolicySettings {
    private static final SingleFlightSettings ON = new SingleFlightSettings(true);
    private static final SingleFlightSettings OFF = new SingleFlightSettings(false);

    static final SettingsWord<SingleFlightSettings> WORD = SettingsWord.<SingleFlightSettings>named("singleFlight")
            .fixed("key")
            .switchable(ON, (settings, enabled) -> of(enabled));

    private final boolean enabled;

    private SingleFlightSettings(boolean enabled) {
        this.enabled = enabled;
    }

    /**
     * Whether concurrent calls share an execution. Switched off, each runs its own body.
     *
     * @param enabled as in the annotation if true
     * @return the settings, always the same for the same
     */
    public static SingleFlightSettings of(boolean enabled) {
        return enabled ? ON : OFF;
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public Map<String, String> attributes() {
        return WORD.texts(this);
    }

    /** For people: what differs from the annotation. */
    @Override
    public String toString() {
        return WORD.text(this);
    }
}
