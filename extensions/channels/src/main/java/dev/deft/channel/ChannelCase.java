package dev.deft.channel;

import dev.deft.TaskWait;
import org.jspecify.annotations.Nullable;

/** A case that sends to a channel, or receives from it; with null for a channel it is never ready. */
abstract sealed class ChannelCase<T, R extends @Nullable Object> extends Case<R> permits SendCase, ReceiveCase {
    final @Nullable Channel<T> channel;

    ChannelCase(@Nullable Channel<T> channel) {
        this.channel = channel;
    }

    /** Somebody who waits for this; null if there is nowhere to wait. */
    @Nullable
    CaseWaiter<T, R> waiter(PendingSelection<? super R> selection, TaskWait wait) {
        return channel == null ? null : new CaseWaiter<>(selection, wait, this, channel);
    }

    /** What is sent; null if it is to receive. */
    abstract @Nullable T toSend();

    /** What is left to be done, without the lock, once it was served; {@code item} is what its waiter has then. */
    abstract R finish(@Nullable T item);
}
