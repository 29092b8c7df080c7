package dev.deft.processor.plan;

import dev.deft.processor.model.TaskMethod;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.type.TypeKind;

/**
 * One method of the wrapper.
 *
 * @param method what was read of it
 * @param constant the constant that names it; empty for one that is passed straight through
 * @param taskParameters its parameter types as the task's name shows them
 * @param parameters its parameters, the supplied ones included
 * @param typeVariables its type variables
 * @param explicitTypeArguments whether calls must name the type arguments, because the arguments do not tell them
 * @param starter the private method that starts its task, where itself it has to return nothing; or empty
 * @param entry how it begins
 * @param layers its layers, outermost first, without the one for listeners
 * @param isOverride whether it overrides a method of an interface, of the class that the wrapper extends, or of {@code Object}
 * @param safeVarargs whether the user has said that it does no harm to its generic arguments, and so does the wrapper
 * @param deprecated the user's {@code @Deprecated}
 * @param warnings what its signature alone would be warned of: {@code rawtypes}, {@code removal} and the like
 * @param starterWarnings the same for the method that starts its task, if there is one
 * @param batchWarnings the same for the method that {@code @Batch} adds
 * @param scheduleWarnings the same for the method that {@code @Scheduled} adds
 * @param workersWarnings the same for the methods that {@code @Worker} adds
 * @param layerWarnings the same for a layer, by the name of its method
 * @param deprecatedLayers the layers that call something deprecated
 * @param locals names for local variables
 * @param steps the effective order, for its Javadoc
 */
public record MethodPlan(
        TaskMethod method,
        String constant,
        List<String> taskParameters,
        List<Parameter> parameters,
        TypeVariables typeVariables,
        boolean explicitTypeArguments,
        Optional<String> starter,
        Entry entry,
        List<Layer> layers,
        boolean isOverride,
        boolean safeVarargs,
        Optional<AnnotationMirror> deprecated,
        List<String> warnings,
        List<String> starterWarnings,
        List<String> batchWarnings,
        List<String> scheduleWarnings,
        List<String> workersWarnings,
        Map<String, List<String>> layerWarnings,
        List<String> deprecatedLayers,
        Locals locals,
        List<Step> steps) {
    /** The parameters that callers pass. */
    public List<Parameter> passed() {
        return parameters.stream().filter(Parameter::isPassed).toList();
    }

    /** Whether it gets away without a result. */
    public boolean isVoid() {
        return method.resultType().getKind() == TypeKind.VOID;
    }
}
