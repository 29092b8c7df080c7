package dev.deft.opentelemetry;

import dev.deft.TaskContext;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import org.jspecify.annotations.Nullable;

/** The identity of the call whose span is being made on this thread; given away once, to that span. */
final class BeginningCall {
    private static final ThreadLocal<@Nullable BeginningCall> CURRENT = new ThreadLocal<>();

    private @Nullable String traceId;
    private @Nullable String spanId;

    private BeginningCall(TaskContext context) {
        this.traceId = context.traceId();
        this.spanId = context.id();
    }

    static Span start(SpanBuilder builder, TaskContext context) {
        CURRENT.set(new BeginningCall(context));
        try {
            return builder.startSpan();
        } finally {
            CURRENT.remove();
        }
    }

    static @Nullable String takeTraceId() {
        BeginningCall call = CURRENT.get();
        if (call == null) {
            return null;
        }
        String taken = call.traceId;
        call.traceId = null;
        return taken;
    }

    static @Nullable String takeSpanId() {
        BeginningCall call = CURRENT.get();
        if (call == null) {
            return null;
        }
        String taken = call.spanId;
        call.spanId = null;
        return taken;
    }
}
