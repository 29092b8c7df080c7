package dev.deft.processor.check;

import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.TaskType;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is left of a type for a stub, which has to compile whatever the user wrote. */
public final class Stubs {
    private Stubs() {}

    /**
     * The type without a wrapper that extends it where none can, without the methods that no wrapper can declare, and then
     * without the interface that wants them; empty when nothing is left.
     */
    public static Optional<TaskType> of(TaskType type, Problems problems) {
        return withoutRefused(problems.have(Problem.SUBCLASS_IMPOSSIBLE) ? type.withoutSubclass() : type, problems);
    }

    private static Optional<TaskType> withoutRefused(TaskType type, Problems problems) {
        Set<TaskMethod> refused = problems.refused();
        if (refused.isEmpty()) {
            return Optional.of(type);
        }
        boolean keepsInterface = refused.stream().noneMatch(TaskMethod::overridesInterface);
        List<TaskMethod> left = type.methods().stream()
                .filter(method -> !refused.contains(method))
                .map(method -> keepsInterface ? method : standingAlone(method))
                .toList();
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(type.with(keepsInterface ? type.implemented() : Optional.empty(), left));
    }

    private static TaskMethod standingAlone(TaskMethod method) {
        return new TaskMethod(
                method.element(),
                method.type(),
                method.words(),
                method.nesting(),
                method.resultType(),
                method.stage(),
                method.throwsInterruption(),
                false);
    }
}
