package dev.deft.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Changes the order in which policies nest: {@code @Nesting({TIMEOUT, RETRY})} puts the timeout around all attempts.
 *
 * <p>The listed words move together, in this order from the outside in, to the place of the outermost of them; the
 * others keep their places. {@link Fallback} stays outermost and {@link Recover} innermost. The order in which
 * annotations stand in the source never matters.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Nesting {
    /**
     * The words to reorder, outermost first.
     *
     * @return two words or more, none twice
     */
    Word[] value();
}
