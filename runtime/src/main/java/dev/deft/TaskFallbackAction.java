package dev.deft;

/** Does something in place of a task without a result that failed. */
@FunctionalInterface
public interface TaskFallbackAction {
    /**
     * Does it.
     *
     * @param failure what the body failed with, as it was thrown
     * @throws Throwable what the task then fails with: {@code failure} itself if there is nothing to recover
     */
    void handle(Throwable failure) throws Throwable;
}
