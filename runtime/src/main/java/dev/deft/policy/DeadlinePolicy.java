package dev.deft.policy;

import dev.deft.TaskName;
import dev.deft.internal.DurationText;
import dev.deft.internal.Nanos;
import java.time.Duration;

/** Bounds, for {@code @Deadline}, how long a call may take in all: attempts, waits, nested calls. Thread-safe. */
public final class DeadlinePolicy {
    private final Subject subject;
    private final Duration duration;
    private final long nanos;

    DeadlinePolicy(Subject subject, Duration duration) {
        this.subject = subject;
        this.duration = Durations.notNegative(duration, "deadline");
        this.nanos = Nanos.of(duration);
    }

    /**
     * How long a call may take in all.
     *
     * @return what the annotation says
     */
    public Duration duration() {
        return duration;
    }

    /**
     * Begins a call on this thread: what it does until the scope is closed has a context of its own, with this deadline
     * or the sooner one of the context around it.
     *
     * @return the scope, which has to be closed
     * @throws dev.deft.DeadlineExceededException if there is no time left
     * @throws java.util.concurrent.CancellationException if the context around it has been cancelled
     */
    public DeadlineScope open() {
        return new DeadlineScope(this);
    }

    Subject subject() {
        return subject;
    }

    TaskName name() {
        return subject.name();
    }

    long nanos() {
        return nanos;
    }

    @Override
    public String toString() {
        return subject.name() + " within " + DurationText.of(duration);
    }
}
