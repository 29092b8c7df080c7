package dev.deft.processor.check;

import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.Word;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;

/** A budget is a fraction of the calls, and a name is for sharing one. */
final class RetryBudgets extends WordRule<Word.Retry> {
    /** The most that the runtime takes. */
    private static final double MOST = 1000.0;

    RetryBudgets() {
        super(Word.Retry.class);
    }

    @Override
    void check(Word.Retry retry, TaskMethod method, Problems problems) {
        if (!(retry.budget() >= 0.0 && retry.budget() <= MOST)) {
            problems.add(
                    Problem.BUDGET_OUT_OF_BOUNDS,
                    retry.origin().at("budget"),
                    "@Retry(budget = " + retry.budget() + ")");
        } else if (retry.budget() == 0.0) {
            warnOfIdle(retry, "name", "without budget, which is what it shares", problems);
        }
    }
}
