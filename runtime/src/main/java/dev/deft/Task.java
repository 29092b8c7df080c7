package dev.deft;

import dev.deft.internal.Context;
import dev.deft.internal.Futures;
import dev.deft.internal.Nanos;
import dev.deft.internal.TimedFuture;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A body that runs, or ran, on a thread of its own, and the future of its result.
 *
 * <p>A failure that nobody looks at is reported when the task is garbage, once: to the log, and to listeners with
 * {@link TaskEvent.Unobserved}. To look is to wait for the task, to ask for its failure or status, or to attach anything but
 * {@link #onSuccess} to it; of a member of a group also to wait for that. {@link CompletableFuture#allOf} and
 * {@link CompletableFuture#anyOf} are no look at a task that has failed before: they read its outcome without asking it. A
 * cancelled task has not failed.
 *
 * <p>{@link #get} and {@link #join} wrap failures as {@link CompletableFuture} does; {@link #failure()} gives the
 * failure itself. To complete a task from the outside, by {@link #complete} and its kin, settles its result and cancels
 * its body, since nobody would see what that gives.
 *
 * @param <T> type of the result
 */
public abstract sealed class Task<T extends @Nullable Object> extends CompletableFuture<T> permits RunningTask {
    final Deft deft;
    private final TaskName name;

    Task(Deft deft, TaskName name) {
        this.deft = deft;
        this.name = name;
    }

    /** The context of the task. */
    abstract TaskScope scope();

    /** Whether the body has begun. */
    abstract boolean hasBegun();

    /**
     * Runs a callback when the task is done, as {@link #onSuccess} says.
     *
     * @param callback what to run
     * @param heedsFailure whether it takes notice of a failure
     */
    abstract Task<T> onDone(Runnable callback, boolean heedsFailure);

    /** Somebody sees the outcome, or will be told: a failure need not be reported. */
    abstract void noticed();

    /** In a context that has not ended, whatever has become of the task: the callback still has work to do. */
    final void runCallback(Runnable callback) {
        Context before = Context.bind((Context) scope().withoutCancel());
        try {
            callback.run();
        } catch (Throwable thrown) {
            System.getLogger("dev.deft").log(Level.WARNING, "A callback of " + name() + " failed", thrown);
        } finally {
            Context.bind(before);
        }
    }

    /**
     * Identity of this task.
     *
     * @return 16 lower case hexadecimal digits
     */
    public final String id() {
        return scope().id();
    }

    /**
     * What runs.
     *
     * @return the task's name
     */
    public final TaskName name() {
        return name;
    }

    /**
     * Where the task stands.
     *
     * @return a snapshot, final once {@link #isDone}
     */
    public final TaskStatus status() {
        if (isDone()) {
            return isCancelled()
                    ? TaskStatus.CANCELLED
                    : isCompletedExceptionally() ? TaskStatus.FAILED : TaskStatus.SUCCEEDED;
        }
        if (!hasBegun()) {
            return TaskStatus.PENDING;
        }
        return scope().isWaiting() ? TaskStatus.WAITING : TaskStatus.RUNNING;
    }

    /**
     * How many attempts have begun.
     *
     * @return 0 until the body begins, then at least 1
     */
    public final int attempts() {
        return hasBegun() ? scope().attempt() : 0;
    }

    /**
     * The context in which the body runs.
     *
     * @return a child of the one in which the task was started
     */
    public final TaskContext context() {
        return scope();
    }

    /**
     * What the task failed with: what its body threw, as it is, a {@link java.util.concurrent.CancellationException} if
     * it was cancelled, a {@link DeadlineExceededException} if its deadline passed.
     *
     * @return null if it succeeded, or is not done
     */
    public final @Nullable Throwable failure() {
        return isCompletedExceptionally() ? handle((result, failure) -> failure).join() : null;
    }

    /**
     * Cancels the task, with its context and all tasks started in it. Ends what waits within Deft at once.
     *
     * @param mayInterruptIfRunning whether to interrupt bodies that run; without that they go on to their end, and what
     *     they give is dropped
     * @return true if the task is now cancelled
     */
    @Override
    public abstract boolean cancel(boolean mayInterruptIfRunning);

    /**
     * Done when nothing of this task runs any more: its body, which may go on after the task is cancelled or its
     * deadline passed, its cleanups, and its callbacks.
     *
     * @return a future that never fails; always the same
     */
    public abstract CompletableFuture<@Nullable Void> terminated();

    /**
     * Runs something with the result, if the task succeeds: on the task's thread where that completes it, else on a
     * virtual thread of its own. What it throws is logged and changes nothing; {@link #join} does not wait for it.
     *
     * @param callback what to run
     * @return this task
     */
    public final Task<T> onSuccess(Consumer<? super T> callback) {
        Objects.requireNonNull(callback, "callback");
        Runnable onlyIfSucceeded = () -> {
            if (!super.isCompletedExceptionally()) {
                callback.accept(super.resultNow());
            }
        };
        return onDone(onlyIfSucceeded, false);
    }

    /**
     * Runs something with the {@link #failure}, if the task fails or is cancelled. Otherwise as {@link #onSuccess}.
     *
     * @param callback what to run
     * @return this task
     */
    public final Task<T> onFailure(Consumer<? super Throwable> callback) {
        Objects.requireNonNull(callback, "callback");
        Runnable onlyIfFailed = () -> {
            Throwable failure = failure();
            if (failure != null) {
                callback.accept(failure);
            }
        };
        return onDone(onlyIfFailed, true);
    }

    /**
     * Waits on this thread for a stage. If the thread is interrupted or its context ends, the stage is cancelled.
     *
     * @param <T> type of the result
     * @param stage what to wait for
     * @return its result; what it failed with is thrown as it is, checked exceptions included
     * @throws TaskInterruptedException if the thread is interrupted; the flag stays set
     * @throws java.util.concurrent.CancellationException if the stage or the context is cancelled
     * @throws DeadlineExceededException if the deadline of the context passes
     */
    public static <T extends @Nullable Object> T await(CompletionStage<T> stage) {
        return Futures.await(stage);
    }

    /**
     * Waits on this thread for a future, as {@link #await} does for a stage.
     *
     * @param <T> type of the result
     * @param future what to wait for
     * @return its result; what it failed with is thrown as it is, checked exceptions included
     * @throws TaskInterruptedException if the thread is interrupted; the flag stays set
     * @throws java.util.concurrent.CancellationException if the future or the context is cancelled
     * @throws DeadlineExceededException if the deadline of the context passes
     */
    public static <T extends @Nullable Object> T awaitFuture(Future<T> future) {
        return Futures.awaitFuture(future);
    }

    @Override
    public Throwable exceptionNow() {
        Throwable failure = failure();
        return failure == null || isCancelled() ? super.exceptionNow() : failure;
    }

    @Override
    public boolean isCompletedExceptionally() {
        boolean failed = super.isCompletedExceptionally();
        if (failed) {
            noticed();
        }
        return failed;
    }

    @Override
    public State state() {
        State state = super.state();
        if (state == State.FAILED) {
            noticed();
        }
        return state;
    }

    @Override
    public T get() throws InterruptedException, ExecutionException {
        if (deft.isVirtual()) {
            Futures.untilDone(deft.time(), this, false, 0);
        }
        try {
            return super.get();
        } catch (ExecutionException failure) {
            noticed();
            throw failure;
        }
    }

    @Override
    public T get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        try {
            if (!deft.isVirtual()) {
                return super.get(timeout, unit);
            }
            long until = deft.time().nanoTime() + Math.min(unit.toNanos(timeout), Nanos.MAX);
            Futures.untilDone(deft.time(), this, true, until);
            return super.get(0, TimeUnit.NANOSECONDS);
        } catch (ExecutionException failure) {
            noticed();
            throw failure;
        }
    }

    @Override
    public T join() {
        if (deft.isVirtual()) {
            Futures.untilDone(deft.time(), this);
        }
        try {
            return super.join();
        } catch (CompletionException failure) {
            noticed();
            throw failure;
        }
    }

    @Override
    public T getNow(T valueIfAbsent) {
        try {
            return super.getNow(valueIfAbsent);
        } catch (CompletionException failure) {
            noticed();
            throw failure;
        }
    }

    @Override
    public T resultNow() {
        try {
            return super.resultNow();
        } catch (IllegalStateException noResult) {
            noticed();
            throw noResult;
        }
    }

    @Override
    public CompletionStage<T> minimalCompletionStage() {
        noticed();
        return super.minimalCompletionStage();
    }

    /** Called for whatever is attached to this, which will be told of a failure. */
    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        noticed();
        return TimedFuture.on(deft.time());
    }

    @Override
    public String toString() {
        return name + " " + status();
    }
}
