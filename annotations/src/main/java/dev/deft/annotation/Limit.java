package dev.deft.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets so many bodies run at once, first come first served.
 *
 * <p>A call that may not wait any longer, or not at all, is refused with a {@code LimitExceededException}. Permits
 * come back on every path. Repeated limits are taken in the order written.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
@Repeatable(Limit.List.class)
public @interface Limit {
    /**
     * How many bodies may run at once.
     *
     * @return 1 or more
     */
    int value();

    /**
     * How long a call waits for its turn; {@code "0"} refuses at once. Empty: as long as it takes.
     *
     * @return a duration, or nothing
     */
    String maxWait() default "";

    /**
     * How many calls may wait at once; one more is refused.
     *
     * @return 0 or more
     */
    int maxQueue() default Integer.MAX_VALUE;

    /**
     * Gives each key permits of its own: a path over the parameters such as {@code "order.customer.id"}, each step a record
     * component, a getter's property, a field or a method without parameters. Keys are compared by {@code equals}; null is
     * one like any other, but a null on the way to it is a {@code NullPointerException}. Empty: one state for all calls.
     *
     * @return the path, or nothing
     */
    String key() default "";

    /**
     * With {@link #key}: how many keys may have somebody inside or waiting at once. A call with yet another key is refused.
     * Nothing is kept of a key that nobody uses.
     *
     * @return 1 or more
     */
    int maxKeys() default 10_000;

    /**
     * How many permits a call takes: a path like {@link #key}, to an {@code int} (or what becomes one without a cast). It
     * is read once, before the call waits; 0 takes nothing, and less, or more than {@link #value}, is an
     * {@code IllegalArgumentException}. Empty: one.
     *
     * @return the path, or nothing
     */
    String weight() default "";

    /**
     * Shares the permits with every other limit of this name on the same {@code Deft}; their settings must agree.
     * With {@link #key}, equal keys share them. Empty: the method has its own.
     *
     * @return a name, or nothing
     */
    String name() default "";

    /** Holds repeated {@link Limit} annotations. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.METHOD, ElementType.TYPE})
    @interface List {
        /**
         * The repeated annotations.
         *
         * @return them, in source order
         */
        Limit[] value();
    }
}
