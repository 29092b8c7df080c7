package dev.deft.samples.service;

import dev.deft.Deft;
import dev.deft.TaskContext;
import dev.deft.TaskEvent;
import dev.deft.TaskListener;
import dev.deft.policy.Policy;
import io.prometheus.metrics.tracer.common.SpanContext;

/**
 * Gives each counter and each bucket an example: the trace and the call that raised it last. Metrics cannot bear the identity
 * of every call; by one now and then they lead to logs and traces.
 */
final class Exemplars implements SpanContext {
    /** Of the event that is told on this thread. */
    private final ThreadLocal<TaskContext> told = new ThreadLocal<>();

    /** The same meters, raised in the name of the call whose event it is, whatever thread tells it. */
    TaskListener of(TaskListener meters) {
        return new TaskListener() {
            @Override
            public void built(Deft deft) {
                meters.built(deft);
            }

            @Override
            public void added(Policy<?> policy) {
                meters.added(policy);
            }

            @Override
            public void on(TaskEvent event) {
                told.set(event.context());
                try {
                    meters.on(event);
                } finally {
                    told.remove();
                }
            }
        };
    }

    @Override
    public String getCurrentTraceId() {
        TaskContext call = told.get();
        return call == null ? null : call.traceId();
    }

    /** The span of a call has the call's identity, by {@link dev.deft.opentelemetry.TaskIds}. */
    @Override
    public String getCurrentSpanId() {
        TaskContext call = told.get();
        return call == null ? null : call.id();
    }

    @Override
    public boolean isCurrentSpanSampled() {
        return told.get() != null;
    }

    @Override
    public void markCurrentSpanAsExemplar() {
        // all spans are kept
    }
}
