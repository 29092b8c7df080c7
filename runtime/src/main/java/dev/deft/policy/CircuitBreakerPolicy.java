package dev.deft.policy;

import dev.deft.CircuitOpenException;
import dev.deft.DeadlineExceededException;
import dev.deft.TaskContext;
import org.jspecify.annotations.Nullable;

/**
 * Stops calling, for {@code @CircuitBreaker}, what fails too often. Thread-safe.
 *
 * <p>Closed, it lets calls through and watches the last of them. If too many fail, or are slow, it opens: for a while it
 * lets none through. Then, half open, it lets some through on trial; if all of them succeed it is closed and has forgotten
 * everything, if one fails it is open again. This is the pattern of Michael Nygard's <i>Release It!</i>.
 *
 * <p>Each call that was let through has to be ended once, by {@link #succeeded} or {@link #failed}, by any thread. What
 * counts is the state under which it began: if that has changed since, its end is not looked at. A trial that was
 * cancelled, or failed with an {@link Error} that {@code on} does not name, gives its place to another call; so does one
 * that has not ended when the circuit would have been open again for {@code openFor}. So no circuit stays half open
 * because a trial got lost.
 *
 * <p>While a closed circuit by count has seen nothing but successes, letting a call through and ending it writes nothing,
 * allocates nothing and reads no clock.
 *
 * <p>When the settings change, the circuit goes on in the same state. The calls that were seen stay seen, unless it is the
 * window that changes; those under way are not looked at any more. A half open circuit begins its trials anew. A circuit
 * breaker that is switched off is {@link CircuitState#DISABLED}; switched on again it is in the state in which it was, or
 * in that which somebody forced meanwhile.
 */
public final class CircuitBreakerPolicy extends Policy<CircuitBreakerSettings> {
    private final Circuit circuit;
    private final @Nullable KeyedCircuitBreaker owner;
    private final KeyedStore.@Nullable Entry<Circuit> place;

    /** Several policies share {@code circuit} if they have a name in common. */
    CircuitBreakerPolicy(Subject subject, Circuit circuit) {
        this(subject, circuit, null, null);
    }

    /** The policy of a key of {@code owner}, whose use of {@code place} each call ends. */
    CircuitBreakerPolicy(
            Subject subject,
            Circuit circuit,
            @Nullable KeyedCircuitBreaker owner,
            KeyedStore.@Nullable Entry<Circuit> place) {
        super(subject);
        this.circuit = circuit;
        this.owner = owner;
        this.place = place;
    }

    /**
     * Lets a call through.
     *
     * @return what {@link #succeeded} or {@link #failed} has to be given
     * @throws CircuitOpenException if the circuit is open, or half open and all trials are under way
     */
    public long enter() {
        CircuitPhase now = circuit.phase;
        return now.free ? now.pass : enterGuarded();
    }

    private long enterGuarded() {
        try {
            return circuit.enter(subject);
        } catch (Throwable refusal) {
            unpin();
            throw refusal;
        }
    }

    /**
     * Ends a call that gave a result.
     *
     * @param entry what {@link #enter} gave
     */
    public void succeeded(long entry) {
        CircuitPhase now = circuit.phase;
        if (now.pass == entry && now.free && now.window.settled && place == null) {
            return; // it would change nothing
        }
        circuit.ended(subject, entry, false);
        unpin();
    }

    /**
     * Ends a call that threw something.
     *
     * <p>It is a failure if the settings' {@code on} says so. It counts for nothing if it was cancelled or interrupted, and
     * if it is an {@link Error} that {@code on} does not name. Any other exception is an answer of the callee, and so a
     * success. A call that was stopped by its deadline is judged as a {@link DeadlineExceededException}, because it went
     * unanswered for too long.
     *
     * @param entry what {@link #enter} gave
     * @param thrown what it threw
     */
    public void failed(long entry, Throwable thrown) {
        FailureFilter on = circuit.phase.settings.on();
        Throwable failure = judged(thrown, on);
        if (failure != null && on.matches(failure)) {
            circuit.ended(subject, entry, true);
        } else if (failure instanceof Exception) {
            circuit.ended(subject, entry, false);
        } else {
            circuit.abandoned(entry);
        }
        unpin();
    }

    /** What the call is judged by, or null if it was cancelled. */
    private static @Nullable Throwable judged(Throwable thrown, FailureFilter on) {
        Throwable failure = Failures.of(thrown);
        boolean cancellation = Failures.isCancellation(failure);
        if (cancellation && on.matches(failure)) {
            return failure; // named in so many words
        }
        Throwable end = TaskContext.current().cause();
        if (end instanceof DeadlineExceededException) {
            return cancellation ? end : failure;
        }
        return cancellation || end != null ? null : failure;
    }

    private void unpin() {
        if (owner != null && place != null) {
            owner.unpin(place);
        }
    }

    /** Lets no call through from now on, until {@link #reset} or another of these. */
    public void forceOpen() {
        circuit.force(subject, CircuitState.FORCED_OPEN);
    }

    /** Lets all calls through from now on, whatever becomes of them, until {@link #reset} or another of these. */
    public void forceClosed() {
        circuit.force(subject, CircuitState.FORCED_CLOSED);
    }

    /** Lets all calls through from now on and looks at none, until {@link #reset} or another of these. */
    public void disable() {
        circuit.force(subject, CircuitState.DISABLED);
    }

    /** Begins anew, closed, as if there had been no call. */
    public void reset() {
        circuit.force(subject, CircuitState.CLOSED);
    }

    @Override
    SettingsWord<CircuitBreakerSettings> definition() {
        return CircuitBreakerSettings.WORD;
    }

    @Override
    public CircuitBreakerSettings settings() {
        return circuit.phase.settings;
    }

    @Override
    void apply(CircuitBreakerSettings settings) {
        circuit.change(subject, settings);
    }

    @Override
    CircuitBreakerSettings sharing(CircuitBreakerSettings settings) {
        return settings.named(sharedName());
    }

    @Override
    public String sharedName() {
        return settings().name();
    }

    @Override
    public CircuitBreakerState state() {
        return circuit.state();
    }

    /** Whether this is a policy of a key of another one. */
    boolean isOf(KeyedCircuitBreaker other) {
        return owner == other;
    }

    /** For people: the circuit breaker and whose it is. */
    @Override
    public String toString() {
        return circuit.phase.settings.label() + " of " + subject.name();
    }
}
