package dev.deft.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.Deft;
import dev.deft.Task;
import dev.deft.TaskName;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class TraceHeadersTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String CALLER = "b7ad6b7169203331";

    @Test
    void aTraceGoesOnThroughATaskToTheNextProcess() {
        InMemorySpanExporter exporter = InMemorySpanExporter.create();
        // tag::tracing[]
        OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .setIdGenerator(new TaskIds())
                        .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                        .build())
                .build();
        Deft deft = DeftTracing.add(Deft.builder(), sdk).build();
        // end::tracing[]
        Map<String, String> received = Map.of("traceparent", "00-" + TRACE + "-" + CALLER + "-01");
        Map<String, String> sent = new ConcurrentHashMap<>();
        // tag::headers[]
        Context trace = TraceHeaders.extract(received::get);
        Task<?> task = trace.wrapSupplier(() -> deft.start(TaskName.of("shop.PaymentService", "charge"), () -> {
                    TraceHeaders.inject(sent::put);
                }))
                .get();
        // end::headers[]
        task.join();
        deft.close();

        assertThat(task.context().traceId()).isEqualTo(TRACE);
        assertThat(exporter.getFinishedSpanItems())
                .filteredOn(span -> span.getName().equals("PaymentService.charge"))
                .singleElement()
                .satisfies(span -> assertThat(span.getParentSpanId()).isEqualTo(CALLER));
        assertThat(exporter.getFinishedSpanItems())
                .filteredOn(span -> span.getName().equals("PaymentService.charge attempt"))
                .singleElement()
                .satisfies(span ->
                        assertThat(sent).containsEntry("traceparent", "00-" + TRACE + "-" + span.getSpanId() + "-01"));
        sdk.close();
    }

    @Test
    void whatMakesNoSenseIsNoTrace() {
        assertThat(TraceHeaders.extract(Map.of("traceparent", "nonsense")::get)).isSameAs(Context.current());
        assertThat(TraceHeaders.extract(name -> null)).isSameAs(Context.current());
        Map<String, String> sent = new HashMap<>();
        TraceHeaders.inject(sent::put);
        assertThat(sent).isEmpty();
    }
}
