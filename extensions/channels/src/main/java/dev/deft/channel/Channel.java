package dev.deft.channel;

import dev.deft.TaskWait;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Hands items from those who send to those who receive, first in, first out; Go's {@code chan T}.
 *
 * <p>A {@link #buffered} one holds some items that nobody has received yet; senders wait while it is full, receivers while
 * it is empty. A {@link #rendezvous} holds none: a sender waits until somebody receives what it sends. Any number of
 * threads send and receive; each item is received once. Items are not null.
 *
 * <p>Who only sends should know a channel as its {@link Sender}, who only receives as its {@link Receiver}. Several
 * channels are waited for at once with {@link Select}.
 *
 * <p>A wait ends with the current {@link dev.deft.TaskContext}, by cancellation or at its deadline, and with an interrupt.
 * It measures time by that context's time source, so that a task on a {@link dev.deft.time.VirtualTime} waits in a channel
 * as it waits elsewhere. An item that was handed over counts as sent and received, even if the wait would have ended at
 * the same moment: none is lost, and none is received twice.
 *
 * <p>What a thread did before it sent an item happens before what is done after the item was received. In a channel with
 * room for n, what was done before an item was received happens before what is done after the n-th later one was sent.
 * What was done before closing happens before what is done by a receiver that was told of the end.
 *
 * @param <T> type of the items
 */
public final class Channel<T> implements Sender<T>, Receiver<T> {
    private static final AtomicLong NUMBERS = new AtomicLong();

    /** The order in which locks are taken together. */
    final long number = NUMBERS.getAndIncrement();

    /** Nobody who could be served waits in here to send unless the buffer is full, to receive unless it is empty. */
    final ChannelState<T> state = new ChannelState<>();

    private final Buffer<T> buffer;

    private Channel(int capacity) {
        buffer = new Buffer<>(capacity);
    }

    /**
     * Makes a channel with a buffer.
     *
     * @param <T> type of the items
     * @param capacity how many items it holds that nobody has received yet; 0 makes a {@link #rendezvous}. The room is
     *     taken at once
     * @return a new channel, open and empty
     * @throws IllegalArgumentException if the capacity is negative
     */
    public static <T> Channel<T> buffered(int capacity) {
        if (capacity < 0) {
            throw new IllegalArgumentException("the capacity of a channel is negative: " + capacity);
        }
        return new Channel<>(capacity);
    }

    /**
     * Makes a channel without a buffer: to send is to wait until the item was received.
     *
     * @param <T> type of the items
     * @return a new channel, open and empty
     */
    public static <T> Channel<T> rendezvous() {
        return new Channel<>(0);
    }

    @Override
    public void send(T item) {
        Objects.requireNonNull(item, "item");
        Waiter<T> self = null;
        boolean open;
        state.lock();
        try {
            open = !state.closed;
            if (open && !offer(item)) {
                self = new Waiter<>(TaskWait.begin(), item);
                state.add(self);
            }
        } finally {
            unlock();
        }
        if (self != null) {
            self.await(this);
            open = self.item != null;
        }
        checkOpenToSend(open);
    }

    @Override
    public boolean trySend(T item) {
        Objects.requireNonNull(item, "item");
        boolean open;
        boolean sent;
        state.lock();
        try {
            open = !state.closed;
            sent = open && offer(item);
        } finally {
            unlock();
        }
        checkOpenToSend(open);
        return sent;
    }

    static void checkOpenToSend(boolean open) {
        if (!open) {
            throw new ChannelClosedException("send on closed channel");
        }
    }

    @Override
    public T receive() {
        T item = take();
        if (item == null) {
            throw new ChannelClosedException("receive from closed channel");
        }
        return item;
    }

    @Override
    public Optional<T> receiveUnlessClosed() {
        return Optional.ofNullable(take());
    }

    /** Waits for an item; null if there will be none. */
    @Nullable
    T take() {
        Waiter<T> self;
        state.lock();
        try {
            T item = poll();
            if (item != null || state.closed) {
                return item;
            }
            self = new Waiter<>(TaskWait.begin(), null);
            state.add(self);
        } finally {
            unlock();
        }
        self.await(this);
        return self.item;
    }

    @Override
    public Optional<T> tryReceive() {
        T item;
        boolean ended;
        state.lock();
        try {
            item = poll();
            ended = item == null && state.closed;
        } finally {
            unlock();
        }
        if (ended) {
            throw new ChannelClosedException("receive from closed channel");
        }
        return Optional.ofNullable(item);
    }

    @Override
    public Iterator<T> iterator() {
        return new Items<>(this);
    }

    @Override
    public void close() {
        boolean open;
        state.lock();
        try {
            open = !state.closed;
            state.closed = true;
            for (Waiter<T> receiver = state.claimReceiver(); receiver != null; receiver = state.claimReceiver()) {
                state.serve(receiver);
            }
            for (Waiter<T> sender = state.claimSender(); sender != null; sender = state.claimSender()) {
                sender.item = null;
                state.serve(sender);
            }
        } finally {
            unlock();
        }
        if (!open) {
            throw new ChannelClosedException("close of closed channel");
        }
    }

    /**
     * How many items are in the buffer.
     *
     * @return a snapshot; 0 for a rendezvous
     */
    public int size() {
        state.lock();
        try {
            return buffer.size();
        } finally {
            state.unlock();
        }
    }

    /**
     * How many items the buffer holds at most.
     *
     * @return 0 for a rendezvous
     */
    public int capacity() {
        return buffer.capacity();
    }

    @Override
    public String toString() {
        int size;
        boolean open;
        state.lock();
        try {
            size = buffer.size();
            open = !state.closed;
        } finally {
            state.unlock();
        }
        String room = capacity() == 0 ? "rendezvous" : size + " of " + capacity();
        return "Channel[" + room + (open ? "]" : ", closed]");
    }

    /** Sends if that is possible at once. Under the lock of an open channel. */
    boolean offer(T item) {
        Waiter<T> receiver = state.claimReceiver();
        if (receiver == null) {
            return buffer.add(item);
        }
        receiver.item = item;
        state.serve(receiver);
        return true;
    }

    /** Receives if that is possible at once, else null. Under the lock. */
    @Nullable
    T poll() {
        T item = buffer.poll();
        Waiter<T> sender = state.claimSender();
        if (sender != null) {
            T sent = Objects.requireNonNull(sender.item);
            if (item == null) {
                item = sent;
            } else {
                buffer.add(sent);
            }
            state.serve(sender);
        }
        return item;
    }

    /** Takes back who waits; false if it was served. */
    boolean withdraw(Waiter<T> waiter) {
        state.lock();
        try {
            return state.remove(waiter);
        } finally {
            state.unlock();
        }
    }

    /** Lets go of the lock, and then wakes those who were served under it. */
    private void unlock() {
        Waiter<T> waiter = state.release();
        while (waiter != null) {
            Waiter<T> next = waiter.next;
            waiter.wake();
            waiter = next;
        }
    }
}
