package dev.deft.processor.check;

import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.Word;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;

/** A retry without a bound on its attempts ends by something else. */
final class RetryEnds extends WordRule<Word.Retry> {
    RetryEnds() {
        super(Word.Retry.class);
    }

    @Override
    void check(Word.Retry retry, TaskMethod method, Problems problems) {
        boolean ends = retry.attempts().isPresent()
                || retry.maxDuration().isPresent()
                || retry.when().isPresent()
                || retry.whileResult().isPresent()
                || method.words(Word.Deadline.class).findAny().isPresent()
                || method.around(retry).stream().anyMatch(Word.Timeout.class::isInstance);
        if (!ends) {
            problems.add(Problem.RETRY_ENDLESS, retry.origin().at("attempts"), retry.text(), method.name());
        }
    }
}
