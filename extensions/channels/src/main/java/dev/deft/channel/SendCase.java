package dev.deft.channel;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

final class SendCase<T, R extends @Nullable Object> extends ChannelCase<T, R> {
    private final T item;
    private final Supplier<? extends R> onSent;

    SendCase(@Nullable Channel<T> channel, T item, Supplier<? extends R> onSent) {
        super(channel);
        this.item = item;
        this.onSent = onSent;
    }

    @Override
    @Nullable
    Supplier<? extends R> attempt() {
        if (channel == null) {
            return null;
        }
        if (channel.state.closed) {
            return () -> finish(null);
        }
        return channel.offer(item) ? onSent : null;
    }

    @Override
    T toSend() {
        return item;
    }

    @Override
    R finish(@Nullable T item) {
        Channel.checkOpenToSend(item != null);
        return onSent.get();
    }
}
