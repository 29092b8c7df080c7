package dev.deft.processor.check;

import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.Word;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;

/** A limit lets somebody in. */
final class LimitPermits extends WordRule<Word.Limit> {
    LimitPermits() {
        super(Word.Limit.class);
    }

    @Override
    void check(Word.Limit limit, TaskMethod method, Problems problems) {
        if (limit.permits() < 1) {
            problems.add(Problem.PERMITS_TOO_FEW, limit.origin().at("value"), "@Limit(" + limit.permits() + ")");
        }
    }
}
