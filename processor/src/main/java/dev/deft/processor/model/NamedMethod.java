package dev.deft.processor.model;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;

/**
 * A method that an annotation names, resolved and bound: how to call it.
 *
 * @param method the method
 * @param arguments one for each of its parameters, in order
 * @param stage whether it returns a stage of the result, which is to be awaited
 * @param origin where it was named
 */
public record NamedMethod(ExecutableElement method, List<Argument> arguments, StageKind stage, Origin origin) {
    /** The simple name. */
    public String name() {
        return method.getSimpleName().toString();
    }

    /** Whether it is called on the class instead of the target. */
    public boolean isStatic() {
        return method.getModifiers().contains(Modifier.STATIC);
    }

    /** The failure that it takes, if it takes one. */
    public Optional<TypeMirror> failureType() {
        return arguments.stream()
                .filter(Argument.Failure.class::isInstance)
                .map(argument -> ((Argument.Failure) argument).type())
                .findFirst();
    }
}
