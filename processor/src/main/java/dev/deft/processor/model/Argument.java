package dev.deft.processor.model;

import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** What is handed to one parameter of a method that an annotation names. */
public sealed interface Argument {
    /** A parameter of the annotated method. */
    record Parameter(VariableElement parameter) implements Argument {}

    /**
     * The failure.
     *
     * @param type {@code Throwable} or narrower: then the method is called only for such failures
     */
    record Failure(TypeMirror type) implements Argument {}

    /** The result; null or zero where there is none. */
    record Result() implements Argument {}

    /** The number of the attempt that just ended. */
    record Attempt() implements Argument {}

    /** The context of the running task. */
    record Context() implements Argument {}
}
