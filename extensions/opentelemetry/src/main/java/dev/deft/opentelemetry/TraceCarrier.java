package dev.deft.opentelemetry;

import dev.deft.ContextCarrier;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;

/** Takes OpenTelemetry's context from the thread that starts a task to the one that runs it. */
final class TraceCarrier implements ContextCarrier {
    @Override
    public Snapshot capture() {
        Context captured = Context.current();
        return () -> {
            Context before = Context.current();
            ContextStorage storage = ContextStorage.get();
            Scope installed = storage.attach(captured);
            return () -> {
                installed.close();
                if (!Context.current()
                        .equals(before)) { // a call that was ended by another thread has left its own here
                    storage.attach(before);
                }
            };
        };
    }
}
