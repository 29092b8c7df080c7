package dev.deft.processor.check;

import dev.deft.processor.model.TaskMethod;
import java.util.List;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * A method as the wrapper declares it.
 *
 * @param method the task method
 * @param parameters the types of the parameters that are not injected
 */
record WrapperSignature(TaskMethod method, List<TypeMirror> parameters) {
    static WrapperSignature of(TaskMethod method) {
        return new WrapperSignature(
                method,
                method.type().getParameterTypes().stream()
                        .filter(type -> !Names.isInjected(type))
                        .map(TypeMirror.class::cast)
                        .toList());
    }

    boolean drops() {
        return parameters.size() < method.type().getParameterTypes().size();
    }

    /** Whether Java could not tell the two methods apart. */
    boolean clashesWith(String name, List<? extends TypeMirror> others, Types types) {
        if (!method.name().equals(name) || parameters.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < others.size(); i++) {
            if (!types.isSameType(types.erasure(parameters.get(i)), types.erasure(others.get(i)))) {
                return false;
            }
        }
        return true;
    }
}
