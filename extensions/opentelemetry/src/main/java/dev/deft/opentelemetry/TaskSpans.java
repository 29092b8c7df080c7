package dev.deft.opentelemetry;

import dev.deft.TaskEvent;
import dev.deft.TaskListener;
import io.opentelemetry.api.trace.Tracer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Makes spans of events. */
final class TaskSpans implements TaskListener {
    private final Tracer tracer;

    /** By the identities of the calls. */
    private final Map<String, CallSpan> running = new ConcurrentHashMap<>();

    TaskSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public void on(TaskEvent event) {
        String id = event.context().id();
        switch (event) {
            case TaskEvent.Started started -> {
                CallSpan call = new CallSpan(tracer, started);
                running.put(id, call);
                call.begin(started);
            }
            case TaskEvent.Succeeded succeeded -> end(succeeded, "succeeded", null);
            case TaskEvent.Failed failed -> end(failed, "failed", failed.failure());
            case TaskEvent.Cancelled cancelled -> end(cancelled, "cancelled", cancelled.cause());
            default -> {
                CallSpan call = running.get(id);
                if (call != null) {
                    call.on(event);
                }
            }
        }
    }

    private void end(TaskEvent event, String outcome, @Nullable Throwable failure) {
        CallSpan begun = running.remove(event.context().id());
        CallSpan call = begun == null ? new CallSpan(tracer, event) : begun; // it may never have begun
        call.end(event, outcome, failure);
    }
}
