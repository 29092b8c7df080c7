package dev.deft.internal;

import dev.deft.DeadlineExceededException;
import dev.deft.TaskContext;
import dev.deft.TaskName;
import dev.deft.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * The one implementation of contexts. What can end is a {@link Scope}; any other context shares the end of the scope
 * that it lies in, so that adding a value links nothing to anything.
 */
public sealed class Context extends Link implements TaskContext permits Scope {
    private static final Context BACKGROUND = new Context(TimeSource.system());
    private static final ThreadLocal<@Nullable Context> CURRENT = new ThreadLocal<>();

    final TimeSource time;

    /** Whose end is the end of this; null: it never ends. */
    final @Nullable Scope scope;

    /** Whose identity, attempts and status this shares; null: outside of any task. */
    final @Nullable Scope execution;

    final @Nullable Values values;

    private Context(TimeSource time) {
        this.time = time;
        this.scope = null;
        this.execution = null;
        this.values = null;
    }

    private Context(Context parent, @Nullable Scope scope, @Nullable Values values) {
        this.time = parent.time;
        this.scope = scope;
        this.execution = parent.execution;
        this.values = values;
    }

    /** For {@link Scope}, which is its own scope, and its own execution if {@code identity}. */
    Context(Context parent, TimeSource time, boolean identity) {
        this.time = time;
        this.scope = (Scope) this;
        this.execution = identity ? (Scope) this : parent.execution;
        this.values = parent.values;
    }

    /**
     * The context bound to this thread.
     *
     * @return never null
     */
    public static Context current() {
        if (Thread.currentThread().getUncaughtExceptionHandler() instanceof TaskThread task) {
            return task.bound();
        }
        Context bound = CURRENT.get();
        return bound == null ? BACKGROUND : bound;
    }

    /**
     * The context outside of everything.
     *
     * @return always the same
     */
    public static Context background() {
        return BACKGROUND;
    }

    /**
     * Binds a context to this thread. Whoever binds restores what was there before, on every path.
     *
     * @param context what becomes current
     * @return what was current, for the next call of this method
     */
    public static Context bind(Context context) {
        Context before = current();
        if (Thread.currentThread().getUncaughtExceptionHandler() instanceof TaskThread task) {
            task.bind(context);
        } else if (context == BACKGROUND) {
            CURRENT.remove();
        } else {
            CURRENT.set(context);
        }
        return before;
    }

    /**
     * What a wait throws that ended because this context did: made anew, since exceptions are not shared by threads.
     *
     * @param name whose wait it was
     * @param lastFailure what the last attempt failed with, if there was one
     * @return a {@link CancellationException} or a {@link DeadlineExceededException}
     */
    public RuntimeException ending(Object name, @Nullable Throwable lastFailure) {
        Throwable cause = cause();
        if (cause instanceof DeadlineExceededException) {
            return new DeadlineExceededException(
                    name + ": its deadline passed", lastFailure != null ? lastFailure : cause);
        }
        return cancellation(name + " was cancelled", cause);
    }

    /**
     * A cancellation that tells the custom cause, and not that it was cancelled because it was cancelled.
     *
     * @param message which task was cancelled
     * @param cause why, or null
     * @return a new exception
     */
    public static CancellationException cancellation(String message, @Nullable Throwable cause) {
        CancellationException cancellation = new CancellationException(message);
        Throwable reason = cause instanceof CancellationException ? cause.getCause() : cause;
        if (reason != null) {
            cancellation.initCause(reason);
        }
        return cancellation;
    }

    /**
     * The group that tasks started below this are waited for in.
     *
     * @return the scope of the nearest one, or null
     */
    public final @Nullable Scope gathering() {
        return scope == null ? null : scope.gathering;
    }

    /**
     * Whether tasks started here are members of {@link #gathering}: whether this lies in the execution that opened it, and
     * not in a task or call below.
     *
     * @return false also if there is no group
     */
    public final boolean isDirectlyInGathering() {
        Scope group = gathering();
        return group != null && Objects.equals(execution, group.execution);
    }

    /**
     * The group in which the running task or call is waited for.
     *
     * @return the scope of the nearest one, or null
     */
    public final @Nullable Scope gatheringOfExecution() {
        return execution == null ? null : execution.gathering;
    }

    /**
     * Whether this ends by itself only when another does.
     *
     * @param other a scope
     * @return true if it is this, or this only adds values to it
     */
    public final boolean sharesEndWith(Scope other) {
        return other.equals(scope);
    }

    /**
     * Notes which attempt of a task runs, and what the one before failed with, if this context belongs to that task.
     *
     * @param name the task
     * @param attempt number of the attempt that runs or is about to, from 1
     * @param lastFailure what the attempt before failed with, or null
     */
    public void attempt(TaskName name, int attempt, @Nullable Throwable lastFailure) {
        Scope owner = execution;
        if (owner != null && name.equals(owner.name)) {
            owner.retries = attempt - 1;
            owner.lastFailure = lastFailure;
        }
    }

    /**
     * Whether this is the context of a task, or of a part of it.
     *
     * @param name the task
     * @return true if {@link #attempt(TaskName, int, Throwable)} notes its attempts
     */
    public boolean belongsTo(TaskName name) {
        Scope owner = execution;
        return owner != null && name.equals(owner.name);
    }

    /**
     * Whether a call of a task begins with this very context, and not somewhere around it.
     *
     * @param name the task
     * @return true if a part of that call that begins now has this context's identity
     */
    public boolean isBeginOf(TaskName name) {
        Scope owner = execution;
        return owner != null && owner.equals(this) && owner.beginsCall() && name.equals(owner.name);
    }

    /**
     * Whether there is a deadline; only then does {@link #deadlineBy} mean something.
     *
     * @return false if nothing bounds this context in time
     */
    public boolean isBounded() {
        return scope != null && scope.bounded;
    }

    /**
     * The deadline as a reading of a clock, where {@link #isBounded}.
     *
     * @param source the clock
     * @return the sooner of all deadlines that hold
     */
    public long deadlineBy(TimeSource source) {
        if (scope == null) {
            return 0;
        }
        return source.equals(time) ? scope.deadline : source.nanoTime() + (scope.deadline - time.nanoTime());
    }

    /**
     * Whether a wait would end after the deadline, so that it is not worth beginning.
     *
     * @param source the clock that {@code until} was read from
     * @param until when the wait would end
     * @return true if there is a deadline and it is sooner
     */
    public boolean endsBefore(TimeSource source, long until) {
        return isBounded() && deadlineBy(source) - until < 0;
    }

    /**
     * The time source of this context.
     *
     * @return that of the runtime that made it
     */
    public TimeSource time() {
        return time;
    }

    @Override
    public boolean isCancelled() {
        return cause() != null;
    }

    @Override
    public @Nullable Throwable cause() {
        return scope == null ? null : scope.cause;
    }

    @Override
    public void checkCancelled() {
        if (isCancelled()) {
            throw ending(label(), null);
        }
    }

    /**
     * What messages call this.
     *
     * @return the task's name, if there is one
     */
    public final Object label() {
        TaskName name = execution == null ? null : execution.name;
        return name == null ? "The context" : name;
    }

    @Override
    public @Nullable Instant deadline() {
        Scope bound = scope;
        return bound == null || !bound.bounded ? null : bound.deadlineInstant();
    }

    @Override
    public @Nullable Duration remaining() {
        if (!isBounded()) {
            return null;
        }
        return Duration.ofNanos(Math.max(0, deadlineBy(time) - time.nanoTime()));
    }

    @Override
    public Registration onCancel(Runnable action) {
        Callback callback = new Callback(action);
        if (scope != null) {
            scope.add(callback);
        }
        return callback;
    }

    @Override
    public String id() {
        return execution == null ? Ids.NO_TASK : execution.ownId();
    }

    @Override
    public String traceId() {
        return execution == null ? Ids.NO_TRACE : execution.ownTraceId();
    }

    @Override
    public int attempt() {
        return execution == null ? 1 : execution.retries + 1;
    }

    @Override
    public <T> @Nullable T get(Key<T> key) {
        Objects.requireNonNull(key, "key");
        return Values.find(values, key);
    }

    @Override
    public Cancellable withCancel() {
        return new Scope(this, time, null).open(this);
    }

    @Override
    public Cancellable withTimeout(Duration timeout) {
        return new Scope(this, time, null, time.nanoTime() + Nanos.of(timeout)).open(this);
    }

    @Override
    public Cancellable withDeadline(Instant deadline) {
        return withTimeout(Duration.between(time.now(), deadline));
    }

    @Override
    public <T> TaskContext with(Key<T> key, T value) {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
        return new Context(this, scope, new Values(key, value, values));
    }

    @Override
    public TaskContext withoutCancel() {
        return scope == null ? this : new Context(this, null, values);
    }

    @Override
    public void run(Runnable action) {
        Context before = bind(this);
        try {
            action.run();
        } finally {
            bind(before);
        }
    }

    @Override
    public <T extends @Nullable Object, X extends Throwable> T call(Operation<T, X> operation) throws X {
        Context before = bind(this);
        try {
            return operation.call();
        } finally {
            bind(before);
        }
    }

    @Override
    protected void ended(Throwable cause, boolean interrupt) {
        throw new AssertionError("only scopes are linked");
    }
}
