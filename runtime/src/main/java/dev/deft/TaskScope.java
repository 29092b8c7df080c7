package dev.deft;

import dev.deft.internal.Context;
import dev.deft.internal.Scope;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The context of a task. Its end is the task's end. */
final class TaskScope extends Scope {
    private static final long NEVER = Long.MIN_VALUE;
    private static final VarHandle PLACED;

    static {
        try {
            PLACED = MethodHandles.lookup().findVarHandle(TaskScope.class, "placed", boolean.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final RunningTask<?> task;

    /** When the body began; only for listeners. */
    private volatile long begun = NEVER;

    /** Whether the task is one of its group, and not only waited for because one of that started it. */
    private final boolean member;

    /** Whether it holds one of its group's limited places. Set before the task's thread ends. */
    private volatile boolean placed;

    TaskScope(RunningTask<?> task, Context parent, boolean mayJoin) {
        super(parent, task.time(), task.name());
        this.task = task;
        this.member = mayJoin && parent.isDirectlyInGathering();
    }

    TaskScope(RunningTask<?> task, Context parent, long deadline) {
        super(parent, task.time(), task.name(), deadline);
        this.task = task;
        this.member = parent.isDirectlyInGathering();
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

    RunningTask<?> task() {
        return task;
    }

    /** What waits for the task. */
    @Nullable
    TaskGroup<?> group() {
        return gathering() instanceof GroupScope gathering ? gathering.group() : null;
    }

    /** The group whose member the task is. */
    @Nullable
    TaskGroup<?> ownGroup() {
        return member ? group() : null;
    }

    boolean isMember() {
        return member;
    }

    /** Whether it held a place until now; from now on it does not. */
    boolean takePlaced() {
        return placed && (boolean) PLACED.getAndSet(this, false);
    }

    void placed() {
        placed = true;
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
