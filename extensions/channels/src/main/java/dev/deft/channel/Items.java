package dev.deft.channel;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The items of a channel from now on, until it ends. */
final class Items<T> implements Iterator<T> {
    private final Channel<T> channel;
    private @Nullable T next;

    Items(Channel<T> channel) {
        this.channel = channel;
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = channel.take();
        }
        return next != null;
    }

    @Override
    public T next() {
        T item = next == null ? channel.take() : next;
        next = null;
        if (item == null) {
            throw new NoSuchElementException(channel + " has ended");
        }
        return item;
    }
}
