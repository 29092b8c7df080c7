package dev.deft.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs the body under a lock, released on every path.
 *
 * <p>The lock is reentrant, and whoever has waited longest is next. A wait for it ends when the task is cancelled, its
 * deadline or its timeout passes, or its thread is interrupted; a virtual thread that waits holds no carrier. A method
 * may not have both this and {@link Hedge}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Locked {
    /**
     * The name of a lock, shared by all methods that name it on the same {@code Deft}. Empty: one lock for each wrapper
     * object, shared by its methods (for static methods one for the class).
     *
     * @return a name, or nothing
     */
    String value() default "";

    /**
     * Which side of the lock is taken.
     *
     * @return the mode
     */
    LockMode mode() default LockMode.EXCLUSIVE;

    /**
     * Gives each key a lock of its own: a path over the parameters such as {@code "order.customer.id"}, each step a record
     * component, a getter's property, a field or a method without parameters. Keys are compared by {@code equals}; null is
     * one like any other, but a null on the way to it is a {@code NullPointerException}. At most 10 000 keys may be in use
     * at once, and nothing is kept of a key that nobody uses. Empty: one lock.
     *
     * @return the path, or nothing
     */
    String key() default "";
}
