package dev.deft;

/** What a task without a result does; it may throw anything. */
@FunctionalInterface
public interface TaskAction {
    /**
     * Does it, on the task's thread.
     *
     * @throws Throwable what the task then fails with, as it is
     */
    void run() throws Throwable;
}
