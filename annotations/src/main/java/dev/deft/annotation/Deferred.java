package dev.deft.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Cleanup methods that run when the body ends, on every path out of it, the last named first.
 *
 * <p>A cleanup method takes any of the method's parameters by name, the failure (a {@link Throwable} or narrower) or
 * the result (a parameter named {@code result}). Its arguments are fixed before the body runs. Every cleanup runs,
 * whatever the others throw; the first failure is thrown and later ones are suppressed onto it. Whether the outcome is
 * a success or a failure is judged when the cleanup's turn comes.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
@Repeatable(Deferred.List.class)
public @interface Deferred {
    /**
     * The names of the cleanup methods; they run in reverse.
     *
     * @return the names
     */
    String[] value() default {};

    /**
     * The outcomes after which they run.
     *
     * @return any outcome, success only, or failure only
     */
    Outcome on() default Outcome.ANY;

    /** Holds repeated {@link Deferred} annotations. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.METHOD, ElementType.TYPE})
    @interface List {
        /**
         * The repeated annotations.
         *
         * @return them, in source order
         */
        Deferred[] value();
    }
}
