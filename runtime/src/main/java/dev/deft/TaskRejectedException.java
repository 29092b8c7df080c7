package dev.deft;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The task was turned away before its body ran: the runtime is closed, or a policy let nobody in.
 */
public class TaskRejectedException extends DeftException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message what happened, and to which task
     * @param cause what led to it, or null
     */
    public TaskRejectedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * Makes one without a cause.
     *
     * @param message what happened, and to which task
     */
    public TaskRejectedException(String message) {
        super(message, null);
    }
}
