package dev.deft;

import java.io.Serial;
import java.time.Duration;
import java.util.Objects;

/** The circuit breaker is open: the last calls failed, so this one was not made. */
public class CircuitOpenException extends TaskRejectedException implements RetryAfter {
    @Serial
    private static final long serialVersionUID = 1L;

    /** How long to wait before another call is worth it. */
    private final Duration retryAfter;

    /**
     * Makes one.
     *
     * @param message what happened, and to which task
     * @param retryAfter how long to wait before another call can pass
     */
    public CircuitOpenException(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = Objects.requireNonNull(retryAfter, "retryAfter");
    }

    @Override
    public Duration retryAfter() {
        return retryAfter;
    }
}
