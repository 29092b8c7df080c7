package dev.deft.policy;

import dev.deft.internal.Wait;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The permits of a limit: who gets them, in the order of arrival. It only keeps the books; to wait, and to wake, is up to
 * the caller.
 *
 * <p>While enough permits are free, entering and leaving are one fetch-and-add each and no lock is touched. A caller that
 * finds too few has thereby taken those that there are and counted the rest below zero, and whoever leaves and finds the
 * count below zero owes so many grants: to the head of the queue and then to those behind it, or, if a waiter has not reached
 * the queue yet, as a deposit that the next one to arrive there takes. A waiter that gives up takes back its count as far as
 * it can. As far as it cannot, the count says that every waiter is owed all it waits for, so some of the grants under
 * way are its own: it holds those permits from now on, and the grants are dropped on arrival. Nobody overtakes: a permit
 * never becomes free while somebody waits for one, however many the head of the queue needs. The rules are those of
 * golang.org/x/sync/semaphore, save that what can never be had is refused at once.
 *
 * <p>There may be fewer permits than are held, after a change. Those that are to vanish stand before the queue, as
 * waiters of a kind: a permit that is given back goes to them first, and is gone.
 *
 * <p>Books at rest: count = permits − held − waited for, and no deposit and no grant to drop.
 */
final class Permits extends PermitCount {
    /** More than anybody could take. */
    static final long UNLIMITED = 1L << 60;

    private final ReentrantLock lock = new ReentrantLock();

    /** The queue, guarded by {@link #lock}, as is all that follows but {@link #size}. */
    private @Nullable Waiter first;

    private @Nullable Waiter last;
    private int waiting;

    /** Permits that those in the queue still wait for. */
    private long waitedFor;

    /** Grants that came before a waiter had reached the queue. */
    private long deposited;

    /** Grants under way to somebody who gave up. */
    private long toDrop;

    /** Permits that vanish as soon as they are given back. */
    private long vanishing;

    private volatile long size;

    // Keeps what stands behind this object off the lines of the count.
    long a00, a01, a02, a03, a04, a05, a06, a07, a08, a09, a10, a11, a12, a13, a14, a15;

    Permits(long permits) {
        super(permits);
        this.size = permits;
    }

    /** How many there are, free or not. */
    long size() {
        return size;
    }

    /** Takes a permit if there is one. If not, {@link #enter} has to follow. */
    boolean take() {
        return decrement() > 0;
    }

    /**
     * Takes so many permits, as far as they are there.
     *
     * @return how many are missing; if any, {@link #enter} has to follow
     */
    int take(int permits) {
        long before = add(-(long) permits);
        return permits - Math.clamp(before, 0, permits);
    }

    /**
     * Gives permits that are owed by who gave them back and found the count below zero.
     *
     * @param owed how many, at least 1
     * @return those that have all they waited for now and have to be woken, as a chain, or null
     */
    private @Nullable Waiter grant(long owed) {
        lock.lock();
        try {
            long left = owed;
            long dropped = Math.min(left, toDrop);
            toDrop -= dropped;
            left -= dropped;
            long vanished = Math.min(left, vanishing);
            vanishing -= vanished;
            left -= vanished;
            Waiter granted = null;
            Waiter end = null;
            while (left > 0) {
                Waiter head = first;
                if (head == null) {
                    deposited += left;
                    break;
                }
                int given = (int) Math.min(left, head.missing);
                head.missing -= given;
                waitedFor -= given;
                left -= given;
                if (head.missing == 0) {
                    unlink(head);
                    head.granted = true;
                    if (end == null) {
                        granted = head;
                    } else {
                        end.alsoGranted = head;
                    }
                    end = head;
                }
            }
            return granted;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Goes on after {@link #take} found too little.
     *
     * @param waiter who enters; it is granted already if nobody has to wait after all
     * @param maxQueue how many may wait at once, this one included; it is not let in beyond
     * @return true if the waiter is granted or has joined the queue; false if it may not, and holds nothing
     */
    boolean enter(Waiter waiter, int maxQueue) {
        int back;
        lock.lock();
        try {
            int taken = (int) Math.min(deposited, waiter.missing);
            deposited -= taken;
            waiter.missing -= taken;
            if (waiter.missing == 0) {
                waiter.granted = true;
                return true;
            }
            if (waiting < maxQueue) {
                link(waiter);
                return true;
            }
            back = giveUp(waiter);
        } finally {
            lock.unlock();
        }
        return !hasLeft(waiter, back);
    }

    /**
     * Leaves the queue without having been woken.
     *
     * @return true if the waiter has left and holds nothing; false if it turns out to hold all its permits
     */
    boolean leave(Waiter waiter) {
        int back;
        lock.lock();
        try {
            if (waiter.granted) {
                return false;
            }
            unlink(waiter);
            back = giveUp(waiter);
        } finally {
            lock.unlock();
        }
        return hasLeft(waiter, back);
    }

    /** Takes back what is missing, as far as it is not owed; gives how much that is. */
    private int giveUp(Waiter waiter) {
        int back = (int) untake(waiter.missing);
        toDrop += waiter.missing - back;
        waiter.missing = 0;
        if (back == 0) {
            waiter.granted = true;
        }
        return back;
    }

    /** Gives what somebody who gave up held all the same to others, unless that was all it wanted. */
    private boolean hasLeft(Waiter waiter, int back) {
        if (back == 0) {
            return false;
        }
        giveBack(waiter.permits - back);
        return true;
    }

    /**
     * Has more permits from now on, or fewer. Those that are held stay so; of those too many, the next to be given back
     * vanish.
     *
     * @param permits how many from now on
     */
    void resize(long permits) {
        long back;
        lock.lock();
        try {
            long more = permits - size;
            if (more == 0) {
                return;
            }
            if (more < 0) {
                shrink(-more);
                size = permits; // only now, or a release could find the count beyond it
                return;
            }
            size = permits;
            back = more - unshrink(more);
        } finally {
            lock.unlock();
        }
        if (back > 0) {
            giveOn(add(back), back);
        }
    }

    /** Gives a permit back, to whoever is due one. */
    void giveBack() {
        if (increment() < 0) {
            wake(grant(1));
        }
    }

    /** Gives permits back, to whoever are due them. */
    void giveBack(int permits) {
        if (permits > 0) {
            giveOn(add(permits), permits);
        }
    }

    /**
     * Gives a permit back that was taken.
     *
     * @return false, and nothing has happened, if none was
     */
    boolean release() {
        long before = increment();
        if (before < 0) {
            wake(grant(1));
        } else if (before >= size) {
            decrement();
            return false;
        }
        return true;
    }

    /**
     * Gives permits back that were taken.
     *
     * @return false, and nothing has happened, if there were not so many
     */
    boolean release(int permits) {
        long before = add(permits);
        if (before >= 0 && before + permits > size) {
            add(-(long) permits);
            return false;
        }
        giveOn(before, permits);
        return true;
    }

    private void giveOn(long before, long permits) {
        long owed = Math.min(permits, Math.max(0, -before));
        if (owed > 0) {
            wake(grant(owed));
        }
    }

    private static void wake(@Nullable Waiter granted) {
        for (Waiter each = granted; each != null; each = each.alsoGranted) {
            each.wait.signal();
        }
    }

    private void shrink(long fewer) {
        long before = add(-fewer);
        long missing = fewer - Math.clamp(before, 0L, fewer);
        long taken = Math.min(deposited, missing);
        deposited -= taken;
        vanishing += missing - taken;
    }

    /** Lets permits not vanish after all; gives how many of them need not be given anew. */
    private long unshrink(long more) {
        long staying = Math.min(more, vanishing);
        vanishing -= staying;
        long back = untake(staying);
        toDrop += staying - back; // those are owed by now, and given on by our caller
        return back;
    }

    /** How many are taken; after a change to fewer, this may be more than there are. */
    long taken() {
        lock.lock();
        try {
            return Math.max(0, size - count() - waitedFor);
        } finally {
            lock.unlock();
        }
    }

    /** How many wait in the queue. */
    int waiting() {
        lock.lock();
        try {
            return waiting;
        } finally {
            lock.unlock();
        }
    }

    /** Whether nothing is under way, for tests. */
    boolean isAtRest() {
        lock.lock();
        try {
            return waiting == 0
                    && waitedFor == 0
                    && first == null
                    && last == null
                    && deposited == 0
                    && toDrop == 0
                    && vanishing == 0;
        } finally {
            lock.unlock();
        }
    }

    private void link(Waiter waiter) {
        Waiter before = last;
        waiter.previous = before;
        if (before == null) {
            first = waiter;
        } else {
            before.next = waiter;
        }
        last = waiter;
        waiting++;
        waitedFor += waiter.missing;
    }

    private void unlink(Waiter waiter) {
        Waiter before = waiter.previous;
        Waiter after = waiter.next;
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
        waiter.previous = null;
        waiter.next = null;
        waiting--;
        waitedFor -= waiter.missing;
    }

    /** A caller that found too few permits. */
    static final class Waiter {
        private @Nullable Waiter previous;
        private @Nullable Waiter next;

        /** The next of those that were granted together. */
        private @Nullable Waiter alsoGranted;

        private final Wait wait;
        private final int permits;

        /** What it still waits for; of the lock. */
        private int missing;

        private volatile boolean granted;

        /** One that waits for a permit. */
        Waiter(Wait wait) {
            this(wait, 1, 1);
        }

        /**
         * One that waits for several.
         *
         * @param wait what is signalled once all are there
         * @param permits how many it wants
         * @param missing what {@link Permits#take(int)} said
         */
        Waiter(Wait wait, int permits, int missing) {
            this.wait = wait;
            this.permits = permits;
            this.missing = missing;
        }

        /** Whether all it wants is its own by now. */
        boolean isGranted() {
            return granted;
        }
    }
}
