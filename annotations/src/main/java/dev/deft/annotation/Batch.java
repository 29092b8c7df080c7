package dev.deft.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On an {@link Async} method with one parameter: the wrapper also has {@code <method>All(Iterable)}, which starts a task
 * for each item and returns a {@code TaskGroup} of their results, in the order of the items.
 *
 * <p>Each item is a call of its own under all words of the method. The first that fails cancels the others, as in any group.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Batch {}
