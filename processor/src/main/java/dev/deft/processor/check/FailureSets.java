package dev.deft.processor.check;

import dev.deft.processor.model.FailureTypes;
import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.TaskType;
import dev.deft.processor.model.Word;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** {@code on} and {@code except} leave something to look at. */
final class FailureSets implements Rule {
    private final Types types;

    FailureSets(Types types) {
        this.types = types;
    }

    @Override
    public void check(TaskType type, Problems problems) {
        for (TaskMethod method : type.methods()) {
            method.words(Word.Selective.class).forEach(word -> check(word, word.failures(), problems));
        }
    }

    private void check(Word word, FailureTypes failures, Problems problems) {
        if (failures.on().isEmpty()) {
            problems.add(Problem.FAILURES_NONE, word.origin().at("on"), word.text());
        } else if (failures.on().stream().allMatch(on -> isExcepted(on, failures))) {
            problems.add(Problem.FAILURES_ALL_EXCEPTED, word.origin().at("except"), word.text());
        }
    }

    private boolean isExcepted(TypeMirror on, FailureTypes failures) {
        return failures.except().stream().anyMatch(except -> types.isSubtype(on, except));
    }
}
