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
     * Shares the permits with every other limit of this name on the same {@code Deft}; their settings must agree.
     * Empty: the method has its own.
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
