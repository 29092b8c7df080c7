package dev.deft.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a method without parameters: the wrapper also has {@code Task<Void> schedule<Method>()}, which calls it again and again,
 * each time under all its words, until the task that it returns is cancelled.
 *
 * <p>Exactly one of {@link #every}, {@link #delay} and {@link #cron} says when. Nothing runs before {@code schedule<Method>} is
 * called. Runs never overlap; of an {@link Async} method, the next waits for the task of the one before. A run that fails is
 * logged and, like one that takes too long, does not keep the next from coming.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Scheduled {
    /**
     * At a fixed rate: the time from one moment to the next, however long a run takes.
     *
     * @return a duration above zero; empty if something else says when
     */
    String every() default "";

    /**
     * The time from the end of one run to the beginning of the next.
     *
     * @return a duration above zero; empty if something else says when
     */
    String delay() default "";

    /**
     * A cron expression, as {@code Deft.builder().cron(…)} reads it; that is where the format and the time zone come from.
     *
     * @return an expression, which is read when the ticker is started; empty if something else says when
     */
    String cron() default "";

    /**
     * The time until the first run, {@code "0"} for one at once. Of a {@link #cron} expression, the moments are left out that
     * come before.
     *
     * @return a duration; empty: one {@link #every} or {@link #delay}
     */
    String initialDelay() default "";

    /**
     * How long a run may be put off, at random and anew for each, so that many processes do not all run at once. The moments
     * after it are not shifted.
     *
     * @return a duration; empty: not at all
     */
    String jitter() default "";

    /**
     * What becomes of moments that pass during a long run. With {@link #delay} there are none.
     *
     * @return left out by default
     */
    Overlap overlap() default Overlap.SKIP;
}
