package dev.deft;

import org.jspecify.annotations.Nullable;

/**
 * What a task without a result does; it may throw anything.
 *
 * <p>It is a {@link Defer.Cleanup} as well, one that does not look at what it is handed. So, where a method takes either,
 * a reference to an overloaded method, as in {@code defer.onFailure(connection::rollback)}, means the overload without
 * parameters.
 */
@FunctionalInterface
public interface TaskAction extends Defer.Cleanup<@Nullable Object> {
    /**
     * Does it, on the task's thread.
     *
     * @throws Throwable what the task then fails with, as it is
     */
    void run() throws Throwable;

    /**
     * Does it, whatever there is to look at.
     *
     * @param ignored not used
     * @throws Throwable what {@link #run()} throws
     */
    @Override
    default void run(@Nullable Object ignored) throws Throwable {
        run();
    }
}
