package dev.deft.health;

import dev.deft.policy.CircuitState;
import java.time.Duration;

/**
 * A circuit that turns calls away.
 *
 * @param task whose it is, such as {@code PaymentService.charge}; of several tasks that share it the first
 * @param name the name under which it is shared, or ""
 * @param state {@link CircuitState#OPEN} or {@link CircuitState#FORCED_OPEN}; of a circuit breaker with a key {@code OPEN}
 * @param retryAfter when it will let a call through on trial; zero if that is not known: it was forced, or has a key
 * @param keys of a circuit breaker with a key, for how many keys it is open; else 0
 */
public record OpenCircuit(String task, String name, CircuitState state, Duration retryAfter, int keys) {}
