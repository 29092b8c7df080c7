package dev.deft.channel;

import dev.deft.TaskWait;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who waits in a channel to send or to receive. Guarded by the channel's lock, until it is signalled.
 *
 * <p>Whoever serves it has taken it out of the queue, and wakes it afterwards without the lock.
 */
class Waiter<T> {
    private final TaskWait wait;

    /** What is to be sent, or was received; null once served: the channel was closed. */
    @Nullable
    T item;

    /** Where it waits; null once it was taken out. */
    @Nullable
    WaiterQueue<T> queue;

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

    /** Waits until it is served. */
    void await(Channel<T> channel) {
        TaskWait.Outcome outcome = wait.await();
        if (outcome != TaskWait.Outcome.SIGNALLED && channel.withdraw(this)) {
            throw wait.failure(outcome);
        }
    }

    void wake() {
        wait.signal();
    }
}
