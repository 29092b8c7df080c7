package dev.deft.channel;

import dev.deft.TaskContext;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Ready once a context has ended. */
final class ContextCase<R extends @Nullable Object> extends Case<R> {
    private final TaskContext context;
    private final Supplier<? extends R> onEnd;

    ContextCase(TaskContext context, Supplier<? extends R> onEnd) {
        this.context = context;
        this.onEnd = onEnd;
    }

    @Override
    @Nullable
    Supplier<? extends R> attempt() {
        return context.isCancelled() ? onEnd : null;
    }

    /** Has a select decided by the end of the context; at once, if that has come. */
    TaskContext.Registration watch(PendingSelection<? super R> selection) {
        return context.onCancel(() -> {
            if (selection.decide(onEnd)) {
                selection.wake();
            }
        });
    }
}
