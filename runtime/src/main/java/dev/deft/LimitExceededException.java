package dev.deft;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A limit was full, and the call would not, or could no longer, wait for its turn.
 */
public class LimitExceededException extends TaskRejectedException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message what happened, and to which task
     * @param cause what led to it, or null
     */
    public LimitExceededException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * Makes one without a cause.
     *
     * @param message what happened, and to which task
     */
    public LimitExceededException(String message) {
        super(message, null);
    }
}
