package dev.deft;

/**
 * Lets things go wrong on purpose, to see what policies make of it: it is asked right before each call of a method's body,
 * within all policies, so that what it throws is as if the body had thrown it. Registered with
 * {@link Deft.Builder#faults}; a runtime without one asks nobody, and wrappers only ask if they were generated with the compiler option
 * {@code -Adeft.faults}.
 *
 * <p>Called on the thread of the call, by many at a time: thread-safe, please.
 */
@FunctionalInterface
public interface FaultInjector {
    /**
     * A body is about to be called. May throw, wait, or do nothing.
     *
     * @param task what is called; {@link TaskContext#current} knows which attempt it is
     * @throws Throwable what the attempt then fails with, as it is: one that the method may throw
     */
    void beforeCall(TaskName task) throws Throwable;
}
