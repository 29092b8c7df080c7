package dev.deft.policy;

import dev.deft.internal.Wait;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The permits of a limit: who gets one, in the order of arrival. It only keeps the books; to wait, and to wake, is up to
 * the caller.
 *
 * <p>While a permit is free, entering and leaving are one fetch-and-add each and no lock is touched. A caller that finds
 * none has thereby counted itself below zero, and whoever leaves and finds the count below zero owes a grant: to the head
 * of the queue, or, if the waiter has not reached the queue yet, as a deposit that the next one to arrive there takes. A
 * waiter that gives up takes back its count if it can. If it cannot, the count says that every waiter is owed a grant,
 * so one of those under way is its own: it holds that permit from now on, and the grant is dropped on arrival. Nobody
 * overtakes: a permit never becomes free while somebody waits for it.
 *
 * <p>Books at rest: count = permits − held − waiting, and no deposit and no grant to drop.
 */
final class Permits extends PermitCount {
    private final ReentrantLock lock = new ReentrantLock();

    /** The queue, guarded by {@link #lock}, as is all that follows. */
    private @Nullable Waiter first;

    private @Nullable Waiter last;
    private int waiting;

    /** Grants that came before a waiter had reached the queue. */
    private int deposited;

    /** Grants under way to somebody who gave up. */
    private int toDrop;

    // Keeps what stands behind this object off the lines of the count.
    long a00, a01, a02, a03, a04, a05, a06, a07, a08, a09, a10, a11, a12, a13, a14, a15;

    Permits(int permits) {
        super(permits);
    }

    /** Takes a permit if there is one. If not, {@link #enter} has to follow. */
    boolean take() {
        return decrement() > 0;
    }

    /**
     * Gives the permit that is owed by who gave one back, by {@link #increment}, and found the count below zero.
     *
     * @return the one that has it now and has to be woken, or null
     */
    @Nullable
    Waiter grant() {
        lock.lock();
        try {
            if (toDrop > 0) {
                toDrop--;
                return null;
            }
            Waiter head = first;
            if (head == null) {
                deposited++;
                return null;
            }
            unlink(head);
            head.granted = true;
            return head;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Goes on after {@link #take} found nothing.
     *
     * @param waiter who enters; it is granted already if nobody has to wait after all
     * @param maxQueue how many may wait at once, this one included; it is not let in beyond
     * @return true if the waiter is granted or has joined the queue; false if it may not, and holds nothing
     */
    boolean enter(Waiter waiter, int maxQueue) {
        lock.lock();
        try {
            if (deposited > 0) {
                deposited--;
                waiter.granted = true;
                return true;
            }
            if (waiting < maxQueue) {
                link(waiter);
                return true;
            }
            return !giveUp(waiter);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Leaves the queue without having been woken.
     *
     * @return true if the waiter has left and holds nothing; false if it turns out to hold a permit
     */
    boolean leave(Waiter waiter) {
        lock.lock();
        try {
            if (waiter.granted) {
                return false;
            }
            unlink(waiter);
            return giveUp(waiter);
        } finally {
            lock.unlock();
        }
    }

    private boolean giveUp(Waiter waiter) {
        if (undecrement()) {
            return true;
        }
        toDrop++;
        waiter.granted = true;
        return false;
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
            return waiting == 0 && first == null && last == null && deposited == 0 && toDrop == 0;
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
    }

    /** A caller that found no permit. */
    static final class Waiter {
        private @Nullable Waiter previous;
        private @Nullable Waiter next;
        private volatile boolean granted;
        private final Wait wait;

        Waiter(Wait wait) {
            this.wait = wait;
        }

        /** Tells it that it was granted a permit. It knows already if it was about to give up. */
        void wake() {
            wait.signal();
        }

        /** Whether a permit is its own by now. */
        boolean isGranted() {
            return granted;
        }
    }
}
