package dev.deft.channel;

import java.util.Iterator;
import java.util.Optional;

/**
 * The side of a {@link Channel} where items come out; Go's {@code <-chan T}.
 *
 * <p>Each item is received once. Safe for use by any number of threads.
 *
 * @param <T> type of the items
 */
public sealed interface Receiver<T> extends Iterable<T> permits Channel {
    /**
     * Receives the next item, and waits until there is one. What can go on at once does, even in a context that has
     * ended. Receivers that wait are served in the order in which they came.
     *
     * <p>If this throws, it has received nothing.
     *
     * @return the item
     * @throws ChannelClosedException if the channel is closed and nothing is left in it, or it is closed while this waits
     * @throws java.util.concurrent.CancellationException if the current context is cancelled while this waits
     * @throws dev.deft.DeadlineExceededException if the current context's deadline passes while this waits
     * @throws dev.deft.TaskInterruptedException if the thread is interrupted while this waits; the flag stays set
     */
    T receive();

    /**
     * As {@link #receive}, but tells the end of a closed channel by a value; Go's {@code item, ok := <-channel}.
     *
     * @return the item; empty, now and for ever, once the channel is closed and nothing is left in it
     * @throws java.util.concurrent.CancellationException if the current context is cancelled while this waits
     * @throws dev.deft.DeadlineExceededException if the current context's deadline passes while this waits
     * @throws dev.deft.TaskInterruptedException if the thread is interrupted while this waits; the flag stays set
     */
    Optional<T> receiveUnlessClosed();

    /**
     * Receives an item if that is possible at once.
     *
     * @return the item; empty if there is none now
     * @throws ChannelClosedException if the channel is closed and nothing is left in it, so that there never will be one
     */
    Optional<T> tryReceive();

    /**
     * Receives until the channel is closed and nothing is left in it; Go's {@code for item := range channel}.
     *
     * <p>{@link Iterator#hasNext} waits for the next item and throws what {@link #receiveUnlessClosed} throws. It has then
     * taken that item out of the channel, so an item is lost if {@link Iterator#next} does not follow; in a {@code for} it
     * does. Each iterator is for one thread. Several of them share the items.
     *
     * @return a new iterator, which cannot remove
     */
    @Override
    Iterator<T> iterator();
}
