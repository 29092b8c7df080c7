package dev.deft.channel;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps a select from waiting. */
final class DefaultCase<R extends @Nullable Object> extends Case<R> {
    final Supplier<? extends R> handler;

    DefaultCase(Supplier<? extends R> handler) {
        this.handler = handler;
    }

    @Override
    @Nullable
    Supplier<? extends R> attempt() {
        return null;
    }
}
