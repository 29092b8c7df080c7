package dev.deft.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Bounds the whole call: all attempts and waits. Nested calls inherit the sooner deadline.
 *
 * <p>When it passes, the body is interrupted and the call ends in a {@code DeadlineExceededException}, whose cause is
 * the last failure if there was one. A wait that would outlive the deadline is not begun. An {@link Async} task
 * completes at its deadline even if its body does not stop.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Deadline {
    /**
     * How long the whole call may take.
     *
     * @return a duration above zero
     */
    String value();
}
