package dev.deft;

import dev.deft.internal.Context;
import dev.deft.internal.Scope;
import dev.deft.internal.TimedFuture;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One task in a tracker. */
final class Tracked {
    private final long sequence;
    private final TaskName name;
    private final TaskContext context;
    private final Instant started;
    private final String thread;
    private final boolean begun;

    /** Done when a synchronous call is over; for a task, that is the task itself. */
    private final CompletableFuture<@Nullable Void> over;

    /** Null while it runs. */
    private volatile @Nullable Outcome outcome;

    /** How it ended; {@code failure} null: it succeeded. */
    private record Outcome(
            Instant time, int attempts, @Nullable Throwable failure, boolean cancelled) {}

    Tracked(TaskEvent event, long sequence) {
        this.sequence = sequence;
        this.name = event.name();
        this.context = event.context();
        this.started = event.time();
        this.thread = describe(Thread.currentThread());
        this.begun = event instanceof TaskEvent.Started;
        this.over = TimedFuture.on(((Context) context).time());
    }

    /** Its place in the order of begins. */
    long sequence() {
        return sequence;
    }

    private static String describe(Thread thread) {
        return thread.getName().isEmpty() ? thread.toString() : thread.getName();
    }

    void end(Instant time, @Nullable Throwable failure, boolean cancelled) {
        outcome = new Outcome(time, begun ? context.attempt() : 0, failure, cancelled);
    }

    /** Tells those who wait; apart from {@link #end}, so that the tracker has it among the ended by then. */
    void tell() {
        over.complete(null);
    }

    /** The last snapshot, when there is one. */
    CompletableFuture<TrackedTask> ended() {
        CompletableFuture<?> end = context instanceof TaskScope scope ? scope.task() : over;
        return end.handle((result, failure) -> snapshot());
    }

    TrackedTask snapshot() {
        Outcome known = outcome;
        return new TrackedTask(
                context.id(),
                context instanceof Scope scope ? scope.starterId() : "",
                context.traceId(),
                name,
                known == null ? statusWhileRunning() : statusOf(known),
                known == null ? context.attempt() : known.attempts(),
                started,
                known == null ? null : known.time(),
                thread,
                known == null ? null : known.failure(),
                known == null || known.failure() != null ? null : result());
    }

    private TaskStatus statusWhileRunning() {
        boolean waits = context instanceof Scope scope && scope.isWaiting();
        return waits ? TaskStatus.WAITING : TaskStatus.RUNNING;
    }

    private static TaskStatus statusOf(Outcome outcome) {
        if (outcome.failure() == null) {
            return TaskStatus.SUCCEEDED;
        }
        return outcome.cancelled() ? TaskStatus.CANCELLED : TaskStatus.FAILED;
    }

    /** The outcome is told before the task is done, so the result may come a moment later. */
    private @Nullable Object result() {
        if (context instanceof TaskScope scope) {
            Task<?> task = scope.task();
            return task.isDone() && !task.isCompletedExceptionally() ? task.resultNow() : null;
        }
        return null;
    }
}
