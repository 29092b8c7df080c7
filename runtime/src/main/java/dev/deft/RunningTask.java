package dev.deft;

import dev.deft.internal.Context;
import dev.deft.internal.Futures;
import dev.deft.internal.InterruptGuard;
import dev.deft.internal.Nanos;
import dev.deft.internal.Registry;
import dev.deft.internal.TimedFuture;
import dev.deft.time.TimeSource;
import java.lang.System.Logger.Level;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a task is made of: the future, the work of its thread and its place in the registry, in one object. */
sealed class RunningTask<T extends @Nullable Object> extends Task<T> implements Runnable permits BoundedTask {
    private static final VarHandle SETTLED;
    private static final VarHandle PARTS;
    private static final VarHandle TERMINATED;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            SETTLED = lookup.findVarHandle(RunningTask.class, "settled", boolean.class);
            PARTS = lookup.findVarHandle(RunningTask.class, "parts", int.class);
            TERMINATED = lookup.findVarHandle(RunningTask.class, "terminated", CompletableFuture.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    final Deft deft;
    final TaskScope scope;
    private final TaskName name;

    /** Dropped when it runs, so that the task does not keep what it has captured. */
    private @Nullable TaskBody<? extends T> body;

    private long ticket = Registry.REFUSED;

    /** Of the part that may be interrupted now; null until the body begins. */
    private volatile @Nullable InterruptGuard guard;

    /** Whether the outcome is decided; whoever sets it says what it is. */
    private volatile boolean settled;

    /** How much of the task still runs, or waits to: the body's thread, callbacks. */
    private volatile int parts = 1;

    private volatile @Nullable CompletableFuture<@Nullable Void> terminated;

    @SuppressWarnings("this-escape") // the scope only stores it
    RunningTask(Deft deft, TaskName name, Context parent, TaskBody<? extends T> body) {
        this.deft = deft;
        this.name = name;
        this.body = Objects.requireNonNull(body, "body");
        this.scope = new TaskScope(this, parent);
    }

    @SuppressWarnings("this-escape") // the scope only stores it
    RunningTask(Deft deft, TaskName name, Context parent, TaskBody<? extends T> body, long deadline) {
        this.deft = deft;
        this.name = name;
        this.body = Objects.requireNonNull(body, "body");
        this.scope = new TaskScope(this, parent, deadline);
    }

    /** Whether the current thread runs this task's body, so that it cannot wait for its end. */
    final boolean runsHere() {
        InterruptGuard part = guard;
        return part != null && part.isOwner();
    }

    /** Starts the thread, unless the task ends before that. */
    final RunningTask<T> start(Context parent) {
        scope.open(parent);
        if (isDone()) {
            partEnded();
            return this;
        }
        Thread thread = name.threads().newThread(this);
        ticket = deft.registry().enter(this, thread.threadId());
        if (ticket == Registry.REFUSED) {
            reject();
        } else {
            start(thread);
        }
        return this;
    }

    private void start(Thread thread) {
        time().taskStarting(thread);
        try {
            thread.start();
        } catch (Throwable failure) { // no memory for another thread, say
            time().taskEnded(thread);
            failUnstarted(failure);
        }
    }

    private void reject() {
        TaskRejectedException rejection = new TaskRejectedException(name + " was not started: the runtime is closed");
        if (deft.isObserved()) {
            deft.tell(new TaskEvent.Rejected(name, scope, time().now(), rejection));
        }
        failUnstarted(rejection);
    }

    private void failUnstarted(Throwable failure) {
        scope.finish();
        settle(null, failure);
        partEnded();
    }

    /** The work of the task's thread. */
    @Override
    public final void run() {
        Context.bind(scope);
        try {
            beginPart();
            if (!scope.isCancelled()) { // read after the guard is set: who ends the scope sees that, or we see the end
                if (deft.isObserved()) {
                    deft.tell(new TaskEvent.Started(name, scope, time().now()));
                }
                TaskBody<? extends T> work = Objects.requireNonNull(body);
                body = null;
                runBody(work);
            }
        } finally {
            partEnded();
            time().taskEnded(Thread.currentThread());
        }
    }

    /** Runs the body and settles the task with what comes of it. */
    void runBody(TaskBody<? extends T> work) {
        T result;
        try {
            result = work.call();
        } catch (Throwable failure) {
            endPart();
            scope.finish();
            settleFailed(failure);
            return;
        }
        endPart();
        scope.finish();
        settleSucceeded(result);
    }

    /** From here on an interrupt of the task is one of this thread. */
    final void beginPart() {
        guard = new InterruptGuard();
    }

    /** No interrupt of the task reaches this thread any more. */
    final void endPart() {
        InterruptGuard part = guard;
        if (part != null) {
            part.finish();
        }
    }

    final void interrupt() {
        InterruptGuard part = guard;
        if (part != null) {
            part.fire(time());
        }
    }

    final void settleSucceeded(@Nullable T result) {
        if (scope.isCancelled()) {
            settleEnded(null);
        } else {
            settle(result, null);
        }
    }

    final void settleFailed(Throwable failure) {
        if (scope.isCancelled()) {
            settleEnded(failure);
        } else {
            settle(null, failure);
        }
    }

    /** The context has ended, and the task with it, whatever the body does; {@code thrown} is what it did, if known. */
    final void settleEnded(@Nullable Throwable thrown) {
        if (settled) {
            return;
        }
        boolean expired = scope.cause() instanceof DeadlineExceededException;
        boolean fits = expired ? thrown instanceof DeadlineExceededException : thrown instanceof CancellationException;
        settle(null, fits && thrown != null ? thrown : scope.ending(name, scope.lastFailure()));
    }

    private boolean settle(@Nullable T result, @Nullable Throwable failure) {
        if (!SETTLED.compareAndSet(this, false, true)) {
            return false;
        }
        if (deft.isObserved()) {
            deft.tell(outcome(failure));
        }
        return failure == null ? super.complete(result) : super.completeExceptionally(failure);
    }

    private TaskEvent outcome(@Nullable Throwable failure) {
        if (failure == null) {
            return new TaskEvent.Succeeded(name, scope, time().now());
        }
        return failure instanceof CancellationException
                ? new TaskEvent.Cancelled(name, scope, time().now(), failure)
                : new TaskEvent.Failed(name, scope, time().now(), failure);
    }

    /** Runs something more on a virtual thread of its own; {@code counted} as a part of this task or not. */
    final void startThread(Runnable work, boolean counted) {
        Thread thread = name.threads().newThread(() -> {
            try {
                work.run();
            } finally {
                if (counted) {
                    partEnded();
                }
                time().taskEnded(Thread.currentThread());
            }
        });
        time().taskStarting(thread);
        thread.start();
    }

    /** Counts a part, so that the task has not terminated before it has ended; false if it has. */
    final boolean addPart() {
        for (int known = parts; known > 0; known = parts) {
            if (PARTS.compareAndSet(this, known, known + 1)) {
                return true;
            }
        }
        return false;
    }

    final void partEnded() {
        if ((int) PARTS.getAndAdd(this, -1) == 1) {
            if (ticket != Registry.REFUSED) {
                deft.registry().leave(ticket);
            }
            CompletableFuture<@Nullable Void> waiting = terminated;
            if (waiting != null) {
                waiting.complete(null);
            }
        }
    }

    final TimeSource time() {
        return deft.time();
    }

    @Override
    public Task<T> onSuccess(Consumer<? super T> callback) {
        Objects.requireNonNull(callback, "callback");
        return onDone((result, failure) -> {
            if (failure == null) {
                callback.accept(result);
            }
        });
    }

    @Override
    public Task<T> onFailure(Consumer<? super Throwable> callback) {
        Objects.requireNonNull(callback, "callback");
        return onDone((result, failure) -> {
            if (failure != null) {
                callback.accept(failure);
            }
        });
    }

    @SuppressWarnings("FutureReturnValueIgnored") // only the effect matters
    private Task<T> onDone(BiConsumer<T, @Nullable Throwable> callback) {
        boolean counted = addPart();
        whenComplete((result, failure) -> {
            Runnable work = () -> runCallback(callback, result, failure);
            if (runsHere()) {
                work.run();
                if (counted) {
                    partEnded();
                }
            } else {
                startThread(work, counted);
            }
        });
        return this;
    }

    /** In a context that has not ended, whatever has become of the task: the callback still has work to do. */
    private void runCallback(BiConsumer<T, @Nullable Throwable> callback, T result, @Nullable Throwable failure) {
        Context before = Context.bind((Context) scope.withoutCancel());
        try {
            callback.accept(result, failure);
        } catch (Throwable thrown) {
            System.getLogger("dev.deft").log(Level.WARNING, "A callback of " + name + " failed", thrown);
        } finally {
            Context.bind(before);
        }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        if (!isDone()) {
            scope.end(Context.cancellation(name + " was cancelled", null), mayInterruptIfRunning);
        }
        return isCancelled();
    }

    @Override
    public boolean complete(T value) {
        boolean first = settle(value, null);
        if (first) {
            endUnseen();
        }
        return first;
    }

    @Override
    public boolean completeExceptionally(Throwable failure) {
        boolean first = settle(null, Objects.requireNonNull(failure, "failure"));
        if (first) {
            endUnseen();
        }
        return first;
    }

    private void endUnseen() {
        scope.end(Context.cancellation(name + " was completed from the outside", null), true);
    }

    @Override
    public CompletableFuture<@Nullable Void> terminated() {
        CompletableFuture<@Nullable Void> present = terminated;
        if (present == null) {
            CompletableFuture<@Nullable Void> made = TimedFuture.on(time());
            present = TERMINATED.compareAndSet(this, (CompletableFuture<?>) null, made)
                    ? made
                    : Objects.requireNonNull(terminated);
            if (parts <= 0) {
                present.complete(null);
            }
        }
        return present;
    }

    @Override
    public String id() {
        return scope.id();
    }

    @Override
    public TaskName name() {
        return name;
    }

    @Override
    public TaskContext context() {
        return scope;
    }

    @Override
    public TaskStatus status() {
        if (isDone()) {
            return isCancelled()
                    ? TaskStatus.CANCELLED
                    : isCompletedExceptionally() ? TaskStatus.FAILED : TaskStatus.SUCCEEDED;
        }
        if (guard == null) {
            return TaskStatus.PENDING;
        }
        return scope.isWaiting() ? TaskStatus.WAITING : TaskStatus.RUNNING;
    }

    @Override
    public int attempts() {
        return guard == null ? 0 : scope.attempt();
    }

    @Override
    public @Nullable Throwable failure() {
        return isCompletedExceptionally() ? handle((result, failure) -> failure).join() : null;
    }

    @Override
    public Throwable exceptionNow() {
        Throwable failure = failure();
        return failure == null || isCancelled() ? super.exceptionNow() : failure;
    }

    @Override
    public T get() throws InterruptedException, ExecutionException {
        if (deft.isVirtual()) {
            Futures.untilDone(time(), this, false, 0);
        }
        return super.get();
    }

    @Override
    public T get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        if (!deft.isVirtual()) {
            return super.get(timeout, unit);
        }
        Futures.untilDone(time(), this, true, time().nanoTime() + Math.min(unit.toNanos(timeout), Nanos.MAX));
        return super.get(0, TimeUnit.NANOSECONDS);
    }

    @Override
    public T join() {
        if (deft.isVirtual()) {
            Futures.untilDone(time(), this);
        }
        return super.join();
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return TimedFuture.on(time());
    }

    @Override
    public String toString() {
        return name + " " + status();
    }
}
