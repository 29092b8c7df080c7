package dev.deft;

import dev.deft.internal.Context;
import dev.deft.internal.Nanos;
import dev.deft.policy.DeadlinePolicy;
import dev.deft.policy.DeadlineSettings;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What tasks are started by: a runtime, each on a virtual thread of its own, or one of its pools.
 *
 * <p>Safe for use by any number of threads.
 */
public abstract sealed class TaskStarter permits Deft, TaskPool {
    TaskStarter() {}

    /** How to start a task that belongs to the one that starts it. */
    abstract Launch attached();

    /** How to start a task that belongs to nobody. */
    abstract Launch detached();

    /**
     * Starts a task in a child of the current context, and returns at once.
     *
     * @param <T> type of the result
     * @param name what runs
     * @param body what it does
     * @return the task; one that has failed with a {@link TaskRejectedException} if this runtime is closed
     */
    public <T extends @Nullable Object> Task<T> start(TaskName name, TaskBody<? extends T> body) {
        return new RunningTask<T>(attached(), name, body).start(attached());
    }

    /**
     * Starts a task without a result. Otherwise as {@link #start(TaskName, TaskBody)}.
     *
     * @param name what runs
     * @param action what it does
     * @return the task
     */
    public Task<@Nullable Void> start(TaskName name, TaskAction action) {
        return start(name, bodyOf(action));
    }

    /**
     * Starts a task with a deadline, at which it completes even if its body does not stop. Otherwise as
     * {@link #start(TaskName, TaskBody)}.
     *
     * @param <T> type of the result
     * @param name what runs
     * @param deadline how long it may take
     * @param body what it does
     * @return the task
     */
    public <T extends @Nullable Object> Task<T> start(
            TaskName name, DeadlinePolicy deadline, TaskBody<? extends T> body) {
        return start(attached(), name, deadline.settings(), body);
    }

    /**
     * Starts a task without a result, with a deadline. Otherwise as
     * {@link #start(TaskName, DeadlinePolicy, TaskBody)}.
     *
     * @param name what runs
     * @param deadline how long it may take
     * @param action what it does
     * @return the task
     */
    public Task<@Nullable Void> start(TaskName name, DeadlinePolicy deadline, TaskAction action) {
        return start(name, deadline, bodyOf(action));
    }

    /**
     * Starts a task with a deadline for its body, and a fallback after that. The fallback runs once at most: on the task's
     * thread if the body fails, or beside the body if that goes on past the deadline. A task that was cancelled has none.
     *
     * @param <T> type of the result
     * @param name what runs
     * @param deadline how long the body may take
     * @param body what it does
     * @param fallback gives the result if the body fails, or throws
     * @return the task
     */
    public <T extends @Nullable Object> Task<T> start(
            TaskName name, DeadlinePolicy deadline, TaskBody<? extends T> body, TaskFallback<? extends T> fallback) {
        return start(attached(), name, deadline.settings(), body, fallback);
    }

    /**
     * Starts a task without a result, with a deadline and a fallback. Otherwise as
     * {@link #start(TaskName, DeadlinePolicy, TaskBody, TaskFallback)}.
     *
     * @param name what runs
     * @param deadline how long the body may take
     * @param action what it does
     * @param fallback what to do if that fails
     * @return the task
     */
    public Task<@Nullable Void> start(
            TaskName name, DeadlinePolicy deadline, TaskAction action, TaskFallbackAction fallback) {
        return start(name, deadline, bodyOf(action), fallbackOf(fallback));
    }

    /**
     * Starts a task in a fresh context instead of a child of the current one: neither its
     * cancellation nor its deadline nor its values reach the task. Otherwise as {@link #start(TaskName, TaskBody)}.
     *
     * @param <T> type of the result
     * @param name what runs
     * @param body what it does
     * @return the task; one that has failed with a {@link TaskRejectedException} if this runtime is closed
     */
    public <T extends @Nullable Object> Task<T> startDetached(TaskName name, TaskBody<? extends T> body) {
        return new RunningTask<T>(detached(), name, body).start(detached());
    }

    /**
     * Starts a task without a result. Otherwise as {@link #startDetached(TaskName, TaskBody)}.
     *
     * @param name what runs
     * @param action what it does
     * @return the task
     */
    public Task<@Nullable Void> startDetached(TaskName name, TaskAction action) {
        return startDetached(name, bodyOf(action));
    }

    /**
     * Starts a task with a deadline, at which it completes even if its body does not stop. Otherwise as
     * {@link #startDetached(TaskName, TaskBody)}.
     *
     * @param <T> type of the result
     * @param name what runs
     * @param deadline how long it may take
     * @param body what it does
     * @return the task
     */
    public <T extends @Nullable Object> Task<T> startDetached(
            TaskName name, DeadlinePolicy deadline, TaskBody<? extends T> body) {
        return start(detached(), name, deadline.settings(), body);
    }

    /**
     * Starts a task without a result, with a deadline. Otherwise as
     * {@link #startDetached(TaskName, DeadlinePolicy, TaskBody)}.
     *
     * @param name what runs
     * @param deadline how long it may take
     * @param action what it does
     * @return the task
     */
    public Task<@Nullable Void> startDetached(TaskName name, DeadlinePolicy deadline, TaskAction action) {
        return startDetached(name, deadline, bodyOf(action));
    }

    /**
     * Starts a task with a deadline for its body, and a fallback after that. The fallback runs once at most: on the task's
     * thread if the body fails, or beside the body if that goes on past the deadline. A task that was cancelled has none.
     *
     * @param <T> type of the result
     * @param name what runs
     * @param deadline how long the body may take
     * @param body what it does
     * @param fallback gives the result if the body fails, or throws
     * @return the task
     */
    public <T extends @Nullable Object> Task<T> startDetached(
            TaskName name, DeadlinePolicy deadline, TaskBody<? extends T> body, TaskFallback<? extends T> fallback) {
        return start(detached(), name, deadline.settings(), body, fallback);
    }

    /**
     * Starts a task without a result, with a deadline and a fallback. Otherwise as
     * {@link #startDetached(TaskName, DeadlinePolicy, TaskBody, TaskFallback)}.
     *
     * @param name what runs
     * @param deadline how long the body may take
     * @param action what it does
     * @param fallback what to do if that fails
     * @return the task
     */
    public Task<@Nullable Void> startDetached(
            TaskName name, DeadlinePolicy deadline, TaskAction action, TaskFallbackAction fallback) {
        return startDetached(name, deadline, bodyOf(action), fallbackOf(fallback));
    }

    /**
     * Starts a task under a name that is no method's. Otherwise as {@link #start(TaskName, TaskBody)}.
     *
     * @param <T> type of the result
     * @param name what it shall be called in messages, events and thread dumps
     * @param body what it does
     * @return the task
     */
    public <T extends @Nullable Object> Task<T> start(String name, TaskBody<? extends T> body) {
        return start(TaskName.named(name), body);
    }

    /**
     * Starts a task without a result, under a name that is no method's.
     *
     * @param name what it shall be called in messages, events and thread dumps
     * @param action what it does
     * @return the task
     */
    public Task<@Nullable Void> start(String name, TaskAction action) {
        return start(TaskName.named(name), bodyOf(action));
    }

    private static <T extends @Nullable Object> Task<T> start(
            Launch launch, TaskName name, DeadlineSettings deadline, TaskBody<? extends T> body) {
        RunningTask<T> task = new RunningTask<>(launch, name, body);
        return deadline.isEnabled() ? task.start(launch, from(launch, deadline)) : task.start(launch);
    }

    private static <T extends @Nullable Object> Task<T> start(
            Launch launch,
            TaskName name,
            DeadlineSettings deadline,
            TaskBody<? extends T> body,
            TaskFallback<? extends T> fallback) {
        RunningTask<T> task = deadline.isEnabled()
                ? new BoundedTask<T>(launch, name, body, from(launch, deadline), fallback)
                : new RunningTask<T>(launch, name, recovering(body, fallback));
        return task.start(launch);
    }

    private static long from(Launch launch, DeadlineSettings deadline) {
        return launch.deft.time().nanoTime() + Nanos.of(deadline.value());
    }

    private static <T extends @Nullable Object> TaskBody<T> recovering(
            TaskBody<? extends T> body, TaskFallback<? extends T> fallback) {
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(fallback, "fallback");
        return () -> {
            try {
                return body.call();
            } catch (Throwable failure) {
                if (Context.current().isCancelled()) {
                    throw failure;
                }
                return fallback.recover(failure);
            }
        };
    }

    static TaskBody<@Nullable Void> bodyOf(TaskAction action) {
        Objects.requireNonNull(action, "action");
        return () -> {
            action.run();
            return null;
        };
    }

    private static TaskFallback<@Nullable Void> fallbackOf(TaskFallbackAction fallback) {
        Objects.requireNonNull(fallback, "fallback");
        return failure -> {
            fallback.handle(failure);
            return null;
        };
    }
}
