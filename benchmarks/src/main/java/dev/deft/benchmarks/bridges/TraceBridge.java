package dev.deft.benchmarks.bridges;

import dev.deft.Deft;
import dev.deft.opentelemetry.DeftTracing;
import dev.deft.opentelemetry.TaskIds;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;

/** A span for the call and one for its attempt, in OpenTelemetry's SDK, all of them sampled. */
final class TraceBridge implements Bridge {
    private final OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .setIdGenerator(new TaskIds())
                    .addSpanProcessor(new Nowhere())
                    .build())
            .build();
    private final Tracer tracer = sdk.getTracer("hand");

    @Override
    public Deft.Builder addTo(Deft.Builder builder) {
        return DeftTracing.add(builder, sdk);
    }

    @Override
    public int byHand(Body body, int value) throws Exception {
        Span call = tracer.spanBuilder(Watched.NAME)
                .setAttribute("task", Watched.NAME)
                .startSpan();
        try (Scope ignored = call.makeCurrent()) {
            int result = attempt(body, value);
            call.setAttribute("attempts", 1);
            call.setAttribute("outcome", "succeeded");
            return result;
        } catch (Exception failure) {
            call.recordException(failure);
            call.setStatus(StatusCode.ERROR, failure.toString());
            throw failure;
        } finally {
            call.end();
        }
    }

    private int attempt(Body body, int value) throws Exception {
        Span attempt = tracer.spanBuilder(Watched.NAME + " attempt")
                .setAttribute("attempt", 1)
                .startSpan();
        try (Scope ignored = attempt.makeCurrent()) {
            return body.call(value);
        } catch (Exception failure) {
            attempt.recordException(failure);
            attempt.setStatus(StatusCode.ERROR, failure.toString());
            throw failure;
        } finally {
            attempt.end();
        }
    }

    @Override
    public void close() {
        sdk.close();
    }
}
