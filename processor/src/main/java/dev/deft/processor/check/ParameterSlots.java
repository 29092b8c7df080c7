package dev.deft.processor.check;

import dev.deft.processor.model.Origin;
import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.TaskType;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The JVM passes 255 slots at most, and the wrapper's layers need some of their own. */
final class ParameterSlots implements Rule {
    private static final int MOST = 250;

    @Override
    public void check(TaskType type, Problems problems) {
        for (TaskMethod method : type.methods()) {
            int slots = method.type().getParameterTypes().stream()
                    .mapToInt(ParameterSlots::slots)
                    .sum();
            if (slots > MOST) {
                Origin origin = method.words().isEmpty()
                        ? Origin.of(method.element())
                        : method.words().get(0).origin();
                String word = method.words().isEmpty()
                        ? "@Tasks"
                        : method.words().get(0).text();
                problems.refuse(method, Problem.PARAMETERS_TOO_MANY, origin, word, method.name(), slots);
            }
        }
    }

    private static int slots(TypeMirror type) {
        return type.getKind() == TypeKind.LONG || type.getKind() == TypeKind.DOUBLE ? 2 : 1;
    }
}
