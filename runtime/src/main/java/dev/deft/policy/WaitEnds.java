package dev.deft.policy;

import dev.deft.TaskWait;
import dev.deft.internal.Wait;
import org.jspecify.annotations.Nullable;

/** What calls throw whose wait ended without what they waited for. */
final class WaitEnds {
    private WaitEnds() {}

    /**
     * What to throw; an {@link InterruptedException} this throws itself.
     *
     * @param subject whose wait it was
     * @param outcome {@link TaskWait.Outcome#CONTEXT_ENDED} or {@link TaskWait.Outcome#INTERRUPTED}
     * @param interruptibly whether the method declares {@link InterruptedException}
     * @param what what it waited for, for people
     * @return a new exception, for this thread
     */
    static RuntimeException failure(Subject subject, TaskWait.Outcome outcome, boolean interruptibly, String what) {
        return failure(subject, outcome, interruptibly, what, null);
    }

    /**
     * As {@link #failure(Subject, TaskWait.Outcome, boolean, String)}, after a failure.
     *
     * @param subject whose wait it was
     * @param outcome {@link TaskWait.Outcome#CONTEXT_ENDED} or {@link TaskWait.Outcome#INTERRUPTED}
     * @param interruptibly whether the method declares {@link InterruptedException}
     * @param what what it waited for, for people
     * @param lastFailure what the last attempt failed with, or null
     * @return a new exception, for this thread
     */
    static RuntimeException failure(
            Subject subject,
            TaskWait.Outcome outcome,
            boolean interruptibly,
            String what,
            @Nullable Throwable lastFailure) {
        if (interruptibly && outcome == TaskWait.Outcome.INTERRUPTED) {
            Thread.interrupted();
            throw Failures.<RuntimeException>sneak(
                    new InterruptedException(subject.name() + " was interrupted while it waited for " + what));
        }
        return Wait.failure(outcome, subject.name(), lastFailure);
    }
}
