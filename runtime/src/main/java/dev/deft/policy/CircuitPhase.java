package dev.deft.policy;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * What a circuit is from one change to the next. Each has a number, which its calls take with them as their
 * <i>entry</i>, so that a call that ends under another phase than it began counts for nothing.
 *
 * <p>An entry is the number (its low 15 bits) and, where slow calls are looked at or the call is on trial, the time at
 * which the call began (the low 49 bits of its nanoseconds, six days). A number comes again after 32 768 changes; a call that
 * lasts that long and hits it counts as one of the later phase, which does no harm.
 */
abstract sealed class CircuitPhase {
    private static final int TIME_BITS = 49;
    private static final long TIME = (1L << TIME_BITS) - 1;
    private static final long NUMBER = ~TIME;

    /** The window of those that watch nothing: whatever ends changes nothing. */
    private static final CallWindow UNWATCHED = new CountWindow(1);

    static {
        UNWATCHED.note(false, false, 0);
    }

    final CircuitState state;
    final CircuitBreakerSettings settings;
    final long number;

    /** The entry of a call that is not on trial and takes no time with it. */
    final long pass;

    /** Whether calls pass with {@link #pass}, nothing else being asked. */
    final boolean free;

    final CallWindow window;
    private final long slowNanos;

    CircuitPhase(CircuitState state, CircuitBreakerSettings settings, long number, boolean free) {
        this(state, settings, number, free, UNWATCHED);
    }

    CircuitPhase(CircuitState state, CircuitBreakerSettings settings, long number, boolean free, CallWindow window) {
        this.state = state;
        this.settings = settings;
        this.number = number;
        this.pass = number << TIME_BITS & NUMBER;
        this.free = free;
        this.window = window;
        this.slowNanos = settings.slowNanos();
    }

    final long entry(long now) {
        return pass | (now & TIME);
    }

    /** Whether a call began under this phase. */
    final boolean owns(long entry) {
        return ((entry ^ pass) & NUMBER) == 0;
    }

    final boolean isSlow(long entry, long now) {
        return ((now - entry) & TIME) > slowNanos;
    }

    /** Lets all through and watches them; forced, it does not act on what it sees. */
    static final class Closed extends CircuitPhase {
        Closed(CircuitState state, CircuitBreakerSettings settings, long number, CallWindow window) {
            super(state, settings, number, settings.slowNanos() == Long.MAX_VALUE, window);
        }

        /**
         * Notes a call.
         *
         * @return true if the circuit has to be opened
         */
        boolean record(boolean failed, boolean slow, long now) {
            if (window.settled && !failed && !slow) {
                return false;
            }
            synchronized (window) {
                window.note(failed, slow, now);
                return state == CircuitState.CLOSED && settings.isTooMuch(window);
            }
        }
    }

    /** Lets none through. */
    static final class Open extends CircuitPhase {
        final long since;

        Open(CircuitBreakerSettings settings, long number, long since) {
            super(CircuitState.OPEN, settings, number, false);
            this.since = since;
        }

        /** Nanoseconds for which this is still to last; zero or less when it is over. */
        long left(long now) {
            return since + settings.openNanos() - now;
        }
    }

    /** Lets some through on trial. */
    static final class HalfOpen extends CircuitPhase {
        private static final VarHandle BEGUN;
        private static final VarHandle SUCCEEDED;

        static {
            try {
                MethodHandles.Lookup lookup = MethodHandles.lookup();
                BEGUN = lookup.findVarHandle(HalfOpen.class, "begun", int.class);
                SUCCEEDED = lookup.findVarHandle(HalfOpen.class, "succeeded", int.class);
            } catch (ReflectiveOperationException impossible) {
                throw new ExceptionInInitializerError(impossible);
            }
        }

        private volatile int begun;
        private volatile int succeeded;
        private volatile long lastBegun;

        HalfOpen(CircuitBreakerSettings settings, long number, long now) {
            super(CircuitState.HALF_OPEN, settings, number, false);
            this.lastBegun = now;
        }

        /** Begins a trial; false if all were begun. */
        boolean begin(long now) {
            for (int count = begun; count < settings.trialCalls(); count = begun) {
                if (BEGUN.compareAndSet(this, count, count + 1)) {
                    lastBegun = now;
                    return true;
                }
            }
            return false;
        }

        /** Lets another call take the place of a trial that came to no end. */
        void giveBack() {
            BEGUN.getAndAdd(this, -1);
        }

        /** Notes that a trial succeeded; true if it was the last. */
        boolean succeed() {
            return (int) SUCCEEDED.getAndAdd(this, 1) + 1 == settings.trialCalls();
        }

        int succeeded() {
            return succeeded;
        }

        /** Whether the trials take so long that nobody should wait for them any longer. */
        boolean isStuck(long now) {
            return now - lastBegun >= settings.openNanos();
        }
    }

    /** Lets none through, or looks at nothing, because somebody said so. */
    static final class Forced extends CircuitPhase {
        Forced(CircuitState state, CircuitBreakerSettings settings, long number) {
            super(state, settings, number, state == CircuitState.DISABLED);
        }
    }

    /** Looks at nothing while the circuit breaker is switched off. */
    static final class Off extends CircuitPhase {
        /** What it is when it is switched on again. */
        final CircuitPhase resting;

        Off(CircuitPhase resting) {
            super(CircuitState.DISABLED, resting.settings, resting.number, true);
            this.resting = resting;
        }
    }
}
