package dev.deft.processor.check;

import dev.deft.processor.model.RuntimeNames;
import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.TaskType;
import dev.deft.processor.model.Word;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;

/** A body has one {@code Defer}, and an empty {@code @Deferred} is there for it. */
final class DeferParameters implements Rule {
    @Override
    public void check(TaskType type, Problems problems) {
        for (TaskMethod method : type.methods()) {
            long defers = method.type().getParameterTypes().stream()
                    .filter(parameter -> Names.is(parameter, RuntimeNames.DEFER))
                    .count();
            if (defers > 1 && !method.words().isEmpty()) {
                Word first = method.words().get(0);
                problems.add(Problem.DEFER_TWICE, first.origin(), first.text());
            }
            method.words(Word.Deferred.class)
                    .filter(deferred -> deferred.cleanups().isEmpty() && defers == 0)
                    .filter(deferred -> !deferred.text().contains("\"")) // one that names methods was read before
                    .forEach(deferred -> problems.add(Problem.DEFERRED_NOTHING, deferred.origin(), deferred.text()));
        }
    }
}
