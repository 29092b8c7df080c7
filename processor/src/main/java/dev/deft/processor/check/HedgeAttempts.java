package dev.deft.processor.check;

import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.Word;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;

/** A hedge is at least one more attempt. */
final class HedgeAttempts extends WordRule<Word.Hedge> {
    HedgeAttempts() {
        super(Word.Hedge.class);
    }

    @Override
    void check(Word.Hedge hedge, TaskMethod method, Problems problems) {
        if (hedge.max() < 1) {
            problems.add(Problem.HEDGES_TOO_FEW, hedge.origin().at("max"), "@Hedge(max = " + hedge.max() + ")");
        }
    }
}
