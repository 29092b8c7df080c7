package dev.deft.health;

import java.time.Duration;

/**
 * Bodies that go on though they were told to end.
 *
 * @param task what they are, such as {@code PaymentService.charge}
 * @param reason why they should have ended
 * @param id the identity of the task; "" if it is not known which task or call it is
 * @param count how many; 1 if there is an identity
 * @param overdue for how long, at least, the first of them has been told to end
 */
public record Stuck(String task, Reason reason, String id, int count, Duration overdue) {
    /** Why a body should have ended. */
    public enum Reason {
        /** The timeout of the attempt is over. */
        TIMEOUT,
        /** The deadline has passed. */
        DEADLINE,
        /** It was cancelled. */
        CANCELLED
    }
}
