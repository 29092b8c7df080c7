package dev.deft.internal;

import org.jspecify.annotations.Nullable;

/** Something that is told when a context ends, until it leaves: a child context, a waiting thread, a callback. */
public abstract class Link {
    /** Where this stands; null when it was never added, has left, or was told. Written under the list's lock. */
    volatile @Nullable LinkList list;

    @Nullable
    Link previous;

    @Nullable
    Link next;

    /** For subclasses. */
    protected Link() {}

    /**
     * Called once at most, on the thread that ended the context, holding no lock.
     *
     * @param cause why it ended
     * @param interrupt whether bodies that run are to be interrupted
     */
    protected abstract void ended(Throwable cause, boolean interrupt);

    /**
     * Leaves the list.
     *
     * @return true if this has left and will not be told; false if it was told, or is not in a list
     */
    public final boolean leave() {
        for (; ; ) {
            LinkList current = list;
            if (current == null) {
                return false;
            }
            int outcome = current.remove(this);
            if (outcome != LinkList.MOVED) {
                return outcome == LinkList.REMOVED;
            }
        }
    }
}
