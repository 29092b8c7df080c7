package dev.deft;

import dev.deft.internal.DurationText;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Events for people: as records print themselves, but with durations as annotations write them. */
final class EventText {
    private EventText() {}

    /** What all events have, then the names of the others' components and their values by turns. */
    static String of(TaskEvent event, @Nullable Object... components) {
        StringBuilder text = new StringBuilder(event.getClass().getSimpleName())
                .append("[name=")
                .append(event.name())
                .append(", context=")
                .append(event.context())
                .append(", time=")
                .append(event.time());
        for (int i = 0; i < components.length; i += 2) {
            Object value = components[i + 1];
            text.append(", ")
                    .append(components[i])
                    .append('=')
                    .append(value instanceof Duration duration ? DurationText.of(duration) : value);
        }
        return text.append(']').toString();
    }
}
