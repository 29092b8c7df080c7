package dev.deft;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link TaskTracker} knows of a task, or of a synchronous call under policies, at one moment.
 *
 * @param id its identity, 16 hexadecimal digits
 * @param parentId identity of the task that started it; all zero if none did
 * @param traceId identity of the whole of which it is a part, 32 hexadecimal digits
 * @param name what ran
 * @param status where it stands
 * @param attempts how many attempts have begun; 0 if it never began
 * @param started when its body began, or when it was turned away
 * @param ended when it ended; null while it runs
 * @param thread name of the thread that runs it
 * @param failure what it failed with, or was cancelled with; null while it runs and after success
 * @param result what it gave; null while it runs, after a failure, and for a synchronous call
 */
public record TrackedTask(
        String id,
        String parentId,
        String traceId,
        TaskName name,
        TaskStatus status,
        int attempts,
        Instant started,
        @Nullable Instant ended,
        String thread,
        @Nullable Throwable failure,
        @Nullable Object result) {
    /**
     * Whether it has ended.
     *
     * @return true if nothing about this changes any more
     */
    public boolean isDone() {
        return ended != null;
    }
}
