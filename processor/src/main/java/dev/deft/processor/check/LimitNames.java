package dev.deft.processor.check;

import dev.deft.processor.model.Span;
import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.TaskType;
import dev.deft.processor.model.Word;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;
import java.util.HashMap;
import java.util.Map;

/**
 * Limits of one name are one limit, so their settings agree. This sees a whole compilation; the runtime sees the rest.
 */
final class LimitNames implements Rule {
    private final Map<String, Named> seen = new HashMap<>();

    private record Named(Word.Limit limit, String method) {
        boolean agreesWith(Word.Limit other) {
            return limit.permits() == other.permits()
                    && limit.maxQueue().equals(other.maxQueue())
                    && limit.maxWait()
                            .map(Span::duration)
                            .equals(other.maxWait().map(Span::duration));
        }
    }

    @Override
    public void check(TaskType type, Problems problems) {
        for (TaskMethod method : type.methods()) {
            method.words(Word.Limit.class)
                    .forEach(limit -> limit.name().ifPresent(name -> {
                        Named here = new Named(limit, type.element().getSimpleName() + "." + method.name());
                        Named before = seen.putIfAbsent(name, here);
                        if (before != null && !before.agreesWith(limit)) {
                            problems.add(
                                    Problem.LIMITS_DISAGREE,
                                    limit.origin().at("name"),
                                    limit.text(),
                                    name,
                                    before.method(),
                                    before.limit().text());
                        }
                    }));
        }
    }
}
