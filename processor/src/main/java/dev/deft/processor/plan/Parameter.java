package dev.deft.processor.plan;

import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * One parameter of a wrapped method.
 *
 * @param element the parameter as declared
 * @param type its type as a member of the wrapped type
 * @param injection whether the wrapper supplies it
 * @param name its name in the wrapper's method: the user's
 * @param inner its name in the private methods: the user's, unless something there goes by that name
 */
public record Parameter(VariableElement element, TypeMirror type, Injection injection, String name, String inner) {
    /** Who supplies a parameter. */
    public enum Injection {
        /** The caller. */
        NONE,
        /** The wrapper: the context of the running task. */
        CONTEXT,
        /** The wrapper: a new {@code Defer}. */
        DEFER
    }

    /** Whether callers of the wrapper pass it. */
    public boolean isPassed() {
        return injection == Injection.NONE;
    }
}
