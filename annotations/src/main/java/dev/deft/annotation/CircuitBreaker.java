package dev.deft.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stops calling what keeps failing, and tries again later.
 *
 * <p>Closed, it lets calls through and looks at the last of them. When the failures or the slow calls among them reach
 * their rate it opens, and refuses calls with a {@code CircuitOpenException}, which tells when to come back. After
 * {@link #openFor} it is half open, and lets {@link #trialCalls} calls through: if all of them succeed it closes and
 * begins anew, if one fails it opens again. It stands within {@link Retry}, so each attempt counts, and an open circuit
 * ends the retrying unless {@code CircuitOpenException} is named in {@link Retry#on}.
 *
 * <p>A call that was cancelled or interrupted counts for nothing, and neither does an {@link Error} that {@link #on} does
 * not name; if it was a trial, another call takes its place.
 *
 * @see <a href="https://martinfowler.com/bliki/CircuitBreaker.html">Martin Fowler: Circuit Breaker</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface CircuitBreaker {
    /**
     * The fraction of failed calls in the window that opens the circuit.
     *
     * @return above 0.0, at most 1.0
     */
    double failureRate() default 0.5;

    /**
     * How many of the last calls are looked at, unless {@link #windowTime} is given.
     *
     * @return 1 or more, at most 1 000 000
     */
    int window() default 20;

    /**
     * Looks at the calls of this last stretch of time instead of at a number of calls. It is forgotten in tenths. Empty:
     * by count.
     *
     * @return a duration above zero, or nothing
     */
    String windowTime() default "";

    /**
     * How many calls have to be in the window before a rate means anything. 0: as many as {@link #window} says.
     *
     * @return 1 or more, or 0; by count, at most {@link #window}
     */
    int minCalls() default 0;

    /**
     * How long the circuit stays open before it lets trial calls through.
     *
     * @return a duration above zero
     */
    String openFor() default "5s";

    /**
     * How many calls a half-open circuit lets through on trial.
     *
     * @return 1 or more
     */
    int trialCalls() default 1;

    /**
     * What takes longer is slow, whether it fails or not. Empty: nothing is.
     *
     * @return a duration above zero, or nothing
     */
    String slowCall() default "";

    /**
     * The fraction of slow calls in the window that opens the circuit. Matters with {@link #slowCall} only.
     *
     * @return above 0.0, at most 1.0
     */
    double slowRate() default 1.0;

    /**
     * The failures that count. Other exceptions are answers, and so count as successes.
     *
     * @return the failures' classes
     */
    Class<? extends Throwable>[] on() default {Exception.class};

    /**
     * Failures that do not count, even when {@link #on} covers them.
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
     * Gives each key a circuit of its own: a path over the parameters such as {@code "order.customer.id"}, each step a
     * record component, a getter's property, a field or a method without parameters. Keys are compared by {@code equals};
     * null is one like any other, but a null on the way to it is a {@code NullPointerException}. Empty: one circuit for
     * all calls.
     *
     * @return the path, or nothing
     */
    String key() default "";

    /**
     * With {@link #key}: how many circuits are kept at once. One is kept while somebody is inside, and until nobody has
     * used it for ten times {@link #openFor}. Beyond this number, a closed circuit without a failure makes room; if there
     * is none, calls with yet another key pass without being looked at.
     *
     * @return 1 or more
     */
    int maxKeys() default 10_000;

    /**
     * Shares the circuit with every other circuit breaker of this name on the same {@code Deft}; their settings must
     * agree. With {@link #key}, equal keys share one. Empty: the method has its own.
     *
     * @return a name, or nothing
     */
    String name() default "";
}
