package dev.deft;

import dev.deft.policy.Policy;

/**
 * Is told what happens to the tasks of a {@link Deft}. Registered when that is built; without one, no event is made.
 *
 * <p>Called on the thread on which it happens, by many at a time: thread-safe and quick, please. What it throws is
 * logged and changes no task's outcome.
 */
@FunctionalInterface
public interface TaskListener {
    /**
     * The runtime has been built, and nothing has happened in it yet. Told once, by the thread that built it. By default this
     * does nothing.
     *
     * @param deft what will be told of
     */
    default void built(Deft deft) {}

    /**
     * There is a policy that was not there before: a wrapper has asked for it in its constructor. Told once for each that {@link
     * Deft#policies} lists, by the thread that asked, before the first call. By default this does nothing.
     *
     * @param policy the policy, which will be there as long as the runtime
     */
    default void added(Policy<?> policy) {}

    /**
     * Something happened.
     *
     * @param event what
     */
    void on(TaskEvent event);
}
