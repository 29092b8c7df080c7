package dev.deft.internal;

import dev.deft.time.TimeSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What of a task still runs, or waits to, and the future of its end. Made when somebody asks; most never do. */
public final class Tail {
    private final AtomicInteger parts;
    private final long ticket;
    private final CompletableFuture<@Nullable Void> terminated;

    /**
     * Makes one.
     *
     * @param parts how many parts there are now; with none, the task has terminated
     * @param ticket the place in the registry that the last part gives back
     * @param time through which to wait for the end
     */
    public Tail(int parts, long ticket, TimeSource time) {
        this.parts = new AtomicInteger(parts);
        this.ticket = ticket;
        this.terminated = TimedFuture.on(time);
        if (parts == 0) {
            terminated.complete(null);
        }
    }

    /**
     * Adds a part.
     *
     * @return false if all have ended: nobody waits for what is added now
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
     * @return true if it was the last: the ticket is to be given back, then {@link #terminate} called
     */
    public boolean partEnded() {
        return parts.decrementAndGet() == 0;
    }

    /** Tells all who wait for the end. */
    public void terminate() {
        terminated.complete(null);
    }

    /**
     * The place in the registry.
     *
     * @return the ticket, or {@link Registry#REFUSED}
     */
    public long ticket() {
        return ticket;
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
