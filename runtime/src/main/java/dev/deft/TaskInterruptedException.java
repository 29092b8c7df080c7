package dev.deft;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The thread was interrupted while Deft waited for the task, in a method that does not declare {@link InterruptedException}.
 *
 * <p>The thread's interrupt flag is set when this is thrown.
 */
public class TaskInterruptedException extends DeftException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message what happened, and to which task
     * @param cause what led to it, or null
     */
    public TaskInterruptedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * Makes one without a cause.
     *
     * @param message what happened, and to which task
     */
    public TaskInterruptedException(String message) {
        super(message, null);
    }
}
