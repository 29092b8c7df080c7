package dev.deft.opentelemetry;

import io.opentelemetry.sdk.trace.IdGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Gives the span of a call the identity that the call has in Deft: {@link dev.deft.TaskContext#id} is the span's id, and, for a
 * call that begins a trace, {@link dev.deft.TaskContext#traceId} is the trace's. All other ids are random. Thread-safe.
 *
 * <p>To be given to {@code SdkTracerProvider.builder().setIdGenerator(…)}. Needs the SDK of OpenTelemetry.
 */
public final class TaskIds implements IdGenerator {
    private final IdGenerator others = IdGenerator.random();

    /** A generator; all are alike. */
    public TaskIds() {}

    @Override
    public String generateSpanId() {
        return orElse(BeginningCall.takeSpanId(), others.generateSpanId());
    }

    @Override
    public String generateTraceId() {
        return orElse(BeginningCall.takeTraceId(), others.generateTraceId());
    }

    private static String orElse(@Nullable String own, String other) {
        return own == null ? other : own;
    }
}
