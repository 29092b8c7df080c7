package dev.deft.jfr;

import dev.deft.TaskEvent;
import dev.deft.TaskListener;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Writes what happens to tasks into the recordings of the JDK Flight Recorder that run. Thread-safe.
 *
 * <p>The events are {@code dev.deft.Task}, {@code dev.deft.Attempt}, {@code dev.deft.Wait}, {@code dev.deft.Rejection} and
 * {@code dev.deft.CircuitChange}. Each bears the name and the identities of its call and the number of the attempt; the first
 * three have a duration. Of a call that began before the recording, only what comes at a moment is written.
 */
public final class JfrListener implements TaskListener {
    private static final String BACKOFF = "another attempt";

    /** By the identities of the calls. */
    private final Map<String, Running> running = new ConcurrentHashMap<>();

    /**
     * No less than the size of {@link #running}, at any moment. While it is zero, which it is while nothing is recorded, no call
     * is asked for its identity, which is made when it is first asked for.
     */
    private final AtomicInteger recorded = new AtomicInteger();

    /** Waits at limits, by the thread that waits: the hedges of one call wait beside each other. */
    private final Map<Thread, WaitJfrEvent> waits = new ConcurrentHashMap<>();

    /** A listener, to be given to {@link dev.deft.Deft.Builder#listener}. */
    public JfrListener() {}

    @Override
    public void on(TaskEvent event) {
        switch (event) {
            case TaskEvent.Started started -> begin(started);
            case TaskEvent.AttemptFailed failed -> attemptEnded(failed, failed.failure());
            case TaskEvent.RetryScheduled scheduled -> backOff(scheduled);
            case TaskEvent.AttemptStarted begun -> attemptBegins(begun);
            case TaskEvent.Limited limited -> waitBegins(limited);
            case TaskEvent.Waited waited -> waitEnded(waited);
            case TaskEvent.Rejected rejected -> reject(rejected);
            case TaskEvent.CircuitChanged changed -> change(changed);
            case TaskEvent.Succeeded succeeded -> end(succeeded, "SUCCEEDED", null);
            case TaskEvent.Failed failed -> end(failed, "FAILED", failed.failure());
            case TaskEvent.Cancelled cancelled -> end(cancelled, "CANCELLED", cancelled.cause());
            default -> {}
        }
    }

    private void begin(TaskEvent.Started event) {
        if (isRecorded()) {
            TaskJfrEvent task = new TaskJfrEvent();
            AttemptJfrEvent attempt = new AttemptJfrEvent();
            task.begin();
            attempt.begin();
            recorded.incrementAndGet(); // before it is there
            running.put(event.context().id(), new Running(task, attempt));
        }
    }

    /** Whether an event that lasts is taken. These go nowhere, so that the compiler need not make them. */
    private static boolean isRecorded() {
        return new TaskJfrEvent().isEnabled() || new AttemptJfrEvent().isEnabled() || new WaitJfrEvent().isEnabled();
    }

    private @Nullable Running find(TaskEvent event) {
        return recorded.get() == 0 ? null : running.get(event.context().id());
    }

    private @Nullable Running take(TaskEvent event) {
        Running call =
                recorded.get() == 0 ? null : running.remove(event.context().id());
        if (call != null) {
            recorded.decrementAndGet();
        }
        return call;
    }

    private void attemptEnded(TaskEvent event, @Nullable Throwable failure) {
        Running call = find(event);
        if (call != null) {
            call.endAttempt(event, failure);
        }
    }

    private void backOff(TaskEvent.RetryScheduled event) {
        Running call = find(event);
        if (call != null) {
            WaitJfrEvent wait = new WaitJfrEvent();
            wait.begin();
            call.backoff = wait;
        }
    }

    private void attemptBegins(TaskEvent.AttemptStarted event) {
        Running call = find(event);
        if (call != null) {
            call.endBackoff(event, true);
            AttemptJfrEvent attempt = new AttemptJfrEvent();
            attempt.begin();
            call.attempt = attempt;
        }
    }

    private void waitBegins(TaskEvent.Limited event) {
        WaitJfrEvent wait = new WaitJfrEvent();
        if (wait.isEnabled()) {
            wait.begin();
            wait.waitedFor = event.limit();
            waits.put(Thread.currentThread(), wait);
        }
    }

    private void waitEnded(TaskEvent.Waited event) {
        WaitJfrEvent wait = waits.remove(Thread.currentThread());
        if (wait != null) {
            wait.admitted = event.admitted();
            wait.of(event);
            wait.commit();
        }
    }

    private static void reject(TaskEvent.Rejected event) {
        RejectionJfrEvent rejection = new RejectionJfrEvent();
        if (rejection.isEnabled()) {
            rejection.of(event);
            rejection.reason = event.reason().toString();
            rejection.commit();
        }
    }

    private static void change(TaskEvent.CircuitChanged event) {
        CircuitJfrEvent change = new CircuitJfrEvent();
        if (change.isEnabled()) {
            change.of(event);
            change.before = event.from().name();
            change.after = event.to().name();
            change.commit();
        }
    }

    private void end(TaskEvent event, String outcome, @Nullable Throwable failure) {
        Running call = take(event);
        if (call != null) {
            call.endBackoff(event, false);
            call.endAttempt(event, failure);
            call.task.of(event);
            call.task.outcome = outcome;
            call.task.failure = failure == null ? null : failure.toString();
            call.task.commit();
        }
    }

    /** What is written of a call when it ends. Touched by the call's own thread, and then by the one that ends it. */
    private static final class Running {
        final TaskJfrEvent task;
        volatile @Nullable AttemptJfrEvent attempt;
        volatile @Nullable WaitJfrEvent backoff;

        Running(TaskJfrEvent task, AttemptJfrEvent attempt) {
            this.task = task;
            this.attempt = attempt;
        }

        void endAttempt(TaskEvent event, @Nullable Throwable failure) {
            AttemptJfrEvent ended = attempt;
            attempt = null;
            if (ended != null) {
                ended.of(event);
                ended.failure = failure == null ? null : failure.toString();
                ended.commit();
            }
        }

        void endBackoff(TaskEvent event, boolean admitted) {
            WaitJfrEvent ended = backoff;
            backoff = null;
            if (ended != null) {
                ended.of(event);
                ended.waitedFor = BACKOFF;
                ended.admitted = admitted;
                ended.commit();
            }
        }
    }
}
