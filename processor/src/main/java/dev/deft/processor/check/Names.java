package dev.deft.processor.check;

import dev.deft.processor.model.RuntimeNames;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Types by name: the processor does not depend on their classes. */
final class Names {
    private Names() {}

    static boolean is(TypeMirror type, String name) {
        return type.getKind() == TypeKind.DECLARED
                && ((DeclaredType) type).asElement() instanceof TypeElement element
                && element.getQualifiedName().contentEquals(name);
    }

    /** Whether the wrapper supplies parameters of this type, so that its own method lacks them. */
    static boolean isInjected(TypeMirror type) {
        return is(type, RuntimeNames.TASK_CONTEXT) || is(type, RuntimeNames.DEFER);
    }
}
