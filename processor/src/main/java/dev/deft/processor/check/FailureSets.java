package dev.deft.processor.check;

import dev.deft.processor.model.FailureTypes;
import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.TaskType;
import dev.deft.processor.model.Word;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;
import java.util.Optional;
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
            for (Word word : method.words()) {
                failures(word).ifPresent(failures -> check(word, failures, problems));
            }
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

    private static Optional<FailureTypes> failures(Word word) {
        return switch (word) {
            case Word.Retry retry -> Optional.of(retry.failures());
            case Word.Fallback fallback -> Optional.of(fallback.failures());
            case Word.Recover recover -> Optional.of(recover.failures());
            case Word.Async other -> Optional.empty();
            case Word.Deferred other -> Optional.empty();
            case Word.Limit other -> Optional.empty();
            case Word.Timeout other -> Optional.empty();
            case Word.Deadline other -> Optional.empty();
        };
    }
}
