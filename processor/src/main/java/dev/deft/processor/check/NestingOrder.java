package dev.deft.processor.check;

import dev.deft.processor.model.Nesting;
import dev.deft.processor.model.Origin;
import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.TaskType;
import dev.deft.processor.model.WordKind;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;
import java.util.EnumSet;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;

/** {@code @Nesting} lists two words or more, none twice, and such as the method has. */
final class NestingOrder implements Rule {
    @Override
    public void check(TaskType type, Problems problems) {
        for (TaskMethod method : type.methods()) {
            method.nesting().ifPresent(nesting -> check(nesting, method, problems));
        }
    }

    private static void check(Nesting nesting, TaskMethod method, Problems problems) {
        Origin origin = nesting.origin();
        String text = nesting.text();
        Set<WordKind> listed = EnumSet.noneOf(WordKind.class);
        for (WordKind kind : nesting.order()) {
            if (!listed.add(kind)) {
                problems.add(Problem.NESTING_TWICE, origin, text, kind);
                return;
            }
        }
        if (listed.size() < 2) {
            problems.add(Problem.NESTING_TOO_SHORT, origin, text);
            return;
        }
        Set<WordKind> present = EnumSet.noneOf(WordKind.class);
        method.words().forEach(word -> present.add(WordKind.of(word)));
        boolean isForThisMethod = origin.element() instanceof ExecutableElement;
        nesting.order().stream()
                .filter(kind -> isForThisMethod && !present.contains(kind))
                .forEach(kind -> problems.add(
                        Problem.NESTING_WITHOUT_WORD, origin, text, method.name(), kind.annotation(), kind));
    }
}
