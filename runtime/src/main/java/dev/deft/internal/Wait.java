package dev.deft.internal;

import dev.deft.TaskInterruptedException;
import dev.deft.time.TimeSource;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The one way in which a thread waits within the runtime: until it is signalled, its time is up, its context ends or it
 * is interrupted, whichever is first. Exactly one of them is the outcome, so what is handed over by a signal is never
 * lost. Serves once.
 *
 * <p>The thread that shall wait makes it; any thread may signal it, from then on.
 */
public final class Wait extends Link {
    private static final VarHandle OUTCOME;

    static {
        try {
            OUTCOME = MethodHandles.lookup().findVarHandle(Wait.class, "outcome", Outcome.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final TimeSource time;
    private final Thread thread = Thread.currentThread();
    private final Context context = Context.current();

    /** Null until it is decided. */
    private volatile @Nullable Outcome outcome;

    /** How a wait ended. */
    public enum Outcome {
        /** {@link Wait#signal} was called. */
        SIGNALLED,
        /** The time is up. */
        TIME_UP,
        /** The context ended: it was cancelled, or its deadline passed. */
        CONTEXT_ENDED,
        /** The thread was interrupted; its flag is still set. */
        INTERRUPTED
    }

    /**
     * A wait of the current thread, in its current context.
     *
     * @param time through which it parks
     */
    public Wait(TimeSource time) {
        this.time = time;
    }

    /**
     * Waits for a time, and for nothing else that is good.
     *
     * @param time the time source
     * @param nanos how long
     * @return anything but {@link Outcome#SIGNALLED}
     */
    public static Outcome sleep(TimeSource time, long nanos) {
        return new Wait(time).awaitUntil(time.nanoTime() + nanos);
    }

    /**
     * Ends the wait, or lets it not begin.
     *
     * @return true if this made the outcome {@link Outcome#SIGNALLED}; false if it had one before
     */
    public boolean signal() {
        if (!settle(Outcome.SIGNALLED)) {
            return false;
        }
        time.unpark(thread);
        return true;
    }

    /**
     * Waits without a bound in time.
     *
     * @return the outcome; never {@link Outcome#TIME_UP}
     */
    public Outcome await() {
        return await(false, 0);
    }

    /**
     * Waits.
     *
     * @param nanoTime until when, as a reading of the time source
     * @return the outcome
     */
    public Outcome awaitUntil(long nanoTime) {
        return await(true, nanoTime);
    }

    private Outcome await(boolean bounded, long until) {
        Scope scope = context.scope;
        Scope execution = context.execution;
        if (execution != null) {
            execution.waiting = true;
        }
        if (scope != null) {
            scope.add(this);
        }
        try {
            for (; ; ) {
                Outcome decided = outcome;
                if (decided != null) {
                    return decided;
                }
                if (thread.isInterrupted()) {
                    // The end of a context interrupts too, and is then the better reason.
                    settle(context.isCancelled() ? Outcome.CONTEXT_ENDED : Outcome.INTERRUPTED);
                } else if (bounded && time.nanoTime() - until >= 0) {
                    settle(Outcome.TIME_UP);
                } else if (bounded) {
                    time.parkUntil(this, until);
                } else {
                    time.park(this);
                }
            }
        } finally {
            leave();
            if (execution != null) {
                execution.waiting = false;
            }
        }
    }

    private boolean settle(Outcome decided) {
        return OUTCOME.compareAndSet(this, (Outcome) null, decided);
    }

    @Override
    protected void ended(Throwable cause, boolean interrupt) {
        if (settle(Outcome.CONTEXT_ENDED)) {
            time.unpark(thread);
        }
    }

    /**
     * What to throw after an outcome that is neither a signal nor the time, where {@link InterruptedException} may not
     * be thrown.
     *
     * @param outcome {@link Outcome#CONTEXT_ENDED} or {@link Outcome#INTERRUPTED}
     * @param name whose wait it was
     * @param lastFailure what the last attempt failed with, if there was one
     * @return a new exception, for this thread
     */
    public static RuntimeException failure(Outcome outcome, Object name, @Nullable Throwable lastFailure) {
        Context context = Context.current();
        return switch (outcome) {
            case CONTEXT_ENDED -> context.ending(name, lastFailure);
            case INTERRUPTED ->
                context.isCancelled()
                        ? context.ending(name, lastFailure) // which came with an interrupt
                        : new TaskInterruptedException(name + " was interrupted while it waited", lastFailure);
            case SIGNALLED, TIME_UP -> throw new IllegalArgumentException("no failure: " + outcome);
        };
    }
}
