package dev.deft.internal;

import dev.deft.TaskInterruptedException;
import dev.deft.TaskWait;
import dev.deft.time.TimeSource;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The one way in which a thread waits within the runtime. Serves once. */
public final class Wait extends Link implements TaskWait {
    private static final Object PARKED = new Object();
    private static final VarHandle STATE;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(Wait.class, "state", Object.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final TimeSource time;
    private final Thread thread = Thread.currentThread();
    private final Context context;

    /** Null, then {@link #PARKED} if its thread has to be unparked to see more, in the end the {@link Outcome}. */
    private volatile @Nullable Object state;

    /** A wait of the current thread, in its current context and by its time. */
    public Wait() {
        this.context = Context.current();
        this.time = context.time();
    }

    /**
     * A wait of the current thread, in its current context.
     *
     * @param time through which it parks
     */
    public Wait(TimeSource time) {
        this.context = Context.current();
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

    @Override
    public boolean signal() {
        return settle(Outcome.SIGNALLED);
    }

    @Override
    public boolean isDecided() {
        return state instanceof Outcome;
    }

    @Override
    public Outcome await() {
        return await(false, 0);
    }

    @Override
    public Outcome await(Duration timeout) {
        return awaitUntil(time.nanoTime() + Nanos.of(timeout));
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
        // A look first, since to fail with a compare-and-set would take the cache line from whoever signalled.
        if (state == null) {
            boolean unused = STATE.compareAndSet(this, (Object) null, PARKED);
        }
        if (state instanceof Outcome decided) {
            return decided;
        }
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
                if (state instanceof Outcome decided) {
                    return decided;
                }
                if (thread.isInterrupted()) {
                    // The end of a context interrupts too, and is then the better reason.
                    decide(PARKED, context.isCancelled() ? Outcome.CONTEXT_ENDED : Outcome.INTERRUPTED);
                } else if (bounded && time.nanoTime() - until >= 0) {
                    decide(PARKED, Outcome.TIME_UP);
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

    /** Decides, unless that was done before, and wakes the thread if it is parked. */
    private boolean settle(Outcome outcome) {
        if (decide(null, outcome)) {
            return true;
        }
        boolean first = decide(PARKED, outcome);
        if (first) {
            time.unpark(thread);
        }
        return first;
    }

    private boolean decide(@Nullable Object expected, Outcome outcome) {
        return STATE.compareAndSet(this, expected, outcome);
    }

    @Override
    protected void ended(Throwable cause, boolean interrupt) {
        settle(Outcome.CONTEXT_ENDED);
    }

    @Override
    public RuntimeException failure(Outcome outcome) {
        return failure(outcome, context.label(), null);
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
