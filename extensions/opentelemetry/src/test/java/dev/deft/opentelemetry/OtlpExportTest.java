package dev.deft.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.Deft;
import dev.deft.Task;
import dev.deft.TaskName;
import dev.deft.policy.RetryPolicy;
import dev.deft.policy.RetrySettings;
import dev.deft.time.VirtualTime;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a collector receives, with the SDK, its batches and its exporter as an application has them. */
class OtlpExportTest {
    private static final TaskName CHARGE = TaskName.of("shop.PaymentService", "charge", "Order");
    private static final long UNSET = 0;
    private static final long ERROR = 2;

    private final OtlpReceiver receiver;
    private final OpenTelemetrySdk sdk;
    private final Deft deft;

    OtlpExportTest() throws IOException {
        receiver = new OtlpReceiver();
        sdk = OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .setIdGenerator(new TaskIds())
                        .addSpanProcessor(BatchSpanProcessor.builder(OtlpHttpSpanExporter.builder()
                                        .setEndpoint(receiver.endpoint())
                                        .build())
                                .build())
                        .build())
                .build();
        deft = DeftTracing.add(Deft.builder().time(new VirtualTime()), sdk).build();
    }

    @AfterEach
    void close() {
        deft.close();
        sdk.close();
        receiver.close();
    }

    /** Starts a call with so many attempts, the first of which fails, within a span, and waits until all has arrived. */
    private Task<?> charge(int attempts, Span request) {
        RetryPolicy retry = deft.policies().retry(CHARGE, RetrySettings.attempts(attempts));
        Task<?> task = DeftTracingTest.within(request, () -> deft.start(CHARGE, () -> DeftTracingTest.retried(retry)));
        task.handle((result, failure) -> result).join();
        task.terminated().join();
        request.end();
        assertThat(sdk.getSdkTracerProvider()
                        .forceFlush()
                        .join(30, TimeUnit.SECONDS)
                        .isSuccess())
                .isTrue();
        return task;
    }

    private OtlpSpan arrived(String name) {
        List<OtlpSpan> spans = receiver.named(name);
        assertThat(spans).as(name).hasSize(1);
        return spans.getFirst();
    }

    @Test
    void aRetriedCallArrivesWithItsAttemptsBelowTheRequest() {
        Span request = sdk.getTracer("test").spanBuilder("request").startSpan();
        Task<?> task = charge(2, request);

        OtlpSpan call = arrived("PaymentService.charge");
        assertThat(call.spanId()).isEqualTo(task.id());
        assertThat(call.traceId())
                .isEqualTo(task.context().traceId())
                .isEqualTo(request.getSpanContext().getTraceId());
        assertThat(call.parentId())
                .isEqualTo(arrived("request").spanId())
                .isEqualTo(request.getSpanContext().getSpanId());
        assertThat(call.status()).isEqualTo(UNSET);
        assertThat(call.attributes())
                .isEqualTo(Map.of(
                        "deft.task",
                        "PaymentService.charge",
                        "deft.task_id",
                        task.id(),
                        "deft.outcome",
                        "succeeded",
                        "deft.attempts",
                        2L));
        assertThat(call.events()).containsExactly("retry_scheduled");

        List<OtlpSpan> attempts = receiver.named("PaymentService.charge attempt");
        assertThat(attempts).hasSize(2).allSatisfy(attempt -> {
            assertThat(attempt.traceId()).isEqualTo(call.traceId());
            assertThat(attempt.parentId()).isEqualTo(call.spanId());
        });
        OtlpSpan first = attempts.get(0);
        assertThat(first.attributes()).isEqualTo(Map.of("deft.attempt", 1L));
        assertThat(first.status()).isEqualTo(ERROR);
        assertThat(first.statusMessage()).isEqualTo("java.io.IOException: no answer");
        assertThat(first.events()).containsExactly("exception");
        OtlpSpan second = attempts.get(1);
        assertThat(second.attributes()).isEqualTo(Map.of("deft.attempt", 2L));
        assertThat(second.status()).isEqualTo(UNSET);
        assertThat(second.events()).isEmpty();
    }

    @Test
    void aCallThatFailsArrivesAsAnError() {
        Task<?> task = charge(1, Span.getInvalid());

        OtlpSpan call = arrived("PaymentService.charge");
        assertThat(call.traceId()).isEqualTo(task.context().traceId());
        assertThat(call.parentId()).isEmpty();
        assertThat(call.status()).isEqualTo(ERROR);
        assertThat(call.statusMessage()).isEqualTo("java.io.IOException: no answer");
        assertThat(call.attributes()).containsEntry("deft.outcome", "failed").containsEntry("deft.attempts", 1L);
        assertThat(arrived("PaymentService.charge attempt").status()).isEqualTo(ERROR);
    }
}
