package dev.deft;

import dev.deft.internal.Context;
import dev.deft.internal.Scope;
import java.time.Duration;

/** The context of a task. Its end is the task's end. */
final class TaskScope extends Scope {
    private static final long NEVER = Long.MIN_VALUE;

    private final RunningTask<?> task;

    /** When the body began; only for listeners. */
    private volatile long begun = NEVER;

    TaskScope(RunningTask<?> task, Context parent) {
        super(parent, task.time(), task.name());
        this.task = task;
    }

    TaskScope(RunningTask<?> task, Context parent, long deadline) {
        super(parent, task.time(), task.name(), deadline);
        this.task = task;
    }

    /** The body begins. */
    void begin() {
        begun = task.time().nanoTime();
    }

    /** The time since the body began; zero if it has not. */
    Duration elapsed() {
        long from = begun;
        return from == NEVER ? Duration.ZERO : Duration.ofNanos(task.time().nanoTime() - from);
    }

    @Override
    protected void onEnding(boolean interrupt) {
        if (interrupt) {
            task.interrupt();
        }
    }

    @Override
    protected void onEnded() {
        task.settleEnded(null);
    }
}
