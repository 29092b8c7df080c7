package dev.deft.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A limit that finds its own value: it grows while latency stays low, and shrinks when latency rises or calls fail of
 * overload.
 *
 * <p>Latency is that of calls that succeed, and is looked at once a second. Overload is a rejection, a timeout or a passed
 * deadline, be it thrown from within or what stops the call: it takes a tenth off the limit, at most once a second. Those
 * who find no permit wait, first come first served; whoever may not wait any longer, or not at all, is refused with a
 * {@code LimitExceededException}.
 *
 * @see <a href="https://github.com/Netflix/concurrency-limits">Netflix concurrency-limits, whose Gradient2Limit it
 *     follows</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface AdaptiveLimit {
    /**
     * The lowest value.
     *
     * @return 1 or more
     */
    int min() default 1;

    /**
     * The highest value.
     *
     * @return {@link #min} or more
     */
    int max() default 200;

    /**
     * The value to begin with; if it lies outside of {@link #min} to {@link #max}, the nearer of these.
     *
     * @return how many calls at once
     */
    int initial() default 20;

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
     * Shares the limit, and what is known of the latency, with every other adaptive limit of this name on the same
     * {@code Deft}; their settings must agree. Empty: the method has its own.
     *
     * @return a name, or nothing
     */
    String name() default "";
}
