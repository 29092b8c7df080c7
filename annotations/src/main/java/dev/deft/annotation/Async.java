package dev.deft.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs the method as a task, on a new virtual thread or in a pool, and returns its {@code Task} at once.
 *
 * <p>In the wrapper a result {@code T} becomes {@code Task<T>} and {@code void} becomes {@code Task<Void>}; a method
 * that returns {@code Task<T>}, {@code CompletableFuture<T>}, {@code CompletionStage<T>} or {@code Future<T>} becomes
 * {@code Task<T>} with that inner stage awaited on the task's thread. The wrapper's method declares no checked
 * exception: failures arrive through the task, unwrapped.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Async {
    /**
     * The pool whose threads run the task, by the name that {@code Deft.builder().pool(name, …)} gave it. A wrapper cannot
     * be made on a {@code Deft} that has no pool of that name. Empty: a new virtual thread.
     *
     * @return the pool's name
     */
    String pool() default "";

    /**
     * A method of the class to call on the task's thread after it succeeded: {@code onSuccess(result)}, followed by any
     * of the method's parameters by name. Empty: none.
     *
     * @return the method's name
     */
    String onSuccess() default "";

    /**
     * A method of the class to call on the task's thread after it failed for good: {@code onFailure(Throwable)},
     * followed by any of the method's parameters by name. Empty: none.
     *
     * @return the method's name
     */
    String onFailure() default "";

    /**
     * Whether the task starts from a fresh context instead of the caller's, so that neither the caller's cancellation
     * nor its deadline reaches it.
     *
     * @return true to detach
     */
    boolean detached() default false;
}
