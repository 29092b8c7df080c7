package dev.deft.channel;

import org.jspecify.annotations.Nullable;

/** Those who wait on one side of a channel, first come first served. Guarded by the channel's lock. */
final class WaiterQueue<T> {
    private @Nullable Waiter<T> first;
    private @Nullable Waiter<T> last;

    void add(Waiter<T> waiter) {
        Waiter<T> before = last;
        waiter.queue = this;
        waiter.previous = before;
        if (before == null) {
            first = waiter;
        } else {
            before.next = waiter;
        }
        last = waiter;
    }

    /** Takes out the first who can be served, and now has to be; null if there is none. */
    @Nullable
    Waiter<T> claim() {
        for (Waiter<T> waiter = first; waiter != null; waiter = first) {
            remove(waiter);
            if (waiter.claim()) {
                return waiter;
            }
        }
        return null;
    }

    /** Takes one out who is in here. */
    void remove(Waiter<T> waiter) {
        Waiter<T> before = waiter.previous;
        Waiter<T> after = waiter.next;
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
        waiter.queue = null;
        waiter.previous = null;
        waiter.next = null;
    }
}
