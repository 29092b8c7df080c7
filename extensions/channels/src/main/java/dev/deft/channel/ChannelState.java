package dev.deft.channel;

import org.jspecify.annotations.Nullable;

/**
 * What changes in a channel, but for its buffer, and the lock that guards it. They are one object so that they mostly lie in
 * one cache line: a hand-over costs what moving such lines between processors costs, and nearly nothing else.
 */
final class ChannelState<T> extends SpinLock {
    boolean closed;

    private @Nullable Waiter<T> firstSender;
    private @Nullable Waiter<T> lastSender;
    private @Nullable Waiter<T> firstReceiver;
    private @Nullable Waiter<T> lastReceiver;

    /** Whom the holder of the lock has served, and wakes when it has let go of the lock. */
    private @Nullable Waiter<T> served;

    /** Lets somebody wait after all others on its side. */
    void add(Waiter<T> waiter) {
        if (waiter.item == null) {
            waiter.joinAfter(lastReceiver);
            firstReceiver = firstReceiver == null ? waiter : firstReceiver;
            lastReceiver = waiter;
        } else {
            waiter.joinAfter(lastSender);
            firstSender = firstSender == null ? waiter : firstSender;
            lastSender = waiter;
        }
    }

    /** Takes out the first sender who can be served, and now has to be; null if there is none. */
    @Nullable
    Waiter<T> claimSender() {
        for (Waiter<T> waiter = firstSender; waiter != null; waiter = firstSender) {
            removeSender(waiter);
            if (waiter.claim()) {
                return waiter;
            }
        }
        return null;
    }

    /** Takes out the first receiver who can be served, and now has to be; null if there is none. */
    @Nullable
    Waiter<T> claimReceiver() {
        for (Waiter<T> waiter = firstReceiver; waiter != null; waiter = firstReceiver) {
            removeReceiver(waiter);
            if (waiter.claim()) {
                return waiter;
            }
        }
        return null;
    }

    /** Takes somebody out; false if that was done before. */
    boolean remove(Waiter<T> waiter) {
        if (!waiter.isQueued()) {
            return false;
        }
        if (waiter.item == null) {
            removeReceiver(waiter);
        } else {
            removeSender(waiter);
        }
        return true;
    }

    private void removeSender(Waiter<T> waiter) {
        firstSender = waiter.previous == null ? waiter.next : firstSender;
        lastSender = waiter.next == null ? waiter.previous : lastSender;
        waiter.leave();
    }

    private void removeReceiver(Waiter<T> waiter) {
        firstReceiver = waiter.previous == null ? waiter.next : firstReceiver;
        lastReceiver = waiter.next == null ? waiter.previous : lastReceiver;
        waiter.leave();
    }

    /** Has somebody woken, who was claimed, once the lock is free. */
    void serve(Waiter<T> waiter) {
        waiter.next = served;
        served = waiter;
    }

    /**
     * Lets go of the lock.
     *
     * @return those who were served under it, to be woken: the first of a chain, or null
     */
    @Nullable
    Waiter<T> release() {
        Waiter<T> first = served;
        served = null;
        unlock();
        return first;
    }
}
