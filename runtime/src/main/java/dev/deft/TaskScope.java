package dev.deft;

import dev.deft.internal.Context;
import dev.deft.internal.Scope;

/** The context of a task. Its end is the task's end. */
final class TaskScope extends Scope {
    private final RunningTask<?> task;

    TaskScope(RunningTask<?> task, Context parent) {
        super(parent, task.time(), task.name());
        this.task = task;
    }

    TaskScope(RunningTask<?> task, Context parent, long deadline) {
        super(parent, task.time(), task.name(), deadline);
        this.task = task;
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
