package dev.deft;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The deadline of the whole call passed. Its cause is the last failure before that, if there was one.
 */
public class DeadlineExceededException extends DeftException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message what happened, and to which task
     * @param cause what led to it, or null
     */
    public DeadlineExceededException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * Makes one without a cause.
     *
     * @param message what happened, and to which task
     */
    public DeadlineExceededException(String message) {
        super(message, null);
    }
}
