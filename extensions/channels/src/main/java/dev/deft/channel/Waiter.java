package dev.deft.channel;

import dev.deft.TaskWait;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who waits in a channel to send or to receive. Guarded by the channel's lock, until it is signalled.
 *
 * <p>Whoever serves it has taken it out of the queue, and wakes it afterwards without the lock.
 */
class Waiter<T> {
    /**
     * How often a thread looks whether it was served before it lets others go first: for about a microsecond. A rendezvous
     * takes less than that if the other side runs on another processor, and to leave this one takes longer.
     */
    private static final int LOOKS = Runtime.getRuntime().availableProcessors() == 1 ? 0 : 1_000;

    private final TaskWait wait;

    /**
     * In the queue: what is to be sent, null if it is to receive. Afterwards: what was sent or received, null if the channel
     * was closed.
     */
    @Nullable
    T item;

    private boolean queued;

    @Nullable
    Waiter<T> previous;

    /** In the queue; afterwards who else was served, by the same thread. */
    @Nullable
    Waiter<T> next;

    Waiter(TaskWait wait, @Nullable T item) {
        this.wait = wait;
        this.item = item;
    }

    /** Decides whether it can be served. */
    boolean claim() {
        return true;
    }

    /**
     * Waits until it is served. Before its thread is parked, it lets others go first, once: mostly the other side runs on
     * the same carrier, or has begun already. To park and be woken would cost both of them more.
     */
    @SuppressWarnings("ThreadPriorityCheck") // it is no more than a hint here
    void await(Channel<T> channel) {
        if (!isDecidedSoon(channel.capacity() == 0 ? LOOKS : 1)) {
            Thread.yield();
        }
        TaskWait.Outcome outcome = wait.await();
        if (outcome != TaskWait.Outcome.SIGNALLED && channel.withdraw(this)) {
            throw wait.failure(outcome);
        }
    }

    /** Looks so often. Without {@link Thread#onSpinWait} in between, which takes as long as what is waited for. */
    private boolean isDecidedSoon(int looks) {
        boolean decided = false;
        for (int i = 0; i < looks && !decided; i++) {
            decided = wait.isDecided();
        }
        return decided;
    }

    void wake() {
        wait.signal();
    }

    boolean isQueued() {
        return queued;
    }

    /** Joins a queue behind its last member; it is the first if that is null. */
    void joinAfter(@Nullable Waiter<T> last) {
        queued = true;
        previous = last;
        if (last != null) {
            last.next = this;
        }
    }

    /** Leaves the queue, and brings its neighbours together. */
    void leave() {
        queued = false;
        if (previous != null) {
            previous.next = next;
        }
        if (next != null) {
            next.previous = previous;
        }
        previous = null;
        next = null;
    }
}
