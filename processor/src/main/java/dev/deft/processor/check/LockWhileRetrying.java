package dev.deft.processor.check;

import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.Word;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;
import java.util.List;

/** A lock that is held during all attempts comes free again: they end. */
final class LockWhileRetrying extends WordRule<Word.Retry> {
    LockWhileRetrying() {
        super(Word.Retry.class);
    }

    @Override
    void check(Word.Retry retry, TaskMethod method, Problems problems) {
        List<Word> around = method.around(retry);
        boolean ends = retry.attempts().isPresent()
                || retry.maxDuration().isPresent()
                || around.stream().anyMatch(word -> word instanceof Word.Timeout || word instanceof Word.Deadline);
        if (!ends && around.stream().anyMatch(Word.Locked.class::isInstance)) {
            method.nesting()
                    .ifPresent(nesting ->
                            problems.add(Problem.LOCK_HELD_FOR_EVER, nesting.origin(), nesting.text(), method.name()));
        }
    }
}
