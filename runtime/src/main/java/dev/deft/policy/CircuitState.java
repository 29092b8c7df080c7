package dev.deft.policy;

/** What a circuit breaker does with calls. */
public enum CircuitState {
    /** It lets them through and watches how they end. */
    CLOSED,
    /** Too many failed: it lets none through for a while. */
    OPEN,
    /** It lets some through on trial. */
    HALF_OPEN,
    /** It was opened by hand and lets none through until it is told otherwise. */
    FORCED_OPEN,
    /** It was closed by hand: it lets all through and watches how they end, but stays closed until it is told otherwise. */
    FORCED_CLOSED,
    /** It was switched off by hand: it lets all through and looks at nothing until it is told otherwise. */
    DISABLED
}
