package dev.deft.policy;

import dev.deft.internal.DurationText;
import java.time.Duration;

/**
 * Bounds, for {@code @Deadline}, how long a call may take in all: attempts, waits, nested calls. Thread-safe.
 *
 * <p>When the settings change, calls that run keep the deadline they have.
 */
public final class DeadlinePolicy extends Policy<DeadlineSettings> {
    private final Overdue overdue;
    private volatile DeadlineSettings settings;

    DeadlinePolicy(Subject subject, DeadlineSettings settings) {
        super(subject);
        this.overdue = new Overdue(subject.time());
        this.settings = settings;
    }

    /**
     * How long a call may take in all, while this is not switched off.
     *
     * @return what the annotation says, or what took its place
     */
    public Duration duration() {
        return settings.value();
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
        DeadlineSettings now = settings;
        return now.isEnabled() ? DeadlineScope.open(subject, now.value(), overdue) : DeadlineScope.NONE;
    }

    @Override
    SettingsWord<DeadlineSettings> definition() {
        return DeadlineSettings.WORD;
    }

    @Override
    public DeadlineSettings settings() {
        return settings;
    }

    @Override
    void apply(DeadlineSettings settings) {
        this.settings = settings;
    }

    @Override
    public State state() {
        return new State(overdue.count(), overdue.longest());
    }

    /**
     * A snapshot of the synchronous calls; what asynchronous ones do, their tasks know.
     *
     * @param overdue how many calls run on though their deadline has passed, or they were cancelled
     * @param longestOverdue for how long the first of those has; zero if there is none
     */
    public record State(int overdue, Duration longestOverdue) {
        /** For people: every component and its value. */
        @Override
        public String toString() {
            return "State[overdue=" + overdue + ", longestOverdue=" + DurationText.of(longestOverdue) + "]";
        }
    }

    @Override
    public String toString() {
        return subject.name() + " within " + DurationText.of(duration());
    }
}
