package dev.deft.internal;

import org.jspecify.annotations.Nullable;

/**
 * What is told when a scope ends, in order of arrival.
 *
 * <p>The monitor guards a few field writes and never a call to the outside. Two are held together only from a list to
 * the one above it.
 */
final class LinkList {
    /** What became of a link that was to leave. */
    enum Removal {
        /** It has left. */
        REMOVED,
        /** It has left, and was the last below an owner whose work is done. */
        LAST,
        /** It was in no list. */
        GONE,
        /** It is in another list by now. */
        MOVED
    }

    private final Scope owner;
    private @Nullable Link first;
    private @Nullable Link last;
    private boolean finished;

    LinkList(Scope owner) {
        this.owner = owner;
    }

    /** Adds a link, unless the owner has ended; false then. */
    boolean add(Link link) {
        synchronized (this) {
            if (owner.cause() != null) {
                return false;
            }
            append(link);
            return true;
        }
    }

    Removal remove(Link link) {
        synchronized (this) {
            LinkList where = link.list;
            if (where != this) {
                return where == null ? Removal.GONE : Removal.MOVED;
            }
            unlink(link);
            return finished && first == null ? Removal.LAST : Removal.REMOVED;
        }
    }

    Scope owner() {
        return owner;
    }

    /** Empties the list: whoever takes them tells them, one after the other along {@link Link#next}. */
    @Nullable
    Link takeAll() {
        synchronized (this) {
            Link taken = first;
            first = null;
            last = null;
            for (Link each = taken; each != null; each = each.next) {
                each.list = null;
            }
            return taken;
        }
    }

    /**
     * Notes that the owner's work is done, so that nobody keeps it for its own sake: what is still below it moves up,
     * where {@code movable}; else the owner stays until the last has left.
     *
     * @return true if nothing is left below the owner
     */
    boolean finish(boolean movable) {
        LinkList upper = movable ? owner.list : null;
        synchronized (this) {
            finished = true;
            if (upper != null && first != null) {
                moveTo(upper);
            }
            return first == null;
        }
    }

    private void moveTo(LinkList upper) {
        synchronized (upper) {
            // When the one above has ended, it is about to tell our owner, who tells those below.
            if (upper.owner.cause() == null && owner.list == upper) {
                for (Link link = first; link != null; link = first) {
                    unlink(link);
                    upper.append(link);
                }
            }
        }
    }

    private void append(Link link) {
        Link end = last;
        link.previous = end;
        link.next = null;
        if (end == null) {
            first = link;
        } else {
            end.next = link;
        }
        last = link;
        link.list = this;
    }

    private void unlink(Link link) {
        Link before = link.previous;
        Link after = link.next;
        if (before == null) {
            first = after;
        } else {
            before.next = after;
        }
        if (after == null) {
            last = before;
        } else {
            after.previous = before;
        }
        link.previous = null;
        link.next = null;
        link.list = null;
    }

    /** How many are in it, for tests. */
    synchronized int size() {
        int size = 0;
        for (Link link = first; link != null; link = link.next) {
            size++;
        }
        return size;
    }
}
