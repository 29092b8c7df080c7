package dev.deft.channel;

/**
 * The side of a {@link Channel} where items go in; Go's {@code chan<- T}.
 *
 * <p>Whoever sends last closes. Several senders of one channel agree on who that is, for what is sent after the end is an
 * error. Safe for use by any number of threads.
 *
 * @param <T> type of the items
 */
public sealed interface Sender<T> permits Channel {
    /**
     * Sends an item, and waits until the channel takes it: a buffered one when it has room, any one when somebody
     * receives. What can go on at once does, even in a context that has ended. Senders that wait are served in the
     * order in which they came.
     *
     * <p>If this throws, the item was not sent.
     *
     * @param item what to send; not null
     * @throws ChannelClosedException if the channel is closed, or is closed while this waits
     * @throws java.util.concurrent.CancellationException if the current context is cancelled while this waits
     * @throws dev.deft.DeadlineExceededException if the current context's deadline passes while this waits
     * @throws dev.deft.TaskInterruptedException if the thread is interrupted while this waits; the flag stays set
     */
    void send(T item);

    /**
     * Sends an item if that is possible at once: if the buffer has room, or somebody waits to receive.
     *
     * @param item what to send; not null
     * @return whether it was sent
     * @throws ChannelClosedException if the channel is closed
     */
    boolean trySend(T item);

    /**
     * Says that no more will be sent. What is in the buffer can still be received; then receivers are told of the end,
     * those that wait at once. Senders that wait fail with {@link ChannelClosedException}, and their items are not sent.
     *
     * @throws ChannelClosedException if it is closed already
     */
    void close();
}
