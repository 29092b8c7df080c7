package dev.deft.policy;

import dev.deft.CircuitOpenException;
import dev.deft.internal.DurationText;
import dev.deft.internal.Nanos;
import dev.deft.time.TimeSource;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One circuit: the pattern of Michael Nygard's <i>Release It!</i> (2007, "Circuit Breaker"), as a chain of
 * {@linkplain CircuitPhase phases}. A change of phase is one compare-and-set. Several policies share it by a name.
 */
final class Circuit {
    private static final VarHandle PHASE;

    static {
        try {
            PHASE = MethodHandles.lookup().findVarHandle(Circuit.class, "phase", CircuitPhase.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final TimeSource time;

    /** The reading of the clock from which all times within count. */
    private final long origin;

    volatile CircuitPhase phase;

    /** For a circuit with a key: when somebody last used it. */
    private volatile long lastUsed;

    /** For a circuit with a key: the policy that was last made for it. */
    volatile @Nullable CircuitBreakerPolicy policy;

    /** A closed circuit. */
    Circuit(TimeSource time, CircuitBreakerSettings settings) {
        this.time = time;
        this.origin = time.nanoTime();
        this.phase = inUse(new CircuitPhase.Closed(CircuitState.CLOSED, settings, 0, settings.newWindow(0)));
    }

    /** A phase, or, if the circuit breaker is switched off, one in which it rests. */
    private static CircuitPhase inUse(CircuitPhase phase) {
        return phase.settings.isEnabled() ? phase : new CircuitPhase.Off(phase);
    }

    private long now() {
        return time.nanoTime() - origin;
    }

    private CircuitPhase closed(CircuitBreakerSettings settings, long number) {
        return new CircuitPhase.Closed(CircuitState.CLOSED, settings, number, settings.newWindow(now()));
    }

    /** Lets a call through, or not; see {@link CircuitBreakerPolicy#enter}. */
    long enter(Subject subject) {
        for (; ; ) {
            CircuitPhase now = phase;
            if (now.free) {
                return now.pass;
            }
            long nanos = now();
            switch (now) {
                case CircuitPhase.Closed closed -> {
                    return closed.entry(nanos);
                }
                case CircuitPhase.Open open -> {
                    if (open.left(nanos) > 0) {
                        throw refused(subject, open, "is open", Duration.ofNanos(open.left(nanos)));
                    }
                    move(subject, open, new CircuitPhase.HalfOpen(open.settings, open.number + 1, nanos));
                }
                case CircuitPhase.HalfOpen trial -> {
                    if (trial.begin(nanos)) {
                        return trial.entry(nanos);
                    }
                    if (!trial.isStuck(nanos)) {
                        throw refused(subject, trial, "awaits the outcome of its trial calls", Duration.ZERO);
                    }
                    move(subject, trial, new CircuitPhase.HalfOpen(trial.settings, trial.number + 1, nanos));
                }
                case CircuitPhase.Off off -> {
                    return off.pass;
                }
                case CircuitPhase.Forced forced ->
                    throw refused(subject, forced, "was opened by hand", Duration.ofNanos(forced.settings.openNanos()));
            }
        }
    }

    private static CircuitOpenException refused(Subject subject, CircuitPhase phase, String why, Duration retryAfter) {
        CircuitOpenException refusal = new CircuitOpenException(
                subject.name() + ": " + phase.settings.label() + " " + why
                        + (retryAfter.isZero() ? "" : "; try again in " + DurationText.of(retryAfter)),
                retryAfter);
        subject.rejected(refusal);
        return refusal;
    }

    /** Notes how a call ended that was let through. */
    void ended(Subject subject, long entry, boolean failed) {
        CircuitPhase now = phase;
        if (!now.owns(entry)) {
            return;
        }
        long nanos = now.settings.needsClock() ? now() : 0;
        if (now instanceof CircuitPhase.Closed closed) {
            boolean slow = !closed.free && closed.isSlow(entry, nanos);
            if (closed.record(failed, slow, nanos)) {
                open(subject, closed);
            }
        } else if (now instanceof CircuitPhase.HalfOpen trial) {
            if (failed || trial.isSlow(entry, nanos)) {
                open(subject, trial);
            } else if (trial.succeed()) {
                move(subject, trial, closed(trial.settings, trial.number + 1));
            }
        }
    }

    /** Notes that a call came to no end that says anything. */
    void abandoned(long entry) {
        if (phase instanceof CircuitPhase.HalfOpen trial && trial.owns(entry)) {
            trial.giveBack();
        }
    }

    private void open(Subject subject, CircuitPhase from) {
        move(subject, from, new CircuitPhase.Open(from.settings, from.number + 1, now()));
    }

    private boolean move(Subject subject, CircuitPhase from, CircuitPhase to) {
        if (!PHASE.compareAndSet(this, from, to)) {
            return false; // somebody else has changed it
        }
        if (from.state != to.state) {
            subject.circuitChanged(from.state, to.state);
        }
        return true;
    }

    /** Changes the state by hand. */
    void force(Subject subject, CircuitState state) {
        CircuitPhase now;
        CircuitPhase next;
        do {
            now = phase;
            next = inUse(
                    switch (state) {
                        case CLOSED -> closed(now.settings, now.number + 1);
                        case FORCED_CLOSED ->
                            new CircuitPhase.Closed(
                                    CircuitState.FORCED_CLOSED,
                                    now.settings,
                                    now.number + 1,
                                    now.settings.newWindow(now()));
                        case FORCED_OPEN, DISABLED -> new CircuitPhase.Forced(state, now.settings, now.number + 1);
                        case OPEN, HALF_OPEN -> throw new IllegalArgumentException("not by hand: " + state);
                    });
        } while (!move(subject, now, next));
    }

    /** Goes on with other settings in the same state. */
    void change(Subject subject, CircuitBreakerSettings settings) {
        CircuitPhase now;
        do {
            now = phase;
        } while (!move(subject, now, inUse(changed(now, settings, now.number + 1))));
    }

    private CircuitPhase changed(CircuitPhase from, CircuitBreakerSettings settings, long number) {
        return switch (from) {
            case CircuitPhase.Closed closed ->
                new CircuitPhase.Closed(
                        closed.state,
                        settings,
                        number,
                        settings.hasWindowOf(closed.settings) ? closed.window : settings.newWindow(now()));
            case CircuitPhase.Open open -> new CircuitPhase.Open(settings, number, open.since);
            case CircuitPhase.HalfOpen trial -> new CircuitPhase.HalfOpen(settings, number, now());
            case CircuitPhase.Forced forced -> new CircuitPhase.Forced(forced.state, settings, number);
            case CircuitPhase.Off off -> changed(off.resting, settings, number);
        };
    }

    CircuitBreakerState state() {
        CircuitPhase now = phase;
        return switch (now) {
            case CircuitPhase.Closed closed -> {
                synchronized (closed.window) {
                    closed.window.expire(now());
                    yield new CircuitBreakerState(
                            now.state, closed.window.calls, closed.window.failures, closed.window.slow, Duration.ZERO);
                }
            }
            case CircuitPhase.Open open ->
                new CircuitBreakerState(now.state, 0, 0, 0, Duration.ofNanos(Math.max(0, open.left(now()))));
            case CircuitPhase.HalfOpen trial ->
                new CircuitBreakerState(now.state, trial.succeeded(), 0, 0, Duration.ZERO);
            case CircuitPhase.Forced forced -> new CircuitBreakerState(now.state, 0, 0, 0, Duration.ZERO);
            case CircuitPhase.Off off -> new CircuitBreakerState(now.state, 0, 0, 0, Duration.ZERO);
        };
    }

    /** Whether it would turn a caller away, for something else than trials under way. */
    boolean isBlocking() {
        CircuitPhase now = phase;
        return now.state == CircuitState.FORCED_OPEN || (now instanceof CircuitPhase.Open open && open.left(now()) > 0);
    }

    /** The phase, or that in which it will be when it is switched on again. */
    private CircuitPhase watching() {
        CircuitPhase now = phase;
        return now instanceof CircuitPhase.Off off ? off.resting : now;
    }

    /** For a circuit with a key: somebody has used it. */
    void used() {
        lastUsed = now();
    }

    /** For a circuit with a key: until when it is remembered if nobody uses it. */
    long idleAt() {
        CircuitPhase now = watching();
        return switch (now) {
            case CircuitPhase.Forced forced -> time.nanoTime() + Nanos.MAX;
            case CircuitPhase.Open open ->
                origin + open.since + Math.min(Nanos.MAX, open.settings.openNanos() + open.settings.idleNanos());
            default -> origin + lastUsed + now.settings.idleNanos();
        };
    }

    /** For a circuit with a key: whether it is no different from a new one but for successes. */
    boolean isClean() {
        if (watching() instanceof CircuitPhase.Closed closed && closed.state == CircuitState.CLOSED) {
            synchronized (closed.window) {
                closed.window.expire(now());
                return closed.window.failures == 0 && closed.window.slow == 0;
            }
        }
        return false;
    }
}
