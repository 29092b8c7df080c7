package dev.deft.processor.check;

import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.TaskType;
import dev.deft.processor.model.Word;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;
import javax.lang.model.type.TypeKind;

/** Keys are compared by {@code equals}, save for those of {@code @SingleFlight}, of which arrays count by their content. */
final class KeyArrays implements Rule {
    @Override
    public void check(TaskType type, Problems problems) {
        for (TaskMethod method : type.methods()) {
            for (Word word : method.words()) {
                word.key()
                        .filter(key -> !(word instanceof Word.SingleFlight))
                        .filter(key -> key.type().getKind() == TypeKind.ARRAY)
                        .ifPresent(key -> problems.add(Problem.KEY_ARRAY, key.origin(), word.text(), key.text()));
            }
        }
    }
}
