package dev.deft.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a method with one parameter: the wrapper also has {@code Task<Void> <method>Workers(source)}, which starts loops that
 * take items from a channel and call the method with each, under all its words, until the channel is closed and empty; and,
 * if the method returns something, {@code <method>Workers(source, sink)}, whose loops send that to another channel.
 *
 * <p>The channels are those of {@code dev.deft:deft-channels}. A failed item ends no loop. Nothing that was taken is lost: its
 * call returned, and its result was sent; or {@link #onFailure} is told, and where nobody is, the log. When all loops have
 * ended, the sink is closed.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Worker {
    /**
     * How many loops there are for each call of {@code <method>Workers}, so that as many items are worked on at once.
     *
     * @return at least 1
     */
    int value() default 1;

    /**
     * The method of the class to call when an item has failed, after all retries: with the failure, and then the item if it
     * takes it. One that takes a narrower failure is called for such alone. What it throws is logged.
     *
     * @return a method's name; empty: failures are logged
     */
    String onFailure() default "";
}
