package dev.deft.policy;

import dev.deft.Deft;
import dev.deft.TaskContext;
import dev.deft.TaskEvent;
import dev.deft.TaskName;
import dev.deft.TaskRejectedException;
import dev.deft.time.TimeSource;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a policy is about: a task of a runtime. Tells that runtime's listeners; makes no event if there are none.
 *
 * @param deft the runtime
 * @param name the task
 * @param ordinal which of the task's policies of its word it is, from 1
 * @param pinned whether settings keep away from it
 */
record Subject(Deft deft, TaskName name, int ordinal, boolean pinned) {
    /** For the first policy of its word. */
    Subject(Deft deft, TaskName name) {
        this(deft, name, 1, false);
    }

    /** The same for another task. */
    Subject of(TaskName task) {
        return new Subject(deft, task, ordinal, pinned);
    }

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

    void policyChanged(String word, PolicySettings from, PolicySettings to) {
        if (deft.isObserved()) {
            tell(new TaskEvent.PolicyChanged(
                    name, TaskContext.current(), deft.time().now(), word, ordinal, from, to));
        }
    }

    /** Tells of a setting that a pinned class keeps off, in the log too: whoever set it may not listen. */
    void settingIgnored(String word, Setting setting) {
        System.getLogger("dev.deft")
                .log(Level.WARNING, "{0}: {1} is ignored, because the class is pinned", name, setting);
        if (deft.isObserved()) {
            tell(new TaskEvent.SettingIgnored(
                    name, TaskContext.current(), deft.time().now(), word, setting.key(), setting.value()));
        }
    }

    private void tell(TaskEvent event) {
        deft.tell(event);
    }
}
