package dev.deft.channel;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Bounds the wait of a select. */
final class TimeoutCase<R extends @Nullable Object> extends Case<R> {
    final Duration timeout;
    final Supplier<? extends R> onTimeout;

    TimeoutCase(Duration timeout, Supplier<? extends R> onTimeout) {
        this.timeout = timeout;
        this.onTimeout = onTimeout;
    }

    @Override
    @Nullable
    Supplier<? extends R> attempt() {
        return null;
    }
}
