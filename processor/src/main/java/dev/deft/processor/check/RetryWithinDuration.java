package dev.deft.processor.check;

import dev.deft.processor.model.Backoffs;
import dev.deft.processor.model.DurationTexts;
import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.Word;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;

/** A retry whose {@code maxDuration} has passed before the first wait ends never makes a second attempt. */
final class RetryWithinDuration extends WordRule<Word.Retry> {
    RetryWithinDuration() {
        super(Word.Retry.class);
    }

    @Override
    void check(Word.Retry retry, TaskMethod method, Problems problems) {
        boolean neverAgain =
                retry.maxDuration().filter(span -> !span.duration().isZero()).isPresent()
                        && retry.attempts().orElse(2) > 1
                        && Backoffs.shortestFirst(retry)
                                .filter(first -> first.compareTo(
                                                retry.maxDuration().get().duration())
                                        >= 0)
                                .isPresent();
        if (neverAgain) {
            problems.add(
                    Problem.DELAY_BEYOND_MAX_DURATION,
                    retry.origin().at("maxDuration"),
                    retry.text(),
                    DurationTexts.written(Backoffs.shortestFirst(retry).orElseThrow()));
        }
    }
}
