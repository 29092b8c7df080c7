package dev.deft.channel;

import org.jspecify.annotations.Nullable;

/** So many places for items, first in, first out. Guarded by its channel's lock. */
final class Buffer<T> {
    private final @Nullable Object[] places;
    private int first;
    private int size;

    Buffer(int capacity) {
        places = new @Nullable Object[capacity];
    }

    int capacity() {
        return places.length;
    }

    int size() {
        return size;
    }

    /** False if there is no room. */
    boolean add(T item) {
        if (size == places.length) {
            return false;
        }
        int place = first + size;
        places[place < places.length ? place : place - places.length] = item;
        size++;
        return true;
    }

    /** Null if there is none. */
    @SuppressWarnings("unchecked") // only what is a T was added
    @Nullable
    T poll() {
        if (size == 0) {
            return null;
        }
        T item = (T) places[first];
        places[first] = null;
        first = first + 1 == places.length ? 0 : first + 1;
        size--;
        return item;
    }
}
