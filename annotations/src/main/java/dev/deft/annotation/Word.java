package dev.deft.annotation;

/** The words whose order {@link Nesting} can change, in the order in which they nest without it, outermost first. */
public enum Word {
    /** {@link SingleFlight}. */
    SINGLE_FLIGHT,
    /** {@link Deadline}. */
    DEADLINE,
    /** {@link Retry}. */
    RETRY,
    /** {@link CircuitBreaker}. */
    CIRCUIT_BREAKER,
    /** {@link Hedge}. */
    HEDGE,
    /** {@link RateLimit}. */
    RATE_LIMIT,
    /** {@link Timeout}. */
    TIMEOUT,
    /** {@link Limit}. */
    LIMIT,
    /** {@link AdaptiveLimit}. */
    ADAPTIVE_LIMIT,
    /** {@link Locked}. */
    LOCKED,
    /** {@link Deferred}. */
    DEFERRED
}
