package dev.deft;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** The last event in the life of a task or call. */
final class Outcomes {
    private Outcomes() {}

    static TaskEvent of(Deft deft, TaskName name, TaskContext context, @Nullable Throwable failure, Duration elapsed) {
        if (failure == null) {
            return new TaskEvent.Succeeded(name, context, deft.time().now(), elapsed);
        }
        return failure instanceof CancellationException
                ? cancelled(deft, name, context, failure, elapsed)
                : new TaskEvent.Failed(name, context, deft.time().now(), failure, elapsed);
    }

    static TaskEvent cancelled(Deft deft, TaskName name, TaskContext context, Throwable cause, Duration elapsed) {
        return new TaskEvent.Cancelled(name, context, deft.time().now(), cause, elapsed);
    }
}
