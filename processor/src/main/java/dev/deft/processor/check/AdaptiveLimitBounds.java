package dev.deft.processor.check;

import dev.deft.processor.model.Origin;
import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.Word;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;

/** An adaptive limit lets somebody in, has room to move, and begins within it. */
final class AdaptiveLimitBounds extends WordRule<Word.AdaptiveLimit> {
    AdaptiveLimitBounds() {
        super(Word.AdaptiveLimit.class);
    }

    @Override
    void check(Word.AdaptiveLimit limit, TaskMethod method, Problems problems) {
        Origin origin = limit.origin();
        if (limit.min() < 1) {
            problems.add(Problem.PERMITS_TOO_FEW, origin.at("min"), "@AdaptiveLimit(min = " + limit.min() + ")");
        } else if (limit.max() < limit.min()) {
            String bound = origin.has("max") ? "max" : "min";
            problems.add(Problem.BOUNDS_CROSSED, origin.at(bound), limit.text(), limit.max(), limit.min());
        } else if (origin.has("initial") && (limit.initial() < limit.min() || limit.initial() > limit.max())) {
            int nearer = limit.initial() < limit.min() ? limit.min() : limit.max();
            problems.add(Problem.INITIAL_OUT_OF_BOUNDS, origin.at("initial"), limit.text(), limit.initial(), nearer);
        }
    }
}
