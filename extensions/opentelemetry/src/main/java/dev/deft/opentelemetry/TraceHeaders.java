package dev.deft.opentelemetry;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes a trace from one process to another, in the headers {@code traceparent} and {@code tracestate} of a request, as the W3C's
 * <a href="https://www.w3.org/TR/trace-context/">Trace Context</a> says.
 */
public final class TraceHeaders {
    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();

    private TraceHeaders() {}

    /**
     * Writes the current trace into the headers of a request that is about to be sent.
     *
     * @param setter sets a header, by name and value; not called if there is no trace
     */
    public static void inject(BiConsumer<String, String> setter) {
        W3C.inject(Context.current(), setter, (target, name, value) -> {
            if (target != null) {
                target.accept(name, value);
            }
        });
    }

    /**
     * Reads a trace from the headers of a request that was received.
     *
     * @param headers gives the value of a header by its name, which it compares without regard to case; null if there is none
     * @return the current context in that trace, to be made current; the current one as it is, if there are no such headers or
     *     they make no sense
     */
    public static Context extract(Function<String, @Nullable String> headers) {
        return W3C.extract(Context.current(), headers, Getter.INSTANCE);
    }

    private enum Getter implements TextMapGetter<Function<String, @Nullable String>> {
        INSTANCE;

        @Override
        public Iterable<String> keys(Function<String, @Nullable String> headers) {
            return W3C.fields();
        }

        @Override
        public @Nullable String get(@Nullable Function<String, @Nullable String> headers, String name) {
            return headers == null ? null : headers.apply(name);
        }
    }
}
