package dev.deft.processor.discover;

import javax.lang.model.element.ExecutableElement;
import javax.tools.JavaFileObject;

/** Whether a method's parameters have the names that their author gave them. */
final class ParameterNames {
    private ParameterNames() {}

    /** Whether they are stand-ins: a class file need not have the names, and of an abstract method it seldom has. */
    static boolean areLost(Lang lang, ExecutableElement method) {
        int count = method.getParameters().size();
        for (int i = 0; i < count; i++) {
            if (!method.getParameters().get(i).getSimpleName().contentEquals("arg" + i)) {
                return false;
            }
        }
        return count > 0 && !isSource(lang, method);
    }

    private static boolean isSource(Lang lang, ExecutableElement method) {
        try {
            return lang.elements.getFileObjectOf(method).getKind() == JavaFileObject.Kind.SOURCE;
        } catch (UnsupportedOperationException unknown) {
            return false; // who writes such names can pass the parameters in their order
        }
    }
}
