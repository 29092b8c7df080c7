package dev.deft.policy;

import dev.deft.DeadlineExceededException;
import dev.deft.TaskName;
import dev.deft.internal.Context;
import dev.deft.internal.DurationText;
import dev.deft.internal.InterruptGuard;
import dev.deft.internal.Interrupts;
import dev.deft.internal.Nanos;
import dev.deft.internal.Scope;
import dev.deft.time.TimeSource;
import java.time.Duration;
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
    /** The scope of calls whose deadline is switched off: it changes nothing. */
    static final DeadlineScope NONE = new DeadlineScope(null);

    private final @Nullable Bounded context;

    private DeadlineScope(@Nullable Bounded context) {
        this.context = context;
    }

    /** Begins a call on this thread. */
    static DeadlineScope open(Subject subject, Duration duration, Overdue overdue) {
        Bounded context = new Bounded(subject, duration, Context.current(), overdue);
        if (context.isCancelled()) {
            context.restore();
            throw context.ending(subject.name(), null);
        }
        return new DeadlineScope(context);
    }

    /**
     * The call returned.
     *
     * @throws DeadlineExceededException if the deadline had passed
     */
    public void close() {
        if (context != null) {
            context.conclude(null);
            Interrupts.remind();
        }
    }

    /**
     * The call threw {@code failure}; returns if that was in time, or if it says itself that the deadline passed.
     *
     * @param failure what it threw
     * @throws DeadlineExceededException if the deadline had passed, with {@code failure} as its cause
     */
    public void close(Throwable failure) {
        if (context != null) {
            context.conclude(failure);
        }
    }

    /** The context of the call. */
    private static final class Bounded extends Scope {
        private final TaskName task;
        private final Duration duration;
        private final TimeSource time;
        private final Overdue overdue;
        private final InterruptGuard guard = new InterruptGuard();
        private final Context before;

        Bounded(Subject subject, Duration duration, Context parent, Overdue overdue) {
            this(subject.name(), duration, parent, subject.time(), overdue);
        }

        private Bounded(TaskName task, Duration duration, Context parent, TimeSource time, Overdue overdue) {
            super(parent, time, parent.isBeginOf(task) ? null : task, time.nanoTime() + Nanos.of(duration));
            this.task = task;
            this.duration = duration;
            this.time = time;
            this.overdue = overdue;
            open(parent);
            this.before = Context.bind(this);
        }

        void conclude(@Nullable Throwable failure) {
            boolean expired = isExpired();
            restore();
            if (expired && !(failure instanceof DeadlineExceededException)) {
                throw new DeadlineExceededException(
                        task + " did not end before its deadline, " + DurationText.of(duration)
                                + " from its begin or that of a call around it",
                        failure);
            }
        }

        void restore() {
            Context.bind(before);
            if (guard.finish()) {
                overdue.ended(this);
            }
            finish();
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
                overdue.began(this); // before the call can find out and end
                if (!guard.fire(time)) {
                    overdue.ended(this);
                }
            }
        }
    }
}
