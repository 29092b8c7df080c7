package dev.deft.internal;

import dev.deft.time.TimeSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What of a task still runs, or waits to, and the future of its end. Made when somebody asks; most never do.
 *
 * <p>A task whose parts have all ended can go on with another, a callback that comes late, as long as nobody has seen its
 * end: this one then retires, and another takes its place.
 */
public final class Tail {
    private static final int ASKED = 1;
    private static final int PART = 2;
    private static final int RETIRED = -1;

    /** The ticket of a task's first tail: the place that the task itself knows, by the time its last part ends. */
    public static final long OF_TASK = -2;

    /** The number of parts, and whether somebody has the future; or {@link #RETIRED}. */
    private final AtomicInteger state;

    private final long ticket;
    private final CompletableFuture<@Nullable Void> terminated;

    /** What became of a part that was to be added. */
    public enum Added {
        /** It counts. */
        COUNTED,
        /** All had ended, and somebody knows: nobody waits for this one. */
        TOO_LATE,
        /** All had ended, but nobody knows: another tail is to take the place of this one. */
        RETIRED
    }

    /**
     * Makes one.
     *
     * @param parts how many parts there are now; with none, the task has terminated
     * @param ticket the place in the registry that the last part gives back, or {@link #OF_TASK}
     * @param time through which to wait for the end
     */
    public Tail(int parts, long ticket, TimeSource time) {
        this.state = new AtomicInteger(parts * PART);
        this.ticket = ticket;
        this.terminated = TimedFuture.on(time);
        if (parts == 0) {
            terminated.complete(null);
        }
    }

    /**
     * One that has retired: stands for the end of a task that came before anybody asked for it.
     *
     * @return a new one
     */
    public static Tail retired() {
        Tail retired = new Tail(0, Registry.REFUSED, TimeSource.system());
        retired.state.set(RETIRED);
        return retired;
    }

    /**
     * Adds a part.
     *
     * @return what became of it
     */
    public Added addPart() {
        for (; ; ) {
            int known = state.get();
            if (known == RETIRED) {
                return Added.RETIRED;
            }
            if (known == ASKED) {
                return Added.TOO_LATE;
            }
            if (state.compareAndSet(known, known == 0 ? RETIRED : known + PART)) {
                return known == 0 ? Added.RETIRED : Added.COUNTED;
            }
        }
    }

    /**
     * Ends a part.
     *
     * @return true if it was the last: {@link #terminate} is to be called, then the ticket given back
     */
    public boolean partEnded() {
        return state.addAndGet(-PART) < PART;
    }

    /** Tells all who wait for the end. */
    public void terminate() {
        terminated.complete(null);
    }

    /**
     * The place in the registry.
     *
     * @return the ticket, {@link #OF_TASK}, or {@link Registry#REFUSED}
     */
    public long ticket() {
        return ticket;
    }

    /**
     * Done when nothing runs any more.
     *
     * @return always the same; null if this has retired
     */
    public @Nullable CompletableFuture<@Nullable Void> terminated() {
        for (int known = state.get(); known != RETIRED; known = state.get()) {
            if ((known & ASKED) != 0 || state.compareAndSet(known, known | ASKED)) {
                return terminated;
            }
        }
        return null;
    }
}
