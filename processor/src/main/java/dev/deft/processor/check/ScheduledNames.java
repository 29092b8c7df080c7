package dev.deft.processor.check;

import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.TaskType;
import dev.deft.processor.model.Word;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;

/** What a schedule adds to the wrapper must not be there already. */
final class ScheduledNames implements Rule {
    @Override
    public void check(TaskType type, Problems problems) {
        for (TaskMethod method : type.methods()) {
            method.words(Word.Scheduled.class)
                    .filter(scheduled ->
                            isTaken(type, method.scheduleName()) || type.inheritsMethod(method.scheduleName()))
                    .forEach(scheduled -> problems.add(
                            Problem.SCHEDULE_NAME_TAKEN, scheduled.origin(), scheduled.text(), method.scheduleName()));
        }
    }

    private static boolean isTaken(TaskType type, String name) {
        return type.methods().stream()
                .filter(method -> method.name().equals(name))
                .anyMatch(method -> WrapperSignature.of(method).parameters().isEmpty());
    }
}
