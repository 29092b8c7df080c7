package dev.deft.slf4j;

import dev.deft.TaskContext;
import dev.deft.TaskEvent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The identity of the call that runs, in the MDC of its thread. */
final class CallFields {
    /** What was there before each call that runs now, by its id. */
    private final Map<String, Before> running = new ConcurrentHashMap<>();

    /** A call, or a further attempt of it, begins on this thread. */
    void begin(TaskEvent event) {
        TaskContext context = event.context();
        if (event instanceof TaskEvent.AttemptStarted further) {
            if (running.containsKey(context.id())) {
                MDC.put(LogListener.ATTEMPT, Integer.toString(further.attempt()));
            }
            return;
        }
        running.put(context.id(), Before.now());
        MDC.put(LogListener.TRACE_ID, context.traceId());
        MDC.put(LogListener.TASK_ID, context.id());
        MDC.put(LogListener.TASK, event.name().toString());
        MDC.put(LogListener.ATTEMPT, "1");
    }

    /** A call ends; if that is told by another thread, one that cancels it, then this has nothing to put back. */
    void end(TaskEvent event) {
        Before before = running.remove(event.context().id());
        if (before != null) {
            before.restore();
        }
    }

    /** What was in the MDC. */
    private record Before(
            Thread thread,
            @Nullable String traceId,
            @Nullable String taskId,
            @Nullable String task,
            @Nullable String attempt) {
        static Before now() {
            return new Before(
                    Thread.currentThread(),
                    MDC.get(LogListener.TRACE_ID),
                    MDC.get(LogListener.TASK_ID),
                    MDC.get(LogListener.TASK),
                    MDC.get(LogListener.ATTEMPT));
        }

        void restore() {
            if (Thread.currentThread().equals(thread)) {
                restore(LogListener.TRACE_ID, traceId);
                restore(LogListener.TASK_ID, taskId);
                restore(LogListener.TASK, task);
                restore(LogListener.ATTEMPT, attempt);
            }
        }

        private static void restore(String key, @Nullable String value) {
            if (value == null) {
                MDC.remove(key);
            } else {
                MDC.put(key, value);
            }
        }
    }
}
