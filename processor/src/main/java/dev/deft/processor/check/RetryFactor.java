package dev.deft.processor.check;

import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.Word;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;

/** {@code factor} makes waits longer, never shorter. */
final class RetryFactor extends WordRule<Word.Retry> {
    RetryFactor() {
        super(Word.Retry.class);
    }

    @Override
    void check(Word.Retry retry, TaskMethod method, Problems problems) {
        if (!(retry.factor() >= 1.0) || Double.isInfinite(retry.factor())) {
            problems.add(
                    Problem.FACTOR_TOO_SMALL, retry.origin().at("factor"), "@Retry(factor = " + retry.factor() + ")");
        }
    }
}
