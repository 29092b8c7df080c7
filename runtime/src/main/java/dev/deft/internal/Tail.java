package dev.deft.internal;

import dev.deft.time.TimeSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What of a task still runs, or waits to, and the future of its end. Made when somebody asks; most never do. */
public final class Tail {
    /** Of a task that ended before anybody asked. */
    public static final Tail ENDED = new Tail(TimeSource.system());

    static {
        ENDED.partEnded();
        ENDED.terminate();
    }

    private final AtomicInteger parts = new AtomicInteger(1);
    private final CompletableFuture<@Nullable Void> terminated;

    /**
     * With one part, that of the task's own thread.
     *
     * @param time through which to wait for the end
     */
    public Tail(TimeSource time) {
        this.terminated = TimedFuture.on(time);
    }

    /**
     * Adds a part.
     *
     * @return false if all have ended: what is added now is not waited for
     */
    public boolean addPart() {
        for (int known = parts.get(); known > 0; known = parts.get()) {
            if (parts.compareAndSet(known, known + 1)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Ends a part.
     *
     * @return true if it was the last; {@link #terminate} is to follow
     */
    public boolean partEnded() {
        return parts.decrementAndGet() == 0;
    }

    /** Tells all who wait for the end. */
    public void terminate() {
        terminated.complete(null);
    }

    /**
     * Done when nothing runs any more.
     *
     * @return always the same
     */
    public CompletableFuture<@Nullable Void> terminated() {
        return terminated;
    }
}
