package dev.deft.policy;

import org.jspecify.annotations.Nullable;

/** The watch of a timeout that is switched off: it watches over nothing. */
final class NoWatch extends TimeoutWatch {
    static final NoWatch INSTANCE = new NoWatch();

    private NoWatch() {}

    @Override
    @Nullable
    Expired end() {
        return null;
    }
}
