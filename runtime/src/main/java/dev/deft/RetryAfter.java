package dev.deft;

import java.time.Duration;

/** A failure that knows when it is worth trying again; a retry waits at least that long. */
public interface RetryAfter {
    /**
     * How long to wait, counted from the failure.
     *
     * @return never null; zero or less asks for no wait
     */
    Duration retryAfter();
}
