package dev.deft.policy;

import dev.deft.internal.DurationText;
import java.time.Duration;

/**
 * What a circuit breaker knew when it was asked.
 *
 * @param state what it does with calls
 * @param calls how many calls it judges by; of trial calls, those that have succeeded
 * @param failures how many of them failed
 * @param slow how many of them were slow
 * @param retryAfter how long it stays open; zero unless it is {@link CircuitState#OPEN}
 */
public record CircuitBreakerState(CircuitState state, int calls, int failures, int slow, Duration retryAfter) {
    /**
     * Whether a call would be turned away, and that not only because trial calls are under way.
     *
     * @return true while the circuit is open; false from when on the next call is a trial
     */
    public boolean isBlocking() {
        return state == CircuitState.FORCED_OPEN || (state == CircuitState.OPEN && !retryAfter.isZero());
    }

    /** For people: every component and its value. */
    @Override
    public String toString() {
        return "CircuitBreakerState[state=" + state + ", calls=" + calls + ", failures=" + failures + ", slow=" + slow
                + ", retryAfter=" + DurationText.of(retryAfter) + "]";
    }
}
