package dev.deft.policy;

import dev.deft.Deft;
import dev.deft.TaskContext;
import dev.deft.TaskEvent;
import dev.deft.TaskName;
import dev.deft.TaskRejectedException;
import dev.deft.time.TimeSource;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a policy is about: a task of a runtime. Tells that runtime's listeners; makes no event if there are none.
 *
 * @param deft the runtime
 * @param name the task
 */
record Subject(Deft deft, TaskName name) {
    TimeSource time() {
        return deft.time();
    }

    void attemptStarted(int attempt) {
        if (deft.isObserved()) {
            tell(new TaskEvent.AttemptStarted(
                    name, TaskContext.current(), deft.time().now(), attempt));
        }
    }

    void attemptFailed(int attempt, @Nullable Throwable failure) {
        if (deft.isObserved()) {
            tell(new TaskEvent.AttemptFailed(
                    name, TaskContext.current(), deft.time().now(), attempt, failure));
        }
    }

    void retryScheduled(int attempt, long delayNanos) {
        if (deft.isObserved()) {
            tell(new TaskEvent.RetryScheduled(
                    name, TaskContext.current(), deft.time().now(), attempt, Duration.ofNanos(delayNanos)));
        }
    }

    void limited(String limit) {
        if (deft.isObserved()) {
            tell(new TaskEvent.Limited(name, TaskContext.current(), deft.time().now(), limit));
        }
    }

    void waited(String limit, long sinceNanos, boolean admitted) {
        if (deft.isObserved()) {
            Duration duration = Duration.ofNanos(deft.time().nanoTime() - sinceNanos);
            tell(new TaskEvent.Waited(name, TaskContext.current(), deft.time().now(), limit, duration, admitted));
        }
    }

    void hedgeStarted(int attempt) {
        if (deft.isObserved()) {
            tell(new TaskEvent.HedgeStarted(
                    name, TaskContext.current(), deft.time().now(), attempt));
        }
    }

    void hedgeWon(int attempt) {
        if (deft.isObserved()) {
            tell(new TaskEvent.HedgeWon(name, TaskContext.current(), deft.time().now(), attempt));
        }
    }

    void rejected(TaskRejectedException reason) {
        if (deft.isObserved()) {
            tell(new TaskEvent.Rejected(name, TaskContext.current(), deft.time().now(), reason));
        }
    }

    void circuitChanged(CircuitState from, CircuitState to) {
        if (deft.isObserved()) {
            tell(new TaskEvent.CircuitChanged(
                    name, TaskContext.current(), deft.time().now(), from, to));
        }
    }

    void timedOut(Duration timeout, boolean finishedLate) {
        if (deft.isObserved()) {
            tell(new TaskEvent.TimedOut(name, TaskContext.current(), deft.time().now(), timeout, finishedLate));
        }
    }

    private void tell(TaskEvent event) {
        deft.tell(event);
    }
}
