package dev.deft;

import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** The last event in the life of a task or call. */
final class Outcomes {
    private Outcomes() {}

    static TaskEvent of(Deft deft, TaskName name, TaskContext context, @Nullable Throwable failure) {
        if (failure == null) {
            return new TaskEvent.Succeeded(name, context, deft.time().now());
        }
        return failure instanceof CancellationException
                ? new TaskEvent.Cancelled(name, context, deft.time().now(), failure)
                : new TaskEvent.Failed(name, context, deft.time().now(), failure);
    }
}
