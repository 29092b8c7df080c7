package dev.deft.samples.linkcheck.web;

import dev.deft.RetryAfter;
import java.time.Duration;

/** A server asks to come back later. Deft's {@code @Retry} waits at least as long as it says. */
public final class BusyException extends ServerTroubleException implements RetryAfter {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public BusyException(int status, Duration retryAfter) {
        super(status);
        this.retryAfter = retryAfter;
    }

    @Override
    public Duration retryAfter() {
        return retryAfter;
    }
}
