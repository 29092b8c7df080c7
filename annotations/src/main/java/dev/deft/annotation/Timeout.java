package dev.deft.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Bounds one attempt, the wait for its limit included: interrupts the body when the time is up and throws a
 * {@code TaskTimeoutException}.
 *
 * <p>A body that does not heed the interrupt is waited for, and has timed out all the same. No interrupt is left
 * behind, and nothing that runs afterwards is interrupted. For prompt completion of a task whatever its body does,
 * there is {@link Deadline}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Timeout {
    /**
     * How long one attempt may take.
     *
     * @return a duration above zero
     */
    String value();
}
