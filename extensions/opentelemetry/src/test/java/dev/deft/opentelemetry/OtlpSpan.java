package dev.deft.opentelemetry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A span as it arrives over OTLP. The numbers of the fields are those of {@code opentelemetry/proto/trace/v1/trace.proto}.
 *
 * @param traceId 32 hexadecimal digits
 * @param spanId 16 hexadecimal digits
 * @param parentId 16 hexadecimal digits, or nothing for the first span of a trace
 * @param name what it is the span of
 * @param status 0 if unset, 1 if fine, 2 if it failed
 * @param statusMessage what failed
 * @param attributes texts and numbers
 * @param events their names, in order
 */
record OtlpSpan(
        String traceId,
        String spanId,
        String parentId,
        String name,
        long status,
        String statusMessage,
        Map<String, Object> attributes,
        List<String> events) {

    /** All spans of an {@code ExportTraceServiceRequest}. */
    static List<OtlpSpan> read(byte[] request) {
        return new ProtoMessage(request)
                .messages(1).stream() // resource_spans
                        .flatMap(resource -> resource.messages(2).stream()) // scope_spans
                        .flatMap(scope -> scope.messages(2).stream()) // spans
                        .map(OtlpSpan::of)
                        .toList();
    }

    private static OtlpSpan of(ProtoMessage span) {
        ProtoMessage status = span.message(15);
        return new OtlpSpan(
                span.hex(1),
                span.hex(2),
                span.hex(4),
                span.text(5),
                status.number(3),
                status.text(2),
                attributes(span.messages(9)),
                span.messages(11).stream().map(event -> event.text(2)).toList());
    }

    private static Map<String, Object> attributes(List<ProtoMessage> pairs) {
        Map<String, Object> attributes = new HashMap<>();
        for (ProtoMessage pair : pairs) {
            ProtoMessage value = pair.message(2);
            attributes.put(pair.text(1), value.has(1) ? value.text(1) : value.number(3));
        }
        return attributes;
    }
}
