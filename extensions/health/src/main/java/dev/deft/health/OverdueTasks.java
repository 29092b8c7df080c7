package dev.deft.health;

import dev.deft.DeadlineExceededException;
import dev.deft.Task;
import dev.deft.TaskContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Knows since when tasks should have ended that still run. When one was cancelled is not known; it counts from the first look
 * that found it so. Not thread-safe.
 */
final class OverdueTasks {
    private Map<Task<?>, Instant> known = new HashMap<>();

    /** Those among the tasks that run. */
    List<Stuck> among(List<Task<?>> running, Instant now) {
        List<Stuck> overdue = new ArrayList<>();
        Map<Task<?>, Instant> seen = new HashMap<>();
        for (Task<?> task : running) {
            TaskContext context = task.context();
            if (context.isCancelled()) {
                boolean expired = context.cause() instanceof DeadlineExceededException;
                Instant since = expired ? deadline(context.deadline(), now) : known.getOrDefault(task, now);
                seen.put(task, since);
                overdue.add(new Stuck(
                        task.name().toString(),
                        expired ? Stuck.Reason.DEADLINE : Stuck.Reason.CANCELLED,
                        task.id(),
                        1,
                        Duration.between(since, now)));
            }
        }
        known = seen;
        return overdue;
    }

    /** The deadline, which may lie a little ahead of the clock that is asked here. */
    private static Instant deadline(@Nullable Instant deadline, Instant now) {
        return deadline == null || deadline.isAfter(now) ? now : deadline;
    }
}
