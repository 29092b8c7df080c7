package dev.deft.processor.check;

import dev.deft.processor.model.FailureTypes;
import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.TaskType;
import dev.deft.processor.model.Word;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * What looks at failures finds some that {@code @Recover} within has not turned into results. Handlers and cleanups that
 * declare a failure, and words that fail by themselves, leave some.
 */
final class RecoverBefore implements Rule {
    private final Types types;

    RecoverBefore(Types types) {
        this.types = types;
    }

    @Override
    public void check(TaskType type, Problems problems) {
        for (TaskMethod method : type.methods()) {
            if (method.words(Word.Recover.class).findAny().isPresent()) {
                method.words(Word.Selective.class)
                        .filter(RecoverBefore::looksAtFailuresAlone)
                        .forEach(word -> check(word, method.within(word), problems));
            }
        }
    }

    private void check(Word.Selective word, List<Word> within, Problems problems) {
        List<Word.Recover> recovers = within.stream()
                .filter(Word.Recover.class::isInstance)
                .map(Word.Recover.class::cast)
                .toList();
        boolean leavesNone = within.stream().noneMatch(RecoverBefore::fails)
                && !word.failures().on().isEmpty()
                && word.failures().on().stream()
                        .allMatch(on -> recovers.stream().anyMatch(recover -> covers(recover, on)));
        if (leavesNone) {
            problems.add(
                    Problem.RECOVERED_BEFORE,
                    word.origin(),
                    word.text(),
                    recovers.get(0).text());
        }
    }

    private static boolean looksAtFailuresAlone(Word.Selective word) {
        return (word instanceof Word.Retry retry && retry.whileResult().isEmpty())
                || (word instanceof Word.CircuitBreaker circuit
                        && circuit.slowCall().isEmpty());
    }

    /** Whether a word can fail where the body has not. */
    private static boolean fails(Word word) {
        return switch (word) {
            case Word.Timeout other -> true;
            case Word.Deadline other -> true;
            case Word.Queued other -> true;
            case Word.RateLimit other -> true;
            case Word.CircuitBreaker other -> true;
            case Word.Recover recover -> declaresFailure(recover);
            case Word.Deferred deferred -> declaresFailure(deferred);
            default -> false;
        };
    }

    private static boolean declaresFailure(Word word) {
        return word.methods().stream()
                .anyMatch(named -> !named.method().getThrownTypes().isEmpty());
    }

    private boolean covers(Word.Recover recover, TypeMirror failure) {
        FailureTypes failures = recover.failures();
        Optional<TypeMirror> taken = recover.handler().failureType();
        return failures.except().isEmpty()
                && failures.on().stream().anyMatch(on -> types.isSubtype(failure, on))
                && taken.filter(type -> !types.isSubtype(failure, types.erasure(type)))
                        .isEmpty();
    }
}
