package dev.deft.policy;

import dev.deft.TaskName;
import java.time.Duration;

/** The deadline of a task method. */
public final class DeadlinePolicy {
    private final TaskName name;
    private final Duration duration;

    DeadlinePolicy(TaskName name, Duration duration) {
        this.name = name;
        this.duration = duration;
    }

    /**
     * How long a call may take in all.
     *
     * @return what the annotation says
     */
    public Duration duration() {
        return duration;
    }

    @Override
    public String toString() {
        return name + " within " + duration;
    }
}
