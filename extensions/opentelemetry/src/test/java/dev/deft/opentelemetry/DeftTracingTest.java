package dev.deft.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.Call;
import dev.deft.Deft;
import dev.deft.PoolSettings;
import dev.deft.Task;
import dev.deft.TaskContext;
import dev.deft.TaskName;
import dev.deft.policy.LimitPolicy;
import dev.deft.policy.LimitSettings;
import dev.deft.policy.RetryPolicy;
import dev.deft.policy.RetryRun;
import dev.deft.policy.RetrySettings;
import dev.deft.time.VirtualTime;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeftTracingTest {
    private static final TaskName CHARGE = TaskName.of("shop.PaymentService", "charge", "Order");
    private static final TaskName AUDIT = TaskName.of("shop.AuditService", "write", "Order");
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("deft.outcome");
    private static final AttributeKey<Long> ATTEMPTS = AttributeKey.longKey("deft.attempts");

    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .setIdGenerator(new TaskIds())
                    .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                    .build())
            .build();
    private final Tracer tracer = sdk.getTracer("test");
    private final VirtualTime time = new VirtualTime();
    private final Deft deft = DeftTracing.add(
                    Deft.builder().time(time).pool("one", PoolSettings.platformThreads(1)), sdk)
            .build();

    @AfterEach
    void nothingIsLeft() {
        deft.close();
        sdk.close();
        assertThat(Context.current()).isSameAs(Context.root());
    }

    private void end(Task<?> task) {
        task.handle((result, failure) -> result).join();
        task.terminated().join();
    }

    static <T> T within(Span span, Supplier<T> work) {
        return Context.current().with(span).wrapSupplier(work).get();
    }

    private SpanData span(String name) {
        List<SpanData> found = spans(name);
        assertThat(found).as("spans of %s", name).hasSize(1);
        return found.getFirst();
    }

    private List<SpanData> spans(String name) {
        return exporter.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals(name))
                .toList();
    }

    private static List<String> events(SpanData span) {
        return span.getEvents().stream().map(EventData::getName).toList();
    }

    /** As a wrapper with {@code @Retry(attempts = 2)} does it. */
    static String retried(RetryPolicy retry) throws Throwable {
        RetryRun run = null;
        for (int attempt = 1; ; attempt++) {
            try {
                if (attempt == 2) {
                    return "done";
                }
                throw new IOException("no answer");
            } catch (Throwable thrown) {
                run = retry.failed(run, thrown);
                if (!run.permitsAnother()) {
                    throw thrown;
                }
            }
            run.backOff();
        }
    }

    @Test
    void aRetriedCallIsASpanWithOneForEachAttempt() {
        RetryPolicy retry = deft.policies().retry(CHARGE, RetrySettings.attempts(2));
        Task<?> task = deft.start(CHARGE, () -> retried(retry));
        end(task);

        SpanData call = span("PaymentService.charge");
        assertThat(call.getTraceId()).isEqualTo(task.context().traceId());
        assertThat(call.getSpanId()).isEqualTo(task.id());
        assertThat(call.getParentSpanId()).isEqualTo(SpanId.getInvalid());
        assertThat(call.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(call.getAttributes().get(OUTCOME)).isEqualTo("succeeded");
        assertThat(call.getAttributes().get(ATTEMPTS)).isEqualTo(2);
        assertThat(Duration.ofNanos(call.getEndEpochNanos() - call.getStartEpochNanos()))
                .isEqualTo(Duration.ofMillis(100));
        assertThat(events(call)).containsExactly("retry_scheduled");

        List<SpanData> attempts = spans("PaymentService.charge attempt");
        assertThat(attempts).hasSize(2).allSatisfy(attempt -> {
            assertThat(attempt.getParentSpanId()).isEqualTo(call.getSpanId());
            assertThat(attempt.getTraceId()).isEqualTo(call.getTraceId());
        });
        assertThat(attempts.get(0).getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(events(attempts.get(0))).containsExactly("exception");
        assertThat(attempts.get(1).getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    }

    @Test
    void theCallersSpanIsTheParentAcrossThreads() {
        Span request = tracer.spanBuilder("request").startSpan();
        AtomicReference<String> inBody = new AtomicReference<>();
        AtomicReference<Task<?>> nested = new AtomicReference<>();
        Task<?> task = within(
                request,
                () -> deft.start(CHARGE, () -> {
                    tracer.spanBuilder("query").startSpan().end();
                    inBody.set(TaskContext.current().traceId());
                    nested.set(deft.start(AUDIT, () -> {}));
                }));
        end(task);
        end(nested.get());
        request.end();

        String trace = request.getSpanContext().getTraceId();
        assertThat(exporter.getFinishedSpanItems())
                .extracting(SpanData::getTraceId)
                .containsOnly(trace);
        assertThat(inBody.get()).isEqualTo(trace);
        assertThat(task.context().traceId()).isEqualTo(trace);
        assertThat(span("PaymentService.charge").getParentSpanId())
                .isEqualTo(request.getSpanContext().getSpanId());
        String attempt = span("PaymentService.charge attempt").getSpanId();
        assertThat(span("query").getParentSpanId()).isEqualTo(attempt);
        assertThat(span("AuditService.write").getParentSpanId()).isEqualTo(attempt);
    }

    @Test
    void aSynchronousCallPutsBackWhatWasCurrent() {
        Span request = tracer.spanBuilder("request").startSpan();
        within(request, () -> {
            Call call = deft.begin(CHARGE);
            assertThat(TaskContext.current().traceId())
                    .isEqualTo(request.getSpanContext().getTraceId());
            assertThat(Span.current()).isNotSameAs(request);
            call.failed(new IOException("no answer"));
            assertThat(Span.current()).isSameAs(request);
            return call;
        });
        SpanData call = span("PaymentService.charge");
        assertThat(call.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(call.getStatus().getDescription()).isEqualTo("java.io.IOException: no answer");
        assertThat(call.getAttributes().get(OUTCOME)).isEqualTo("failed");
    }

    @Test
    void aDetachedTaskBeginsATrace() {
        Span request = tracer.spanBuilder("request").startSpan();
        Task<?> task = within(request, () -> deft.startDetached(CHARGE, () -> {}));
        end(task);
        assertThat(span("PaymentService.charge").getTraceId())
                .isEqualTo(task.context().traceId())
                .isNotEqualTo(request.getSpanContext().getTraceId());
    }

    @Test
    void waitsAndRejectionsAreEventsOfTheAttempt() {
        LimitPolicy limit =
                deft.policies().limit(CHARGE, LimitSettings.permits(1).maxWait(Duration.ofSeconds(2)));
        limit.acquire();
        end(deft.start(CHARGE, () -> limit.acquire()));
        limit.release();

        SpanData attempt = span("PaymentService.charge attempt");
        assertThat(events(attempt)).containsExactly("waiting", "not_admitted", "rejected", "exception");
        assertThat(attempt.getEvents().get(1).getAttributes().get(AttributeKey.longKey("deft.duration_ms")))
                .isEqualTo(2000);
        assertThat(attempt.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    }

    @Test
    void aTaskThatNeverBeganHasASpanToo() {
        deft.close();
        end(deft.start(CHARGE, () -> {}));
        assertThat(span("PaymentService.charge").getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(spans("PaymentService.charge attempt")).isEmpty();
    }

    @Test
    void aCancelledCallIsNoFailureAndLeavesNothingOnItsThread() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Task<?> cancelled = deft.pool("one").start(CHARGE, () -> {
            begun.countDown();
            time.sleep(Duration.ofDays(1));
        });
        begun.await();
        cancelled.cancel(true);
        end(cancelled);
        SpanData call = span("PaymentService.charge");
        assertThat(call.getAttributes().get(OUTCOME)).isEqualTo("cancelled");
        assertThat(call.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(spans("PaymentService.charge attempt")).hasSize(1);

        Task<?> next = deft.pool("one").start(AUDIT, () -> {});
        end(next);
        assertThat(span("AuditService.write").getParentSpanId()).isEqualTo(SpanId.getInvalid());
        assertThat(span("AuditService.write").getTraceId())
                .isEqualTo(next.context().traceId())
                .isNotEqualTo(call.getTraceId());
    }

    @Test
    void whatTracingThrowsChangesNoOutcome() {
        SpanProcessor broken = new SpanProcessor() {
            @Override
            public void onStart(Context parent, ReadWriteSpan span) {
                throw new IllegalStateException("no spans today");
            }

            @Override
            public boolean isStartRequired() {
                return true;
            }

            @Override
            public void onEnd(ReadableSpan span) {}

            @Override
            public boolean isEndRequired() {
                return false;
            }
        };
        try (OpenTelemetrySdk failing = OpenTelemetrySdk.builder()
                        .setTracerProvider(SdkTracerProvider.builder()
                                .addSpanProcessor(broken)
                                .build())
                        .build();
                Deft traced =
                        DeftTracing.add(Deft.builder().time(time), failing).build()) {
            assertThat(traced.start(CHARGE, () -> "done").join()).isEqualTo("done");
        }
    }

    @Test
    void withoutAnSdkNothingIsTraced() {
        try (Deft untraced =
                DeftTracing.add(Deft.builder().time(time), OpenTelemetry.noop()).build()) {
            assertThat(untraced.start(CHARGE, () -> "done").join()).isEqualTo("done");
        }
        assertThat(exporter.getFinishedSpanItems()).isEmpty();
    }
}
