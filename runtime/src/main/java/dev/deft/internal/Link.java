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
        Link link = this;
        boolean left = false;
        for (LinkList where = link.list; where != null; where = link.list) {
            switch (where.remove(link)) {
                case REMOVED -> {
                    return true;
                }
                case LAST -> { // nothing holds the one above any longer, however many there are of that kind
                    left = true;
                    link = where.owner();
                    where.owner().appointHeir();
                    where.owner().stopTimer();
                }
                case GONE -> {
                    return left;
                }
                case MOVED -> {} // to where it is now
            }
        }
        return left;
    }
}
