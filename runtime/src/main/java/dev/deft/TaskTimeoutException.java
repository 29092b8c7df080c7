package dev.deft;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * An attempt ran longer than its timeout. Another attempt may follow; the call as a whole is bounded by a deadline.
 */
public class TaskTimeoutException extends DeftException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message what happened, and to which task
     * @param cause what led to it, or null
     */
    public TaskTimeoutException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * Makes one without a cause.
     *
     * @param message what happened, and to which task
     */
    public TaskTimeoutException(String message) {
        super(message, null);
    }
}
