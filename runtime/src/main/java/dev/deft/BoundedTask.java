package dev.deft;

import dev.deft.internal.Context;
import dev.deft.internal.InterruptGuard;
import dev.deft.internal.Scope;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A task whose body has a deadline within the task, and a fallback after it: when the deadline passes while the body
 * goes on, the fallback runs beside it and settles the task.
 */
final class BoundedTask<T extends @Nullable Object> extends RunningTask<T> {
    private final long deadline;
    private final TaskFallback<? extends T> fallback;

    /** For the fallback, if that runs on a thread of its own. */
    private final Carried carried;

    private volatile @Nullable InterruptGuard fallbackGuard;

    BoundedTask(
            Launch launch,
            TaskName name,
            TaskBody<? extends T> body,
            long deadline,
            TaskFallback<? extends T> fallback) {
        super(launch, name, body);
        this.deadline = deadline;
        this.carried = launch.carried();
        this.fallback = Objects.requireNonNull(fallback, "fallback");
    }

    @Override
    void runBody(TaskBody<? extends T> work) {
        TaskScope scope = scope();
        Bound bound = new Bound(scope);
        bound.open(scope);
        Context.bind(bound);
        T result = null;
        Throwable failure = null;
        if (!bound.isCancelled()) {
            try {
                result = work.call();
            } catch (Throwable thrown) {
                failure = thrown;
            }
        }
        endPart();
        if (!bound.claim()) {
            return; // the deadline has passed, and the fallback runs on a thread of its own
        }
        Context.bind(scope);
        if (failure == null && bound.isCancelled()) {
            failure = bound.ending(name(), scope.lastFailure());
        }
        bound.finish();
        if (failure == null) {
            settleSucceeded(result);
        } else {
            recover(failure);
        }
    }

    private void recover(Throwable failure) {
        InterruptGuard guard = new InterruptGuard();
        fallbackGuard = guard;
        T result = null;
        Throwable again = null;
        if (hasEnded()) { // read after the guard is set: who ends the scope sees that, or we see the end
            again = failure;
        } else {
            try {
                result = fallback.recover(failure);
            } catch (Throwable thrown) {
                again = thrown;
            }
        }
        guard.finish();
        if (again == null) {
            settleSucceeded(result);
        } else {
            settleFailed(again);
        }
    }

    @Override
    void interrupt() {
        super.interrupt();
        InterruptGuard guard = fallbackGuard;
        if (guard != null) {
            guard.fire(time());
        }
    }

    /** And not the fallback, which lies outside of the deadline. */
    private void interruptBody() {
        super.interrupt();
    }

    private void deadlinePassed(Throwable failure) {
        if (addPart()) {
            Runnable recovery = () -> {
                Context.bind(scope());
                recover(failure);
            };
            try {
                startThread(() -> carried.run(recovery), true);
            } catch (Throwable noThread) {
                failure.addSuppressed(noThread);
                settleFailed(failure);
            }
        }
    }

    /** The context of the body. Who claims it first, the body that ends or the deadline, has the task from there on. */
    private final class Bound extends Scope {
        private final AtomicBoolean claimed = new AtomicBoolean();

        Bound(Context parent) {
            super(parent, BoundedTask.this.time(), null, deadline);
        }

        boolean claim() {
            return claimed.compareAndSet(false, true);
        }

        @Override
        protected void onEnding(boolean interrupt) {
            if (interrupt) {
                interruptBody();
            }
        }

        @Override
        protected void onEnded() {
            if (!hasEnded() && claim()) {
                deadlinePassed(ending(name(), lastFailure()));
            }
        }
    }
}
