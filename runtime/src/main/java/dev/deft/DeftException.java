package dev.deft;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** What Deft itself has to say when a call does not come to its end; what a body throws is never wrapped in it. */
public class DeftException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message what happened, and to which task
     * @param cause what led to it, or null
     */
    public DeftException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
