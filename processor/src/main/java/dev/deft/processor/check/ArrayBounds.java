package dev.deft.processor.check;

import dev.deft.processor.model.Origin;
import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.TaskType;
import dev.deft.processor.model.Word;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;
import dev.deft.processor.report.TypeText;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeVariable;

/** A type variable may come to be bounded by an array, where a class is inherited for one, but none can be declared so. */
final class ArrayBounds implements Rule {
    @Override
    public void check(TaskType type, Problems problems) {
        for (TaskMethod method : type.methods()) {
            method.type().getTypeVariables().stream()
                    .filter(variable -> variable.getUpperBound().getKind() == TypeKind.ARRAY)
                    .findFirst()
                    .ifPresent(variable -> refuse(type, method, variable, problems));
        }
    }

    private static void refuse(TaskType type, TaskMethod method, TypeVariable variable, Problems problems) {
        Origin origin =
                method.words().stream().findFirst().map(Word::origin).orElseGet(() -> Origin.of(type.element()));
        String word = method.words().stream().findFirst().map(Word::text).orElse("@Tasks");
        problems.refuse(
                method,
                Problem.BOUND_IS_ARRAY,
                origin,
                word,
                TypeText.of(method.element()),
                TypeText.of(variable),
                TypeText.of(variable.getUpperBound()),
                type.element().getSimpleName());
    }
}
