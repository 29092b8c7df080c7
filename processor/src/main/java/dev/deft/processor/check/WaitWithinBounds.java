package dev.deft.processor.check;

import dev.deft.processor.model.Nesting;
import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.Word;
import dev.deft.processor.model.WordKind;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;
import java.util.List;

/**
 * A caller whose method bounds its time is not kept waiting for a permit outside of that bound, unless {@code @Nesting}
 * names both. A method that bounds nothing may rely on its caller's deadline, which is not seen here.
 */
final class WaitWithinBounds extends WordRule<Word.Queued> {
    WaitWithinBounds() {
        super(Word.Queued.class);
    }

    @Override
    void check(Word.Queued limit, TaskMethod method, Problems problems) {
        if (!method.isAsync()
                && waitsWithoutEnd(limit)
                && bounds(method.around(limit)).isEmpty()) {
            method.nesting().ifPresent(nesting -> check(limit, bounds(method.within(limit)), nesting, problems));
        }
    }

    private static void check(Word.Queued limit, List<Word> bounds, Nesting nesting, Problems problems) {
        boolean isMeant = bounds.stream().map(WordKind::of).anyMatch(nesting.order()::contains);
        if (!bounds.isEmpty() && !isMeant) {
            problems.add(
                    Problem.WAIT_OUTSIDE_BOUND,
                    nesting.origin(),
                    nesting.text(),
                    limit.text(),
                    bounds.get(0).text());
        }
    }

    private static boolean waitsWithoutEnd(Word.Queued limit) {
        return limit.maxWait().isEmpty() && limit.maxQueue().orElse(1) != 0;
    }

    private static List<Word> bounds(List<Word> words) {
        return words.stream()
                .filter(word -> word instanceof Word.Timeout || word instanceof Word.Deadline)
                .toList();
    }
}
