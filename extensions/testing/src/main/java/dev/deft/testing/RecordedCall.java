package dev.deft.testing;

import dev.deft.TaskEvent;
import dev.deft.TaskName;
import dev.deft.TaskStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a {@link Recording} knows of one task or synchronous call. Immutable; later events are in later ones. */
public final class RecordedCall {
    private final List<TaskEvent> events;

    RecordedCall(List<TaskEvent> events) {
        this.events = List.copyOf(events);
    }

    /**
     * What was called.
     *
     * @return the name of the task
     */
    public TaskName name() {
        return events.getFirst().name();
    }

    /**
     * Identity of the call.
     *
     * @return as {@link dev.deft.TaskContext#id}
     */
    public String id() {
        return events.getFirst().context().id();
    }

    /**
     * Identity of the whole of which the call is a part.
     *
     * @return as {@link dev.deft.TaskContext#traceId}
     */
    public String traceId() {
        return events.getFirst().context().traceId();
    }

    /**
     * What happened.
     *
     * @return the events, in the order in which they were told
     */
    public List<TaskEvent> events() {
        return events;
    }

    /**
     * The kinds of the events, by the simple names of their classes, such as {@code Started}.
     *
     * @return in the order in which they were told
     */
    public List<String> story() {
        return events.stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    /**
     * How many attempts began, hedges included.
     *
     * @return 0 if the call never began
     */
    public int attempts() {
        return (int) events.stream()
                .filter(event -> event instanceof TaskEvent.Started
                        || event instanceof TaskEvent.AttemptStarted
                        || event instanceof TaskEvent.HedgeStarted)
                .count();
    }

    /**
     * The waits between attempts, as they were planned.
     *
     * @return in order
     */
    public List<Duration> backoffs() {
        return of(TaskEvent.RetryScheduled.class).stream()
                .map(TaskEvent.RetryScheduled::delay)
                .toList();
    }

    /**
     * Where the call stands, or how it ended.
     *
     * @return {@link TaskStatus#PENDING} if it never began, {@link TaskStatus#RUNNING} until it ends
     */
    public TaskStatus status() {
        return switch (end()) {
            case TaskEvent.Succeeded succeeded -> TaskStatus.SUCCEEDED;
            case TaskEvent.Failed failed -> TaskStatus.FAILED;
            case TaskEvent.Cancelled cancelled -> TaskStatus.CANCELLED;
            default -> of(TaskEvent.Started.class).isEmpty() ? TaskStatus.PENDING : TaskStatus.RUNNING;
        };
    }

    /**
     * What the caller got instead of a result.
     *
     * @return null if the call succeeded or has not ended
     */
    public @Nullable Throwable failure() {
        return switch (end()) {
            case TaskEvent.Failed failed -> failed.failure();
            case TaskEvent.Cancelled cancelled -> cancelled.cause();
            default -> null;
        };
    }

    /**
     * How long the call took.
     *
     * @return empty if it has not ended
     */
    public Optional<Duration> elapsed() {
        return switch (end()) {
            case TaskEvent.Succeeded succeeded -> Optional.of(succeeded.elapsed());
            case TaskEvent.Failed failed -> Optional.of(failed.elapsed());
            case TaskEvent.Cancelled cancelled -> Optional.of(cancelled.elapsed());
            default -> Optional.empty();
        };
    }

    /** How it ended, or else the latest event; what a body does that goes on after its end may come later than that. */
    private TaskEvent end() {
        return events.stream()
                .filter(event -> event instanceof TaskEvent.Succeeded
                        || event instanceof TaskEvent.Failed
                        || event instanceof TaskEvent.Cancelled)
                .findFirst()
                .orElse(events.getLast());
    }

    /**
     * The events of one kind.
     *
     * @param <E> the kind
     * @param kind the kind
     * @return in order
     */
    public <E extends TaskEvent> List<E> of(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** For people: the name and what happened. */
    @Override
    public String toString() {
        return name() + " " + story();
    }
}
