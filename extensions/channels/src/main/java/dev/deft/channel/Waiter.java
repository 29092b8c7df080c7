package dev.deft.channel;

import dev.deft.TaskWait;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who waits in a channel to send or to receive. Guarded by the channel's lock, until it is signalled.
 *
 * <p>Whoever serves it has taken it out of the queue, and wakes it afterwards without the lock.
 */
class Waiter<T> {
    /**
     * How often a thread lets others go first before it parks. Mostly the other side runs on the same carrier, or has begun
     * already, so that it serves this one meanwhile; to park and be woken would cost both of them more.
     */
    private static final int YIELDS = 2;

    private static final VarHandle QUEUE;

    static {
        try {
            QUEUE = MethodHandles.lookup().findVarHandle(Waiter.class, "queue", WaiterQueue.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final TaskWait wait;

    /** What is to be sent, or was received; null once served: the channel was closed. */
    @Nullable
    T item;

    /** Where it waits; null once it was taken out. Read without the lock as a hint only. */
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
    @SuppressWarnings("ThreadPriorityCheck") // see YIELDS
    void await(Channel<T> channel) {
        for (int i = 0; i < YIELDS && QUEUE.getOpaque(this) != null; i++) {
            Thread.yield();
        }
        TaskWait.Outcome outcome = wait.await();
        if (outcome != TaskWait.Outcome.SIGNALLED && channel.withdraw(this)) {
            throw wait.failure(outcome);
        }
    }

    void wake() {
        wait.signal();
    }
}
