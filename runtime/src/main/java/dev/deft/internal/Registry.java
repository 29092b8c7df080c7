package dev.deft.internal;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is in progress, for those who have to wait for it or to end it.
 *
 * <p>To enter is one compare-and-set in a table, to leave is one store: no lock, no node. The table grows by segments,
 * each twice as large as the one before, and does not shrink; it holds nothing of what has left.
 *
 * @param <E> what is entered
 */
public final class Registry<E> {
    /** What {@link #enter} gives once the registry is closed. */
    public static final long REFUSED = -1;

    private static final int FIRST_SIZE = 256;
    private static final int SEGMENTS = 22;
    private static final int PROBES = 8;

    private final AtomicReferenceArray<@Nullable AtomicReferenceArray<@Nullable E>> segments =
            new AtomicReferenceArray<>(SEGMENTS);
    private final AtomicInteger size = new AtomicInteger();
    private volatile boolean closed;

    /** An empty registry. */
    public Registry() {
        grow(0);
    }

    /**
     * Enters.
     *
     * @param entry what is in progress from now on
     * @param hint where to look first; different for things that are in progress together
     * @return a ticket for {@link #leave}, or {@link #REFUSED}
     */
    public long enter(E entry, long hint) {
        for (; ; ) {
            int segmentCount = size.get();
            for (int segment = segmentCount - 1; segment >= 0; segment--) {
                int slot = claim(segments.get(segment), entry, hint);
                if (slot >= 0) {
                    long ticket = ((long) segment << 32) | slot;
                    if (!closed) { // read after the claim: who closes sees the claim, or we see that it is closed
                        return ticket;
                    }
                    leave(ticket);
                    return REFUSED;
                }
            }
            grow(segmentCount);
        }
    }

    private static <E> int claim(@Nullable AtomicReferenceArray<@Nullable E> segment, E entry, long hint) {
        if (segment != null) {
            int mask = segment.length() - 1;
            for (long place = hint; place < hint + PROBES; place++) {
                int slot = (int) place & mask;
                if (segment.getPlain(slot) == null && segment.compareAndSet(slot, null, entry)) {
                    return slot;
                }
            }
        }
        return -1;
    }

    private void grow(int segmentCount) {
        if (segmentCount < SEGMENTS) {
            segments.compareAndSet(segmentCount, null, new AtomicReferenceArray<>(FIRST_SIZE << segmentCount));
            size.compareAndSet(segmentCount, segmentCount + 1);
        }
    }

    /**
     * Leaves. Called once for each entry.
     *
     * @param ticket what {@link #enter} gave
     */
    public void leave(long ticket) {
        AtomicReferenceArray<@Nullable E> segment = segments.get((int) (ticket >> 32));
        if (segment != null) {
            segment.setRelease((int) ticket, null);
        }
    }

    /**
     * Refuses all who come from now on; whoever was let in before is seen by {@link #forEach}.
     *
     * @return true if this call closed it
     */
    public synchronized boolean close() {
        boolean first = !closed;
        closed = true;
        return first;
    }

    /**
     * Whether it is closed.
     *
     * @return true after {@link #close}
     */
    public boolean isClosed() {
        return closed;
    }

    /**
     * Visits all who have entered before and have not left; of those who come or go meanwhile, some.
     *
     * @param visitor called outside of any lock
     */
    public void forEach(Consumer<? super E> visitor) {
        for (int index = 0; index < size.get(); index++) {
            AtomicReferenceArray<@Nullable E> segment = segments.get(index);
            for (int slot = 0; segment != null && slot < segment.length(); slot++) {
                E entry = segment.get(slot);
                if (entry != null) {
                    visitor.accept(entry);
                }
            }
        }
    }
}
