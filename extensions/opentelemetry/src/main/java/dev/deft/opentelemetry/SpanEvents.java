package dev.deft.opentelemetry;

import dev.deft.TaskEvent;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;

/** What happens within a call, as events of spans. */
final class SpanEvents {
    static final AttributeKey<Long> DELAY = AttributeKey.longKey("deft.delay_ms");
    static final AttributeKey<Long> DURATION = AttributeKey.longKey("deft.duration_ms");
    static final AttributeKey<String> LIMIT = AttributeKey.stringKey("deft.limit");
    static final AttributeKey<String> CIRCUIT = AttributeKey.stringKey("deft.circuit");
    private static final AttributeKey<String> EXCEPTION_TYPE = AttributeKey.stringKey("exception.type");
    private static final AttributeKey<String> EXCEPTION_MESSAGE = AttributeKey.stringKey("exception.message");

    private SpanEvents() {}

    /** Adds an event to a span; not all have a place there. */
    static void add(Span span, TaskEvent event) {
        switch (event) {
            case TaskEvent.AttemptStarted begun -> add(span, event, "attempt_started", attempt(begun.attempt()));
            case TaskEvent.AttemptFailed failed -> add(span, event, "attempt_failed", attempt(failed.attempt()));
            case TaskEvent.RetryScheduled scheduled ->
                add(
                        span,
                        event,
                        "retry_scheduled",
                        Attributes.of(
                                CallSpan.ATTEMPT,
                                (long) scheduled.attempt(),
                                DELAY,
                                scheduled.delay().toMillis()));
            case TaskEvent.HedgeStarted hedge -> add(span, event, "hedge_started", attempt(hedge.attempt()));
            case TaskEvent.HedgeWon hedge -> add(span, event, "hedge_won", attempt(hedge.attempt()));
            case TaskEvent.Limited limited -> add(span, event, "waiting", Attributes.of(LIMIT, limited.limit()));
            case TaskEvent.Waited waited ->
                add(
                        span,
                        event,
                        waited.admitted() ? "admitted" : "not_admitted",
                        Attributes.of(
                                LIMIT,
                                waited.limit(),
                                DURATION,
                                waited.duration().toMillis()));
            case TaskEvent.Rejected rejected -> add(span, event, "rejected", exception(rejected.reason()));
            case TaskEvent.TimedOut timedOut ->
                add(
                        span,
                        event,
                        timedOut.finishedLate() ? "finished_late" : "timed_out",
                        Attributes.of(DURATION, timedOut.timeout().toMillis()));
            case TaskEvent.CircuitChanged changed ->
                add(
                        span,
                        event,
                        "circuit_changed",
                        Attributes.of(CIRCUIT, changed.to().name()));
            case TaskEvent.Recovered recovered -> add(span, event, "recovered", exception(recovered.failure()));
            default -> {} // begin and end are the span's own; or of a later runtime
        }
    }

    private static void add(Span span, TaskEvent event, String name, Attributes attributes) {
        span.addEvent(name, attributes, event.time());
    }

    private static Attributes attempt(int number) {
        return Attributes.of(CallSpan.ATTEMPT, (long) number);
    }

    private static Attributes exception(Throwable failure) {
        return Attributes.of(EXCEPTION_TYPE, failure.getClass().getName(), EXCEPTION_MESSAGE, failure.toString());
    }
}
