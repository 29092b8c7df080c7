package dev.deft.policy;

import dev.deft.DeadlineExceededException;
import dev.deft.internal.Context;
import dev.deft.internal.DurationText;
import dev.deft.internal.InterruptGuard;
import dev.deft.internal.Interrupts;
import dev.deft.internal.Scope;
import dev.deft.time.TimeSource;
import org.jspecify.annotations.Nullable;

/**
 * One call under a deadline, from {@link DeadlinePolicy#open} to one of its {@code close} methods, of which exactly one has
 * to be called, once, by the thread that opened it.
 *
 * <p>When the deadline passes, or the context around it ends, its thread is interrupted. After {@code close}, no interrupt
 * of this scope is left or will come, and the former context is current again; an interrupt that was meant for what
 * encloses the call is set again if the call came to a result in spite of it.
 */
public final class DeadlineScope {
    private final DeadlinePolicy policy;
    private final Bounded context;
    private final Context before;

    DeadlineScope(DeadlinePolicy policy) {
        this.policy = policy;
        this.context = new Bounded(policy, Context.current());
        this.before = Context.bind(context);
        if (context.isCancelled()) {
            leave();
            throw context.ending(policy.name(), null);
        }
    }

    /**
     * The call returned.
     *
     * @throws DeadlineExceededException if the deadline had passed
     */
    public void close() {
        end(null);
        Interrupts.remind();
    }

    /**
     * The call threw {@code failure}; returns if that was in time, or if it says itself that the deadline passed.
     *
     * @param failure what it threw
     * @throws DeadlineExceededException if the deadline had passed, with {@code failure} as its cause
     */
    public void close(Throwable failure) {
        end(failure);
    }

    private void end(@Nullable Throwable failure) {
        boolean expired = context.isExpired();
        leave();
        if (expired && !(failure instanceof DeadlineExceededException)) {
            throw new DeadlineExceededException(
                    policy.name() + " did not end before its deadline, " + DurationText.of(policy.duration())
                            + " from its begin or that of a call around it",
                    failure);
        }
    }

    private void leave() {
        Context.bind(before);
        context.guard.finish();
        context.finish();
    }

    /** The context of the call. */
    private static final class Bounded extends Scope {
        private final TimeSource time;
        private final InterruptGuard guard = new InterruptGuard();

        Bounded(DeadlinePolicy policy, Context parent) {
            this(policy, parent, policy.subject().time());
        }

        private Bounded(DeadlinePolicy policy, Context parent, TimeSource time) {
            super(
                    parent,
                    time,
                    parent.isBeginOf(policy.name()) ? null : policy.name(),
                    time.nanoTime() + policy.nanos());
            this.time = time;
            open(parent);
        }

        /** A call made from within, even of the same method, is another call. */
        @Override
        protected boolean beginsCall() {
            return false;
        }

        /** Whether it ended for want of time; the timer may be about to find that out. */
        boolean isExpired() {
            Throwable cause = cause();
            return cause == null ? time.nanoTime() - deadlineBy(time) >= 0 : cause instanceof DeadlineExceededException;
        }

        @Override
        protected void onEnding(boolean interrupt) {
            if (interrupt) {
                guard.fire(time);
            }
        }
    }
}
