package dev.deft.processor.check;

import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.Word;
import dev.deft.processor.model.WordKind;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;

/** A queue has a size, and whoever stands in it may wait. */
final class LimitQueue extends WordRule<Word.Queued> {
    LimitQueue() {
        super(Word.Queued.class);
    }

    @Override
    void check(Word.Queued limit, TaskMethod method, Problems problems) {
        limit.maxQueue().ifPresent(maxQueue -> {
            boolean refusesAtOnce =
                    limit.maxWait().filter(span -> span.duration().isZero()).isPresent();
            if (maxQueue < 0) {
                String word = WordKind.of(limit).annotation();
                problems.add(
                        Problem.QUEUE_NEGATIVE,
                        limit.origin().at("maxQueue"),
                        "@" + word + "(maxQueue = " + maxQueue + ")");
            } else if (refusesAtOnce) {
                problems.add(Problem.QUEUE_WITHOUT_WAIT, limit.origin().at("maxQueue"), limit.text());
            }
        });
    }
}
