package dev.deft.policy;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Who reads under a {@link FairLock}, and how often each thread has entered: what makes reading reentrant.
 *
 * <p>A thread's entry stands in one of a few slots that its id leads to, so that nothing is allocated; only threads that
 * find all of theirs taken go to a map. An entry is made, changed and removed by its own thread alone.
 */
final class ReaderHolds {
    private static final int SLOTS = 16;
    private static final int PROBES = 4;

    private final AtomicReferenceArray<@Nullable Thread> threads = new AtomicReferenceArray<>(SLOTS);

    /** Entries of the slot's thread; only it reads and writes them. */
    private final int[] counts = new int[SLOTS];

    private final ConcurrentHashMap<Thread, Integer> others = new ConcurrentHashMap<>(0);

    /**
     * Enters once more, if the thread has entered before.
     *
     * @param me the current thread
     * @return false if it has not, and nothing was changed
     */
    boolean reenter(Thread me) {
        int slot = slotOf(me);
        if (slot >= 0) {
            counts[slot] = Math.incrementExact(counts[slot]);
            return true;
        }
        return !others.isEmpty() && others.computeIfPresent(me, (thread, count) -> Math.incrementExact(count)) != null;
    }

    /**
     * Enters for the first time.
     *
     * @param me the current thread
     */
    void enter(Thread me) {
        int start = start(me);
        for (int probe = 0; probe < PROBES; probe++) {
            int slot = (start + probe) & (SLOTS - 1);
            if (threads.getPlain(slot) == null && threads.compareAndSet(slot, null, me)) {
                counts[slot] = 1;
                return;
            }
        }
        others.put(me, 1);
    }

    /**
     * Leaves once.
     *
     * @param me the current thread
     * @return how often it still is inside; −1 if it was not
     */
    int leave(Thread me) {
        int slot = slotOf(me);
        if (slot >= 0) {
            int left = --counts[slot];
            if (left == 0) {
                threads.setRelease(slot, null);
            }
            return left;
        }
        Integer count = others.isEmpty() ? null : others.get(me);
        if (count == null) {
            return -1;
        }
        if (count == 1) {
            others.remove(me);
        } else {
            others.put(me, count - 1);
        }
        return count - 1;
    }

    /**
     * Tells whether the thread reads.
     *
     * @param me the current thread
     */
    boolean holds(Thread me) {
        return slotOf(me) >= 0 || others.containsKey(me);
    }

    /** Whether nobody reads, for tests. */
    boolean isEmpty() {
        for (int slot = 0; slot < SLOTS; slot++) {
            if (threads.get(slot) != null) {
                return false;
            }
        }
        return others.isEmpty();
    }

    private int slotOf(Thread me) {
        int start = start(me);
        for (int probe = 0; probe < PROBES; probe++) {
            int slot = (start + probe) & (SLOTS - 1);
            if (threads.getPlain(slot) == me) { // a race is harmless: only this thread ever writes itself here
                return slot;
            }
        }
        return -1;
    }

    private static int start(Thread thread) {
        return (int) ((thread.threadId() * 0x9E3779B97F4A7C15L) >>> 60);
    }
}
