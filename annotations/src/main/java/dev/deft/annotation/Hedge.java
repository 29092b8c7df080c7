package dev.deft.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Starts another attempt beside one that is slow, and takes whichever succeeds first; the others are cancelled.
 *
 * <p>Every attempt, the first included, runs on a virtual thread of its own, in a method that blocks as well as under
 * {@link Async}, and in a context of its own, whose {@code attempt()} is its number; the caller waits. When an attempt
 * fails, the next one is started at once; when all have failed, the last failure is thrown, the earlier ones suppressed
 * onto it. Those that are cancelled give back what they hold, and no word counts them.
 *
 * <p>Only for methods that may safely run several times at once. Hedges draw on the
 * budget of the method's {@link Retry}, if it has one.
 *
 * @see <a href="https://research.google/pubs/the-tail-at-scale/">J. Dean, L. A. Barroso: The Tail at Scale</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Hedge {
    /**
     * How long to wait for an outcome before another attempt is started: a duration, where {@code "0"} starts all at once,
     * or a percentile of the method's own recent latency such as {@code "p95"}, which hedges about one call in twenty. As
     * long as too few calls are known to tell the percentile, time alone starts no attempt.
     *
     * @return a duration, or a percentile between {@code "p0"} and {@code "p100"}, both excluded
     */
    String after();

    /**
     * How many more attempts are started at the most.
     *
     * @return 1 or more
     */
    int max() default 1;
}
