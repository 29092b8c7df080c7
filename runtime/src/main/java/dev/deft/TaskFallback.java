package dev.deft;

import org.jspecify.annotations.Nullable;

/**
 * Turns the failure of a task into its result.
 *
 * @param <T> type of the result
 */
@FunctionalInterface
public interface TaskFallback<T extends @Nullable Object> {
    /**
     * Gives the result in place of the failed body.
     *
     * @param failure what the body failed with, as it was thrown
     * @return the result, possibly null
     * @throws Throwable what the task then fails with: {@code failure} itself if there is nothing to recover
     */
    T recover(Throwable failure) throws Throwable;
}
