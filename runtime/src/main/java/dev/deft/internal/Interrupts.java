package dev.deft.internal;

import dev.deft.time.TimeSource;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Interrupts by the runtime that are taken back when what they were meant for has ended.
 *
 * <p>Several can be due on one thread at a time, nested timeouts say. Each stays due until its own part has ended, whoever
 * clears the thread's one flag meanwhile; a flag that somebody else had set before stays.
 */
public final class Interrupts {
    private static final ConcurrentHashMap<Thread, Due> DUE = new ConcurrentHashMap<>();

    private Interrupts() {}

    /**
     * Interrupts a thread. The caller makes sure that {@link #settle} follows on that thread.
     *
     * @param time where the thread may be parked
     * @param thread the thread
     */
    public static void fire(TimeSource time, Thread thread) {
        DUE.compute(thread, (owner, due) -> {
            if (due == null) {
                return new Due(1, owner.isInterrupted());
            }
            return new Due(due.count + 1, due.wasInterrupted);
        });
        time.interrupt(thread);
    }

    /** Takes one interrupt of the current thread back: the part that it was meant for has ended. */
    public static void settle() {
        Due left = DUE.computeIfPresent(Thread.currentThread(), (owner, due) -> {
            if (due.count > 1) {
                return new Due(due.count - 1, due.wasInterrupted);
            }
            if (!due.wasInterrupted) {
                Thread.interrupted(); // in here, where the next to fire cannot come between
            }
            return null;
        });
        if (left != null) {
            Thread.currentThread().interrupt(); // what encloses the part has to end as well
        }
    }

    /**
     * Whether an interrupt is due on the current thread: what runs there has been told to end, whatever its flag says.
     *
     * @return true from {@link #fire} to {@link #settle}
     */
    public static boolean areDue() {
        return !DUE.isEmpty() && DUE.containsKey(Thread.currentThread());
    }

    /**
     * A part of the current thread's work has come to a result. If meanwhile an interrupt became due on the thread, it was
     * meant for what encloses that part, so its flag is set again.
     */
    public static void remind() {
        if (areDue()) {
            Thread.currentThread().interrupt();
        }
    }

    /** Drops what is due on a thread that will not start. */
    static void forget(Thread thread) {
        DUE.remove(thread);
    }

    /** How many threads have an interrupt due, for tests. */
    static int due() {
        return DUE.size();
    }

    private record Due(int count, boolean wasInterrupted) {}
}
