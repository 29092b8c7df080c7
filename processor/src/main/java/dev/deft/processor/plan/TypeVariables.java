package dev.deft.processor.plan;

import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeParameterElement;

/**
 * The type variables of a wrapper or of one of its methods.
 *
 * @param declared those that it declares, in order
 * @param renamed the names of those in scope that cannot keep their own
 */
public record TypeVariables(List<TypeParameterElement> declared, Map<TypeParameterElement, String> renamed) {
    /** The name of a type variable in the wrapper. */
    public String name(TypeParameterElement variable) {
        return renamed.getOrDefault(variable, variable.getSimpleName().toString());
    }
}
