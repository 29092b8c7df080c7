package dev.deft;

import java.lang.System.Logger.Level;
import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The failure of a task, which is reported unless somebody looks at the task before that is garbage. So this keeps
 * nothing of the task itself.
 */
final class UnseenFailure implements Notice, Runnable {
    private final Deft deft;
    private final TaskName name;
    private final TaskContext context;
    private final Throwable failure;

    /** Whether it was reported, or needs no report. */
    private final AtomicBoolean settled = new AtomicBoolean();

    private Cleaner.@Nullable Cleanable watch;

    UnseenFailure(Task<?> task, Throwable failure) {
        this.deft = task.deft;
        this.name = task.name();
        this.context = task.scope().apart();
        this.failure = failure;
    }

    /** Waits for the task to become garbage. */
    UnseenFailure watch(Task<?> task) {
        watch = Garbage.CLEANER.register(task, this);
        return this;
    }

    /** Somebody has looked. */
    void dismiss() {
        settled.set(true);
        if (watch != null) {
            watch.clean();
        }
    }

    /** Nobody can look any more. */
    @Override
    public void run() {
        if (!settled.compareAndSet(false, true)) {
            return;
        }
        System.getLogger("dev.deft")
                .log(
                        failure instanceof Error ? Level.ERROR : Level.WARNING,
                        "%s failed, and nobody has looked (trace %s, task %s, attempt %d)"
                                .formatted(name, context.traceId(), context.id(), context.attempt()),
                        failure);
        if (deft.isObserved()) {
            deft.tell(new TaskEvent.Unobserved(name, context, deft.time().now(), failure));
        }
    }

    /** Holds the thread that is told of garbage, so that it exists only once a failure is not seen at once. */
    private static final class Garbage {
        static final Cleaner CLEANER = Cleaner.create();
    }
}
