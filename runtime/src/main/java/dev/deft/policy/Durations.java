package dev.deft.policy;

import dev.deft.internal.DurationText;
import java.time.Duration;

/** Checks of durations that settings are given. */
final class Durations {
    private Durations() {}

    /**
     * Checks a setting.
     *
     * @throws IllegalArgumentException if {@code duration} is negative
     */
    static Duration notNegative(Duration duration, String name) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException(name + " must not be negative, but is " + DurationText.of(duration));
        }
        return duration;
    }

    /**
     * Checks a setting.
     *
     * @throws IllegalArgumentException if {@code duration} is zero or negative
     */
    static Duration positive(Duration duration, String name) {
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException(
                    name + " must be longer than nothing, but is " + DurationText.of(duration));
        }
        return duration;
    }
}
