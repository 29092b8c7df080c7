package dev.deft;

import org.jspecify.annotations.Nullable;

/**
 * What a task does: a computation with a result, which may throw anything.
 *
 * @param <T> type of the result
 */
@FunctionalInterface
public interface TaskBody<T extends @Nullable Object> {
    /**
     * Computes the result, on the task's thread.
     *
     * @return the result, possibly null
     * @throws Throwable what the task then fails with, as it is
     */
    T call() throws Throwable;
}
