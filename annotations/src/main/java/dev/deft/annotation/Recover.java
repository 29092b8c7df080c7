package dev.deft.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Turns a failure of the body into a result, as Go's {@code recover} does.
 *
 * <p>It stands around the body itself, within each attempt. On the way out of the body what it registered with its
 * {@code Defer} runs first, then {@code @Recover}, then the cleanups that {@code @Deferred} names, which see the
 * recovered outcome. Of several, the first in source order that matches is called.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
@Repeatable(Recover.List.class)
public @interface Recover {
    /**
     * The handler: a method that returns what the body returns.
     *
     * @return the method's name
     */
    String value();

    /**
     * The failures that the handler is called for. Cancellation and interruption are among them only when named.
     *
     * @return the failures' classes
     */
    Class<? extends Throwable>[] on() default {Exception.class};

    /**
     * Failures that pass the handler by, even when {@link #on} covers them.
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

    /** Holds repeated {@link Recover} annotations. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.METHOD, ElementType.TYPE})
    @interface List {
        /**
         * The repeated annotations.
         *
         * @return them, in source order
         */
        Recover[] value();
    }
}
