package dev.deft;

import dev.deft.policy.CircuitState;
import dev.deft.policy.PolicySettings;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a task, or to a synchronous call under policies. Immutable, but for the exceptions inside.
 *
 * <p>For each task: one {@link Started}, then anything, then one of {@link Succeeded}, {@link Failed} and
 * {@link Cancelled}; after that at most an {@link Unobserved}. A task that never began, because it was turned away or cancelled before, has no {@code Started}.
 * The attempts of a {@code @Hedge} are parts of its call: their events bear the call's identity.
 */
public sealed interface TaskEvent {
    /**
     * Whose event it is.
     *
     * @return the task's name
     */
    TaskName name();

    /**
     * The context in which it happened, with the identities and the number of the attempt.
     *
     * @return the context of the task or call
     */
    TaskContext context();

    /**
     * When it happened.
     *
     * @return a reading of the runtime's time source
     */
    Instant time();

    /**
     * The body is about to run for the first time.
     *
     * @param name see {@link #name}
     * @param context see {@link #context}
     * @param time see {@link #time}
     */
    record Started(TaskName name, TaskContext context, Instant time) implements TaskEvent {}

    /**
     * Another attempt begins, after the wait before it. The first begins with {@link Started}.
     *
     * @param name see {@link #name}
     * @param context see {@link #context}
     * @param time see {@link #time}
     * @param attempt its number, from 2
     */
    record AttemptStarted(TaskName name, TaskContext context, Instant time, int attempt) implements TaskEvent {}

    /**
     * An attempt failed, or gave a result that is not wanted; whether another follows is told by what comes next.
     *
     * @param name see {@link #name}
     * @param context see {@link #context}
     * @param time see {@link #time}
     * @param attempt number of the attempt, from 1
     * @param failure what it failed with; null for a result that is not wanted
     */
    record AttemptFailed(
            TaskName name,
            TaskContext context,
            Instant time,
            int attempt,
            @Nullable Throwable failure) implements TaskEvent {}

    /**
     * Another attempt follows.
     *
     * @param name see {@link #name}
     * @param context see {@link #context}
     * @param time see {@link #time}
     * @param attempt number of the attempt that follows, from 2
     * @param delay how long is waited before it
     */
    record RetryScheduled(TaskName name, TaskContext context, Instant time, int attempt, Duration delay)
            implements TaskEvent {
        /** For people: every component and its value. */
        @Override
        public String toString() {
            return EventText.of(this, "attempt", attempt, "delay", delay);
        }
    }

    /**
     * A hedge begins: another attempt beside one that is slow, or after one that failed.
     *
     * @param name see {@link #name}
     * @param context see {@link #context}
     * @param time see {@link #time}
     * @param attempt its number, from 2
     */
    record HedgeStarted(TaskName name, TaskContext context, Instant time, int attempt) implements TaskEvent {}

    /**
     * A hedge was the first to succeed.
     *
     * @param name see {@link #name}
     * @param context see {@link #context}
     * @param time see {@link #time}
     * @param attempt its number, from 2
     */
    record HedgeWon(TaskName name, TaskContext context, Instant time, int attempt) implements TaskEvent {}

    /**
     * The call has to wait for its turn at a limit; a {@link Waited} follows.
     *
     * @param name see {@link #name}
     * @param context see {@link #context}
     * @param time see {@link #time}
     * @param limit name of the limit
     */
    record Limited(TaskName name, TaskContext context, Instant time, String limit) implements TaskEvent {}

    /**
     * A wait for a limit has ended.
     *
     * @param name see {@link #name}
     * @param context see {@link #context}
     * @param time see {@link #time}
     * @param limit name of the limit
     * @param duration how long it took
     * @param admitted whether the call may go on; if not, it is turned away, or its context has ended, or its thread was
     *     interrupted
     */
    record Waited(TaskName name, TaskContext context, Instant time, String limit, Duration duration, boolean admitted)
            implements TaskEvent {
        /** For people: every component and its value. */
        @Override
        public String toString() {
            return EventText.of(this, "limit", limit, "duration", duration, "admitted", admitted);
        }
    }

    /**
     * The call was turned away.
     *
     * @param name see {@link #name}
     * @param context see {@link #context}
     * @param time see {@link #time}
     * @param reason what is thrown
     */
    record Rejected(TaskName name, TaskContext context, Instant time, TaskRejectedException reason)
            implements TaskEvent {}

    /**
     * An attempt ran longer than its timeout; told when the attempt has ended.
     *
     * @param name see {@link #name}
     * @param context see {@link #context}
     * @param time see {@link #time}
     * @param timeout how long it had
     * @param finishedLate whether it came to its end all the same, with a result, instead of giving way
     */
    record TimedOut(TaskName name, TaskContext context, Instant time, Duration timeout, boolean finishedLate)
            implements TaskEvent {
        /** For people: every component and its value. */
        @Override
        public String toString() {
            return EventText.of(this, "timeout", timeout, "finishedLate", finishedLate);
        }
    }

    /**
     * A circuit breaker changed, by how a call ended, or when one came, or by hand.
     *
     * @param name see {@link #name}
     * @param context see {@link #context}
     * @param time see {@link #time}
     * @param from what it was
     * @param to what it is now
     */
    record CircuitChanged(TaskName name, TaskContext context, Instant time, CircuitState from, CircuitState to)
            implements TaskEvent {}

    /**
     * A policy goes by other settings from now on.
     *
     * @param name see {@link #name}
     * @param context see {@link #context}; that of whoever changed it
     * @param time see {@link #time}
     * @param word the word, as {@link dev.deft.policy.Policy#word} calls it
     * @param ordinal which of the task's policies of this word, from 1
     * @param from the settings before
     * @param to the settings now
     */
    record PolicyChanged(
            TaskName name,
            TaskContext context,
            Instant time,
            String word,
            int ordinal,
            PolicySettings from,
            PolicySettings to)
            implements TaskEvent {}

    /**
     * A setting would have changed a policy of a class that is pinned, and was not applied. Told when the wrapper is made.
     *
     * @param name see {@link #name}
     * @param context see {@link #context}; that of whoever makes the wrapper
     * @param time see {@link #time}
     * @param word the word, as {@link dev.deft.policy.Policy#word} calls it
     * @param key the setting's key, as it is written
     * @param value its value, as it is written
     */
    record SettingIgnored(TaskName name, TaskContext context, Instant time, String word, String key, String value)
            implements TaskEvent {}

    /**
     * A failure was turned into a result.
     *
     * @param name see {@link #name}
     * @param context see {@link #context}
     * @param time see {@link #time}
     * @param failure what was recovered from
     */
    record Recovered(TaskName name, TaskContext context, Instant time, Throwable failure) implements TaskEvent {}

    /**
     * It ended with a result.
     *
     * @param name see {@link #name}
     * @param context see {@link #context}
     * @param time see {@link #time}
     * @param elapsed how long it took since {@link Started}; zero if it never began
     */
    record Succeeded(TaskName name, TaskContext context, Instant time, Duration elapsed) implements TaskEvent {
        /** For people: every component and its value. */
        @Override
        public String toString() {
            return EventText.of(this, "elapsed", elapsed);
        }
    }

    /**
     * It ended with a failure.
     *
     * @param name see {@link #name}
     * @param context see {@link #context}
     * @param time see {@link #time}
     * @param failure what the caller gets
     * @param elapsed how long it took since {@link Started}; zero if it never began
     */
    record Failed(TaskName name, TaskContext context, Instant time, Throwable failure, Duration elapsed)
            implements TaskEvent {
        /** For people: every component and its value. */
        @Override
        public String toString() {
            return EventText.of(this, "failure", failure, "elapsed", elapsed);
        }
    }

    /**
     * A task failed, and nobody has looked, nor can anybody look any more: told once, some time after {@link Failed}, when
     * the task is garbage.
     *
     * @param name see {@link #name}
     * @param context the identity, attempt and values of the task; not the context itself, which went with it
     * @param time see {@link #time}
     * @param failure what it failed with
     */
    record Unobserved(TaskName name, TaskContext context, Instant time, Throwable failure) implements TaskEvent {}

    /**
     * It was cancelled.
     *
     * @param name see {@link #name}
     * @param context see {@link #context}
     * @param time see {@link #time}
     * @param cause what the caller gets
     * @param elapsed how long it took since {@link Started}; zero if it never began
     */
    record Cancelled(TaskName name, TaskContext context, Instant time, Throwable cause, Duration elapsed)
            implements TaskEvent {
        /** For people: every component and its value. */
        @Override
        public String toString() {
            return EventText.of(this, "cause", cause, "elapsed", elapsed);
        }
    }
}
