package dev.deft.processor.check;

import dev.deft.processor.model.RuntimeNames;
import dev.deft.processor.model.StageKind;
import dev.deft.processor.model.TaskMethod;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** What methods return under {@code @Async}, beside what was promised. */
final class TaskResults {
    private final Elements elements;
    private final Types types;

    TaskResults(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /** Whether a {@code Task} of the result is what the method says that it returns. */
    boolean fit(TaskMethod method) {
        TypeElement task = elements.getTypeElement(RuntimeNames.TASK);
        TypeMirror promised = method.type().getReturnType();
        if (task == null) {
            return method.stage() != StageKind.NONE;
        }
        if (promised.getKind() == TypeKind.VOID || promised.getKind().isPrimitive()) {
            return false;
        }
        TypeMirror result = method.resultType();
        TypeMirror held = result.getKind().isPrimitive()
                ? types.boxedClass(types.getPrimitiveType(result.getKind())).asType()
                : result;
        return types.isSubtype(types.getDeclaredType(task, held), promised);
    }
}
