package dev.deft.processor.check;

import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.Word;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;

/** Attempts that exclude each other are not made beside each other. */
final class HedgeOrLock extends WordRule<Word.Hedge> {
    HedgeOrLock() {
        super(Word.Hedge.class);
    }

    @Override
    void check(Word.Hedge hedge, TaskMethod method, Problems problems) {
        if (method.words(Word.Locked.class).findAny().isPresent()) {
            problems.add(Problem.HEDGE_LOCKED, hedge.origin(), hedge.text(), method.name());
        }
    }
}
