package dev.deft;

/**
 * Is told what happens to the tasks of a {@link Deft}. Registered when that is built; without one, no event is made.
 *
 * <p>Called on the thread on which it happens, by many at a time: thread-safe and quick, please. What it throws is
 * logged and changes no task's outcome.
 */
@FunctionalInterface
public interface TaskListener {
    /**
     * Something happened.
     *
     * @param event what
     */
    void on(TaskEvent event);
}
