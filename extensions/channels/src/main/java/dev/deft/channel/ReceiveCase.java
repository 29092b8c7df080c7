package dev.deft.channel;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

final class ReceiveCase<T, R extends @Nullable Object> extends ChannelCase<T, R> {
    private final Function<? super T, ? extends R> onItem;
    private final Supplier<? extends R> onClosed;

    ReceiveCase(@Nullable Channel<T> channel, Function<? super T, ? extends R> onItem, Supplier<? extends R> onClosed) {
        super(channel);
        this.onItem = onItem;
        this.onClosed = onClosed;
    }

    @Override
    @Nullable
    Supplier<? extends R> attempt() {
        if (channel == null) {
            return null;
        }
        T item = channel.poll();
        if (item != null) {
            return () -> onItem.apply(item);
        }
        return channel.state.closed ? onClosed : null;
    }

    @Override
    @Nullable
    T toSend() {
        return null;
    }

    @Override
    R finish(@Nullable T item) {
        return item == null ? onClosed.get() : onItem.apply(item);
    }
}
