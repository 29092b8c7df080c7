package dev.deft.opentelemetry;

import dev.deft.TaskEvent;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The span of a call, and the one of the attempt that runs. */
final class CallSpan {
    static final AttributeKey<String> TASK = AttributeKey.stringKey("deft.task");
    static final AttributeKey<String> TASK_ID = AttributeKey.stringKey("deft.task_id");
    static final AttributeKey<Long> ATTEMPT = AttributeKey.longKey("deft.attempt");
    static final AttributeKey<Long> ATTEMPTS = AttributeKey.longKey("deft.attempts");
    static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("deft.outcome");

    private final Tracer tracer;
    private final Thread thread = Thread.currentThread();
    private final Span span;
    private final Context context;
    private final AtomicReference<@Nullable Span> attempt = new AtomicReference<>();
    private volatile boolean ended;

    /** What this made current on its thread; that thread's alone. */
    private @Nullable Scope callScope;

    private @Nullable Scope attemptScope;

    CallSpan(Tracer tracer, TaskEvent event) {
        this.tracer = tracer;
        Context around = around(event);
        SpanBuilder builder = tracer.spanBuilder(event.name().toString())
                .setParent(around)
                .setStartTimestamp(event.time())
                .setAttribute(TASK, event.name().toString())
                .setAttribute(TASK_ID, event.context().id());
        span = BeginningCall.start(builder, event.context());
        context = around.with(span);
    }

    /** What the call is made in. Of another trace is only what a call that another thread has ended left on this one. */
    private static Context around(TaskEvent event) {
        Context current = Context.current();
        SpanContext caller = Span.fromContext(current).getSpanContext();
        boolean foreign =
                caller.isValid() && !caller.getTraceId().equals(event.context().traceId());
        return foreign ? Context.root() : current;
    }

    void begin(TaskEvent.Started event) {
        callScope = ContextStorage.get().attach(context);
        beginAttempt(event, 1);
    }

    /** Something happens to the call, on its thread or on that of a hedge. */
    void on(TaskEvent event) {
        boolean here = Thread.currentThread().equals(thread);
        if (here && event instanceof TaskEvent.AttemptStarted begun) {
            beginAttempt(begun, begun.attempt());
        } else if (here && event instanceof TaskEvent.AttemptFailed failed) {
            endAttempt(failed, failed.failure(), true);
        } else {
            Span running = attempt.get();
            SpanEvents.add(running == null ? span : running, event);
        }
    }

    void end(TaskEvent event, String outcome, @Nullable Throwable failure) {
        ended = true;
        boolean failed = event instanceof TaskEvent.Failed;
        try {
            endAttempt(event, failure, failed);
            span.setAttribute(OUTCOME, outcome);
            span.setAttribute(ATTEMPTS, event.context().attempt());
            finish(span, event, failure, failed);
        } finally {
            if (callScope != null && Thread.currentThread().equals(thread)) {
                callScope.close();
            }
        }
    }

    private void beginAttempt(TaskEvent event, int number) {
        Span begun = tracer.spanBuilder(event.name() + " attempt")
                .setParent(context)
                .setStartTimestamp(event.time())
                .setAttribute(ATTEMPT, number)
                .startSpan();
        attemptScope = ContextStorage.get().attach(context.with(begun));
        attempt.set(begun);
        if (ended) { // meanwhile, by another thread
            endAttempt(event, null, false);
        }
    }

    private void endAttempt(TaskEvent event, @Nullable Throwable failure, boolean failed) {
        try {
            Span running = attempt.getAndSet(null);
            if (running != null) {
                finish(running, event, failure, failed);
            }
        } finally {
            if (attemptScope != null && Thread.currentThread().equals(thread)) {
                attemptScope.close();
                attemptScope = null;
            }
        }
    }

    /** A cancellation is no failure, but its cause is worth reading. */
    private static void finish(Span span, TaskEvent event, @Nullable Throwable failure, boolean failed) {
        if (failure != null) {
            span.recordException(failure);
        }
        if (failed) {
            span.setStatus(StatusCode.ERROR, failure == null ? "a result that is not wanted" : failure.toString());
        }
        span.end(event.time());
    }
}
