package dev.deft.processor.check;

import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.Word;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;
import javax.lang.model.type.TypeKind;

/** What is done beside itself gives a result; what gives none is called for its effect, which a hedge has twice. */
final class HedgeOfVoid extends WordRule<Word.Hedge> {
    HedgeOfVoid() {
        super(Word.Hedge.class);
    }

    @Override
    void check(Word.Hedge hedge, TaskMethod method, Problems problems) {
        if (method.resultType().getKind() == TypeKind.VOID) {
            problems.add(Problem.HEDGE_OF_VOID, hedge.origin(), hedge.text(), method.name());
        }
    }
}
