package dev.deft.samples.quickstart;

import dev.deft.TaskContext;
import dev.deft.annotation.Async;
import dev.deft.annotation.Retry;

/** A {@code TaskContext} parameter: what a task knows of itself, and what its caller handed down. */
public class Audit {
    // tag::context[]
    static final TaskContext.Key<String> USER = TaskContext.Key.of("user");

    /** The wrapper's method is {@code record(String action)}: it brings the context itself. */
    @Async
    @Retry
    public String record(String action, TaskContext context) {
        if (context.attempt() == 1) {
            throw new IllegalStateException("busy");
        }
        return "%s by %s, attempt %d".formatted(action, context.get(USER), context.attempt());
    }
    // end::context[]
}
