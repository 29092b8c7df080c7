package dev.deft.samples.service;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes each span as a line of the log {@code spans}. Where there is a collector, an exporter for it takes this place. */
final class SpanLog implements SpanExporter {
    private static final Logger LOG = LoggerFactory.getLogger("spans");
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("deft.outcome");

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        spans.forEach(SpanLog::log);
        return CompletableResultCode.ofSuccess();
    }

    private static void log(SpanData span) {
        LOG.atInfo()
                .addKeyValue("trace_id", span.getTraceId())
                .addKeyValue("span_id", span.getSpanId())
                .addKeyValue("parent_span_id", span.getParentSpanId())
                .addKeyValue("status", span.getStatus().getStatusCode())
                .addKeyValue("outcome", span.getAttributes().get(OUTCOME))
                .addKeyValue(
                        "duration_ms",
                        TimeUnit.NANOSECONDS.toMillis(span.getEndEpochNanos() - span.getStartEpochNanos()))
                .addKeyValue(
                        "events",
                        span.getEvents().stream().map(EventData::getName).collect(Collectors.joining(" ")))
                .log(span.getName());
    }

    @Override
    public CompletableResultCode flush() {
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
        return CompletableResultCode.ofSuccess();
    }
}
