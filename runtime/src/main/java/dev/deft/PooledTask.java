package dev.deft;

import dev.deft.internal.Wait;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A task on its way to a thread of a pool. */
final class PooledTask {
    /** The most urgent first, then by age. */
    static final Comparator<PooledTask> ORDER = Comparator.comparingInt((PooledTask each) -> each.priority)
            .reversed()
            .thenComparingLong(each -> each.sequence);

    final RunningTask<?> task;
    private final TaskPool pool;
    private final Carried carried;
    private final int priority;
    private TaskContext.@Nullable Registration registration;

    /** Its place among those of the same priority. Guarded by the pool's lock, as is all that follows. */
    long sequence;

    /** Where its starter waits for room, if it does. */
    @Nullable
    Wait starter;

    PooledTask(TaskPool pool, RunningTask<?> task, Carried carried) {
        this.pool = pool;
        this.task = task;
        this.carried = carried;
        Integer wished = task.scope().get(TaskPool.PRIORITY);
        this.priority = wished == null ? 0 : wished;
    }

    /** From now on the pool is told if the task ends. */
    void enterContext() {
        registration = task.scope().onCancel(() -> pool.withdraw(this));
    }

    void leaveContext() {
        if (registration != null) {
            registration.remove();
        }
    }

    void run() {
        leaveContext();
        task.runBorrowed(carried);
    }
}
