package dev.deft;

import org.jspecify.annotations.Nullable;

/**
 * Turns the failure of a task into its result.
 *
 * <p>It is an action too, so that for a lambda expression javac finds this the more specific of the two.
 *
 * @param <T> type of the result
 */
@FunctionalInterface
public interface TaskFallback<T extends @Nullable Object> extends TaskFallbackAction {
    /**
     * Gives the result in place of the failed body.
     *
     * @param failure what the body failed with, as it was thrown
     * @return the result, possibly null
     * @throws Throwable what the task then fails with: {@code failure} itself if there is nothing to recover
     */
    T recover(Throwable failure) throws Throwable;

    @Override
    default void handle(Throwable failure) throws Throwable {
        recover(failure);
    }
}
