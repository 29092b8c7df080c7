package dev.deft.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how the task wrapper of a type is written. A type with annotated methods needs it only to change something; a
 * subclass that merely inherits annotated methods needs it to get a wrapper of its own.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Tasks {
    /**
     * The simple name of the wrapper. Empty: the type's name followed by {@code Tasks}, so that {@code PaymentService}
     * gives {@code PaymentServiceTasks} and a nested {@code Outer.Inner} gives {@code Outer_InnerTasks}.
     *
     * @return a Java identifier, or nothing
     */
    String name() default "";

    /**
     * Whether the wrapper stands beside the class or extends it.
     *
     * @return the form
     */
    Form form() default Form.WRAPPER;

    /**
     * An interface of the class that the wrapper implements too; its methods without annotations are passed straight
     * through. {@code void.class}: none.
     *
     * @return the interface
     */
    Class<?> as() default void.class;

    /**
     * Whether the values of the annotations hold whatever anybody sets: neither settings nor changes at run time reach
     * the policies of this type. A setting that names them is reported.
     *
     * @return true to keep the annotations' values
     */
    boolean pinned() default false;
}
