package dev.deft;

import java.io.Serial;
import java.time.Duration;
import java.util.Objects;

/** A rate limit had no token left, and the call would not, or could not, wait for the next. */
public class RateLimitExceededException extends TaskRejectedException implements RetryAfter {
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
    public RateLimitExceededException(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = Objects.requireNonNull(retryAfter, "retryAfter");
    }

    @Override
    public Duration retryAfter() {
        return retryAfter;
    }
}
