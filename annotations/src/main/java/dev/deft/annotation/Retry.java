package dev.deft.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Calls again what failed, with a wait between the attempts.
 *
 * <p>{@code @Retry(attempts = 5, delay = "1s")} waits exactly 1, 2, 4 and 8 seconds. A failure that implements
 * {@code dev.deft.RetryAfter} sets a lower bound for the wait. The last failure reaches the caller as itself; earlier
 * ones are suppressed onto it, at most 8. Never retried: cancellation, interruption, an expired deadline, and
 * {@link Error}s unless {@link #on} names them.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Retry {
    /** For {@link #attempts}: no bound on their number. */
    int UNLIMITED = -1;

    /**
     * How many attempts at the most, the first call included.
     *
     * @return 1 or more, or {@link #UNLIMITED}
     */
    int attempts() default 3;

    /**
     * The wait before the second attempt, from which {@link #backoff} computes the later ones.
     *
     * @return a duration
     */
    String delay() default "100ms";

    /**
     * How the wait grows from attempt to attempt.
     *
     * @return the backoff
     */
    Backoff backoff() default Backoff.EXPONENTIAL;

    /**
     * What {@link Backoff#EXPONENTIAL} multiplies the wait with.
     *
     * @return 1.0 or more
     */
    double factor() default 2.0;

    /**
     * The longest wait between two attempts.
     *
     * @return a duration
     */
    String maxDelay() default "1m";

    /**
     * How the computed wait is randomised.
     *
     * @return the jitter
     */
    Jitter jitter() default Jitter.NONE;

    /**
     * How long the attempts and the waits between them may take in all: a wait that would end later is not begun, and
     * the last failure is thrown. Empty: no bound.
     *
     * @return a duration, or nothing
     */
    String maxDuration() default "";

    /**
     * The failures that are retried.
     *
     * @return the failures' classes
     */
    Class<? extends Throwable>[] on() default {Exception.class};

    /**
     * Failures that are not retried, even when {@link #on} covers them.
     *
     * @return the failures' classes
     */
    Class<? extends Throwable>[] except() default {};

    /**
     * Whether {@link #on} and {@link #except} are also looked for along the failure's causes.
     *
     * @return true to look along the causes
     */
    boolean causes() default false;

    /**
     * A predicate {@code boolean name(Throwable)}, asked after {@link #on} and {@link #except}: whether to retry this
     * failure. Empty: none.
     *
     * @return the method's name
     */
    String when() default "";

    /**
     * A predicate {@code boolean name(result)}: whether the result asks for another attempt. When it still does after
     * the last attempt, that result is returned. Empty: none.
     *
     * @return the method's name
     */
    String whileResult() default "";

    /**
     * A method {@code Duration name(Throwable, int attempt)} that computes the wait in the place of {@link #delay} and
     * {@link #backoff}. Empty: none.
     *
     * @return the method's name
     */
    String delayFrom() default "";

    /**
     * A method that is called before the wait for each further attempt, with any of the failure, the {@code attempt}
     * that failed and the method's parameters. Empty: none.
     *
     * @return the method's name
     */
    String onRetry() default "";

    /**
     * How much load the retries and hedges of this method may add, as a fraction of its calls: {@code 0.2} lets them add a
     * fifth. Each call pays in, and what it paid counts for ten seconds; beside that there are ten retries a second, so
     * that a method that is called seldom still retries. A retry that the budget refuses is not made, and the last failure
     * is thrown. 0: no bound but that of the {@code Deft}, if it has one.
     *
     * @return 0.0 to 1000.0
     */
    double budget() default 0.0;

    /**
     * Shares the {@link #budget} with every other retry of this name on the same {@code Deft}; their budgets must agree,
     * all else is each method's own. Empty: the method has a budget of its own.
     *
     * @return a name, or nothing
     */
    String name() default "";
}
