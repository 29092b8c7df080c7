package dev.deft.processor.check;

import dev.deft.processor.model.FailureTypes;
import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.TaskType;
import dev.deft.processor.model.Word;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;
import dev.deft.processor.report.TypeText;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** {@code on} and {@code except} leave something to look at, and each class in them makes a difference. */
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
        } else {
            checkEach(word, failures, problems);
        }
    }

    private void checkEach(Word word, FailureTypes failures, Problems problems) {
        List<TypeMirror> excepted =
                failures.on().stream().filter(on -> isExcepted(on, failures)).toList();
        if (!excepted.isEmpty()) {
            problems.add(Problem.ON_EXCEPTED, word.origin().at("on"), word.text(), texts(excepted));
        }
        List<TypeMirror> idle = failures.except().stream()
                .filter(except -> !failures.causes() && !isNear(except, failures))
                .toList();
        if (!idle.isEmpty()) {
            problems.add(Problem.EXCEPT_WITHOUT_EFFECT, word.origin().at("except"), word.text(), texts(idle));
        }
    }

    /** Whether a failure can be of this class and of one in {@code on}. */
    private boolean isNear(TypeMirror except, FailureTypes failures) {
        return failures.on().stream().anyMatch(on -> types.isSubtype(on, except) || types.isSubtype(except, on));
    }

    private static String texts(List<TypeMirror> failures) {
        return failures.stream().map(TypeText::of).collect(Collectors.joining(", "));
    }

    private boolean isExcepted(TypeMirror on, FailureTypes failures) {
        return failures.except().stream().anyMatch(except -> types.isSubtype(on, except));
    }
}
