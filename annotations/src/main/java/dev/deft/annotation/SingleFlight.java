package dev.deft.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets concurrent calls with equal keys, on the same object, share one execution and its outcome.
 *
 * <p>The first call runs; calls that come meanwhile wait and get the same result or the same failure object. Nothing is
 * kept once it has ended. A call that waits can be cancelled on its own; if the one that runs is cancelled, another of
 * them runs in its place.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface SingleFlight {
    /**
     * What makes calls the same: a path over the parameters such as {@code "order.customer.id"}, each step a record
     * component, a getter's property, a field or a method without parameters. Keys are compared by {@code equals}, arrays by
     * their content; null is one like any other, but a null on the way to it is a {@code NullPointerException}. Empty: all
     * parameters must be equal.
     *
     * @return the path, or nothing
     */
    String key() default "";
}
