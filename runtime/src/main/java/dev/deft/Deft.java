package dev.deft;

import dev.deft.internal.Context;
import dev.deft.internal.DurationText;
import dev.deft.internal.Nanos;
import dev.deft.internal.Registry;
import dev.deft.policy.DeadlinePolicy;
import dev.deft.policy.Policies;
import dev.deft.policy.RetryBudget;
import dev.deft.time.TimeSource;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One runtime: a time source, listeners, settings, and the state that policies share. It starts tasks, and waits for
 * them when it is closed.
 *
 * <p>Safe for use by any number of threads. It has no threads of its own but those of the tasks.
 */
public final class Deft implements AutoCloseable {
    private final TimeSource time;
    private final RandomGenerator random;
    private final TaskListener[] listeners;
    private final Duration closeTimeout;
    private final boolean global;
    private final boolean virtual;
    private final Registry<RunningTask<?>> registry = new Registry<>();
    private final @Nullable RetryBudget retryBudget;
    private final Policies policies;

    @SuppressWarnings("this-escape") // the policies only store it
    private Deft(Builder builder, boolean global) {
        this.time = builder.time;
        this.random = builder.random;
        this.listeners = builder.listeners.toArray(TaskListener[]::new);
        this.closeTimeout = builder.closeTimeout;
        this.global = global;
        this.virtual = !time.equals(TimeSource.system());
        this.retryBudget = builder.retryBudget == 0 ? null : new RetryBudget(time, builder.retryBudget);
        this.policies = new Policies(this);
    }

    /**
     * The runtime for all who need none of their own. It has default settings and cannot be closed.
     *
     * @return always the same object
     */
    public static Deft global() {
        return Global.DEFT;
    }

    /**
     * Begins a runtime with settings of its own.
     *
     * @return a builder with the defaults
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Starts a task on a new virtual thread, in a child of the current context, and returns at once.
     *
     * @param <T> type of the result
     * @param name what runs
     * @param body what it does
     * @return the task; one that has failed with a {@link TaskRejectedException} if this runtime is closed
     */
    public <T extends @Nullable Object> Task<T> start(TaskName name, TaskBody<? extends T> body) {
        return new RunningTask<T>(this, name, body).start(Context.current());
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
        return new RunningTask<T>(this, name, body).start(Context.current(), from(deadline));
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
        return new BoundedTask<T>(this, name, body, from(deadline), fallback).start(Context.current());
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
     * Starts a task on a new virtual thread, in a fresh context instead of a child of the current one: neither its
     * cancellation nor its deadline nor its values reach the task. Otherwise as {@link #start(TaskName, TaskBody)}.
     *
     * @param <T> type of the result
     * @param name what runs
     * @param body what it does
     * @return the task; one that has failed with a {@link TaskRejectedException} if this runtime is closed
     */
    public <T extends @Nullable Object> Task<T> startDetached(TaskName name, TaskBody<? extends T> body) {
        return new RunningTask<T>(this, name, body).start(Context.background());
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
        return new RunningTask<T>(this, name, body).start(Context.background(), from(deadline));
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
        return new BoundedTask<T>(this, name, body, from(deadline), fallback).start(Context.background());
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

    /**
     * Starts an attempt of the call that is under way on this thread. For policies: otherwise as
     * {@link #start(TaskName, TaskBody)}, but it has the call's identity, and listeners are not told of it as of a task of
     * its own.
     *
     * @param <T> type of the result
     * @param name what is called
     * @param body one attempt
     * @return the attempt
     */
    public <T extends @Nullable Object> Task<T> startAttempt(TaskName name, TaskBody<? extends T> body) {
        return RunningTask.part(this, name, body);
    }

    private long from(DeadlinePolicy deadline) {
        return time.nanoTime() + Nanos.of(deadline.duration());
    }

    private static TaskBody<@Nullable Void> bodyOf(TaskAction action) {
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

    /**
     * The policies of this runtime, and with them the state that they share.
     *
     * @return always the same object
     */
    public Policies policies() {
        return policies;
    }

    /**
     * The budget on which all retries and hedges of this runtime draw, beside those of their methods.
     *
     * @return null if there is none
     */
    public @Nullable RetryBudget retryBudget() {
        return retryBudget;
    }

    /**
     * The time by which this runtime waits, measures and schedules.
     *
     * @return never null
     */
    public TimeSource time() {
        return time;
    }

    /**
     * Where randomness comes from, jitter's for example.
     *
     * @return safe for use by any number of threads, unless the one given to the builder is not
     */
    public RandomGenerator random() {
        return random;
    }

    /**
     * Whether anybody listens; fixed for life. Asked before an event is made.
     *
     * @return true if there is a listener
     */
    public boolean isObserved() {
        return listeners.length > 0;
    }

    /**
     * Tells the listeners, in the order in which they were registered. For policies; what a listener throws is logged.
     *
     * @param event what happened
     */
    public void tell(TaskEvent event) {
        for (TaskListener listener : listeners) {
            try {
                listener.on(event);
            } catch (Throwable failure) {
                System.getLogger("dev.deft").log(Level.WARNING, "A listener failed on " + event, failure);
            }
        }
    }

    /**
     * Tells the listeners that a synchronous call begins, and gives it a context of its own. For generated code, and only
     * where {@link #isObserved}.
     *
     * @param name what is called
     * @return what to tell the end to, on the same thread
     */
    public Call begin(TaskName name) {
        return new Call(this, name);
    }

    /**
     * Tells the listeners that a failure is about to be turned into a result. For generated code.
     *
     * @param name whose failure it is
     * @param failure what is recovered from
     */
    public void recovered(TaskName name, Throwable failure) {
        if (isObserved()) {
            tell(new TaskEvent.Recovered(name, TaskContext.current(), time.now(), failure));
        }
    }

    /**
     * The tasks that run at this moment, those included that are done but whose thread has not ended.
     *
     * @return a snapshot, in no order
     */
    public List<Task<?>> runningTasks() {
        List<Task<?>> running = new ArrayList<>();
        registry.forEach(task -> {
            if (!task.terminated().isDone()) {
                running.add(task);
            }
        });
        return running;
    }

    /**
     * Waits until no task of this runtime runs, those started meanwhile included; starts are not refused. Called by a task,
     * it does not wait for that one.
     *
     * @param timeout how long to wait at most
     * @return true if at some moment nothing ran; false if the time was up, this thread was interrupted (its flag stays
     *     set), or its context ended
     */
    public boolean drain(Duration timeout) {
        return new Closing(registry, time).drain(timeout);
    }

    /**
     * Refuses new tasks, waits for those that run, for {@link Builder#closeTimeout} at most or until this thread is
     * interrupted, then cancels the rest and gives them a bounded time to clean up. A body that ignores its interrupt is
     * left behind, with a warning in the log. Idempotent: later calls return at once.
     *
     * @throws IllegalStateException if this is the {@linkplain #global() global} runtime
     */
    @Override
    public void close() {
        if (global) {
            throw new IllegalStateException("Deft.global() cannot be closed: it belongs to everybody");
        }
        if (registry.close()) {
            new Closing(registry, time).close(closeTimeout);
        }
    }

    /**
     * Whether new tasks are refused.
     *
     * @return true as soon as {@link #close} has been called
     */
    public boolean isClosed() {
        return registry.isClosed();
    }

    Registry<RunningTask<?>> registry() {
        return registry;
    }

    /** Runs something on a virtual thread that is no task, but that a virtual time knows. */
    void startThread(TaskName name, Runnable work) {
        Thread thread = name.threads().newThread(() -> {
            try {
                work.run();
            } finally {
                time.taskEnded(Thread.currentThread());
            }
        });
        time.taskStarting(thread);
        thread.start();
    }

    /** Whether time passes otherwise than outside, so that whoever waits has to tell the time source. */
    boolean isVirtual() {
        return virtual;
    }

    /** Holds the global runtime, so that it exists only once it is used. */
    private static final class Global {
        static final Deft DEFT = new Deft(new Builder(), true);
    }

    /** Settings of a runtime to be. Not safe for use by several threads. */
    public static final class Builder {
        private static final Duration DEFAULT_CLOSE_TIMEOUT = Duration.ofSeconds(30);

        private TimeSource time = TimeSource.system();
        private RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();
        private Duration closeTimeout = DEFAULT_CLOSE_TIMEOUT;
        private double retryBudget;
        private final List<TaskListener> listeners = new ArrayList<>();

        private Builder() {}

        /**
         * Sets the time source; by default {@link TimeSource#system()}.
         *
         * @param source by which to wait, measure and schedule
         * @return this
         */
        public Builder time(TimeSource source) {
            this.time = Objects.requireNonNull(source, "time");
            return this;
        }

        /**
         * Sets the source of randomness; by default each thread has its own.
         *
         * @param generator used by any number of threads at a time
         * @return this
         */
        public Builder random(RandomGenerator generator) {
            this.random = Objects.requireNonNull(generator, "random");
            return this;
        }

        /**
         * Has all retries and hedges of this runtime draw on one {@link RetryBudget}, into which each call of a method with
         * a retry or a hedge pays; by default there is none.
         *
         * @param ratio retries and hedges for each call: 0.2 lets them add 20 % to the load; 0 means no budget
         * @return this
         * @throws IllegalArgumentException if it is negative or more than 1000
         */
        public Builder retryBudget(double ratio) {
            this.retryBudget = RetryBudget.checked(ratio);
            return this;
        }

        /**
         * Adds a listener; may be called repeatedly.
         *
         * @param listener what to tell of all that happens
         * @return this
         */
        public Builder listener(TaskListener listener) {
            listeners.add(Objects.requireNonNull(listener, "listener"));
            return this;
        }

        /**
         * Sets how long {@link Deft#close} waits for running tasks before it cancels them; by default 30 s.
         *
         * @param timeout zero cancels at once
         * @return this
         * @throws IllegalArgumentException if it is negative
         */
        public Builder closeTimeout(Duration timeout) {
            if (timeout.isNegative()) {
                throw new IllegalArgumentException("closeTimeout is negative: " + DurationText.of(timeout));
            }
            this.closeTimeout = timeout;
            return this;
        }

        /**
         * Makes the runtime.
         *
         * @return a new one, which is to be closed
         */
        public Deft build() {
            return new Deft(this, false);
        }
    }
}
