package dev.deft.processor.plan;

import dev.deft.processor.model.Family;
import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.TaskType;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** What compilers say of a method because of the one that it implements, as they have said of the user's. */
final class Overriding {
    private Overriding() {}

    /** Whether it stands in for {@code Object.finalize()}. */
    static boolean isFinalizer(TaskMethod method) {
        return method.overridesInterface()
                && method.name().equals("finalize")
                && method.element().getParameters().isEmpty();
    }

    /** Whether one returns less than the interface says; javac says so of the whole class. */
    static boolean isUnchecked(TaskType type) {
        return type.methods().stream()
                .filter(method -> method.overridesInterface()
                        && RawTypes.isRaw(method.type().getReturnType()))
                .anyMatch(method -> type.implemented().stream()
                        .flatMap(above -> Family.methods((TypeElement) above.asElement()))
                        .anyMatch(above -> promisesMore(above, method)));
    }

    /** Whether a method is the same one, with type arguments in its return type. */
    private static boolean promisesMore(ExecutableElement above, TaskMethod method) {
        return above.getSimpleName().contentEquals(method.name())
                && above.getParameters().size()
                        == method.element().getParameters().size()
                && above.getReturnType() instanceof DeclaredType returned
                && !returned.getTypeArguments().isEmpty();
    }
}
