package dev.deft.policy;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can be set of {@code @Locked}: nothing. A lock is no matter of load but of correctness, so it is neither changed nor
 * switched off.
 */
public final class LockSettings implements PolicySettings {
    private static final LockSettings UNNAMED = new LockSettings("");

    static final SettingsWord<LockSettings> WORD = SettingsWord.<LockSettings>named("locked")
            .fixed("value", "mode", "key")
            .indispensable(UNNAMED, "what it protects would not be protected any more");

    private final String name;

    private LockSettings(String name) {
        this.name = name;
    }

    /** For a lock that tasks share by a name, or not if that is "". */
    static LockSettings named(String name) {
        return name.isEmpty() ? UNNAMED : new LockSettings(name);
    }

    String name() {
        return name;
    }

    /** For messages: the word and its name. */
    String label() {
        return "@Locked" + (name.isEmpty() ? "" : " \"" + name + '"');
    }

    @Override
    public boolean isEnabled() {
        return true;
    }

    @Override
    public Map<String, String> attributes() {
        return WORD.texts(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LockSettings that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** For people: the name, if there is one. */
    @Override
    public String toString() {
        return name.isEmpty() ? "" : "name = \"" + name + '"';
    }
}
