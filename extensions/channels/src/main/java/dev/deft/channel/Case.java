package dev.deft.channel;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One of the things that a select waits for, with what to do then. Made by the methods of {@link Select}.
 *
 * <p>A case is a description: it can be kept, and used again and again, by any number of threads.
 *
 * @param <R> what it yields
 */
public abstract sealed class Case<R extends @Nullable Object>
        permits ChannelCase, ContextCase, TimeoutCase, DefaultCase {
    Case() {}

    /**
     * Does what it waits for, if that is possible at once. Under the lock of its channel, if it has one.
     *
     * @return what is left to be done without the lock; null if it was not possible
     */
    abstract @Nullable Supplier<? extends R> attempt();
}
