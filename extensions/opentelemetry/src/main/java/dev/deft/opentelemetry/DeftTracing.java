package dev.deft.opentelemetry;

import dev.deft.Deft;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import org.jspecify.annotations.Nullable;

/**
 * Traces the calls of a runtime: a span for each task and each synchronous call, and within it a span for each attempt, with
 * what happens in between as events.
 *
 * <p>The parent of a call's span is what is current where the call is made, or the task started; while the body runs, the
 * span of its attempt is current. A call within a trace has that trace's id as its {@link dev.deft.TaskContext#traceId}; one that begins
 * a trace gives it its own, if the SDK has {@link TaskIds}.
 *
 * <p>Nothing of this changes the outcome of a call, whatever OpenTelemetry throws.
 */
public final class DeftTracing {
    /** What spans and meters are said to come from. */
    static final String SCOPE = "dev.deft";

    private DeftTracing() {}

    /**
     * Adds to a runtime to be what traces its calls: a listener, a carrier, and a source of trace ids.
     *
     * @param builder of the runtime
     * @param openTelemetry by whose tracers spans are made
     * @return the builder
     */
    public static Deft.Builder add(Deft.Builder builder, OpenTelemetry openTelemetry) {
        return builder.listener(new TaskSpans(openTelemetry.getTracer(SCOPE)))
                .carrier(new TraceCarrier())
                .traceIds(DeftTracing::currentTraceId);
    }

    private static @Nullable String currentTraceId() {
        SpanContext current = Span.current().getSpanContext();
        return current.isValid() ? current.getTraceId() : null;
    }
}
