package dev.deft.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets so many calls begin in a stretch of time: a token bucket, exact over any window.
 *
 * <p>The bucket is full at first, gains its tokens steadily, and each call takes one. A call that finds none waits for its
 * turn, first come first served. One that would have to wait longer than {@link #maxWait}, or past its deadline, is
 * refused at once and takes nothing: a {@code RateLimitExceededException}, which tells when to come back. Repeated rate
 * limits are taken in the order written.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
@Repeatable(RateLimit.List.class)
public @interface RateLimit {
    /**
     * How many tokens the bucket gains in each {@link #per}, and so how many calls may begin in it for long.
     *
     * @return 1 or more
     */
    int value();

    /**
     * The stretch of time that {@link #value} is meant for.
     *
     * @return a duration above zero
     */
    String per() default "1s";

    /**
     * How many tokens the bucket holds, and so how many calls may begin at one moment after a quiet time. 0: as many as
     * {@link #value}.
     *
     * @return 0 or more
     */
    int burst() default 0;

    /**
     * How long a call waits for its token; {@code "0"} refuses at once. Empty: as long as it takes.
     *
     * @return a duration, or nothing
     */
    String maxWait() default "";

    /**
     * Gives each key a bucket of its own: a path over the parameters such as {@code "order.customer.id"}, each step a record
     * component, a getter's property, a field or a method without parameters. Keys are compared by {@code equals}; null is
     * one like any other, but a null on the way to it is a {@code NullPointerException}. Empty: one state for all calls.
     *
     * @return the path, or nothing
     */
    String key() default "";

    /**
     * With {@link #key}: how many keys may have a bucket that is not full at once. A call with yet another key is refused.
     * Nothing is kept of a key whose bucket is full.
     *
     * @return 1 or more
     */
    int maxKeys() default 10_000;

    /**
     * How many tokens a call takes: a path like {@link #key}, to an {@code int} (or what becomes one without a cast). 0
     * takes nothing, and less, or more than {@link #burst}, is an {@code IllegalArgumentException}. Empty: one.
     *
     * @return the path, or nothing
     */
    String weight() default "";

    /**
     * Shares the bucket with every other rate limit of this name on the same {@code Deft}; their settings must agree. With
     * {@link #key}, equal keys share one. Empty: the method has its own.
     *
     * @return a name, or nothing
     */
    String name() default "";

    /** Holds repeated {@link RateLimit} annotations. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.METHOD, ElementType.TYPE})
    @interface List {
        /**
         * The repeated annotations.
         *
         * @return them, in source order
         */
        RateLimit[] value();
    }
}
