package dev.deft.processor.check;

import dev.deft.processor.model.Span;
import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.Word;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;

/** A first wait beyond the longest one leaves nothing of the backoff. */
final class RetryDelays extends WordRule<Word.Retry> {
    RetryDelays() {
        super(Word.Retry.class);
    }

    @Override
    void check(Word.Retry retry, TaskMethod method, Problems problems) {
        Span delay = retry.delay();
        Span longest = retry.maxDelay();
        if (!longest.duration().isZero()
                && delay.duration().compareTo(longest.duration()) > 0
                && retry.delayFrom().isEmpty()) {
            problems.add(
                    Problem.DELAY_ABOVE_MAX,
                    retry.origin().at(retry.origin().has("delay") ? "delay" : "maxDelay"),
                    retry.text(),
                    "\"" + delay.text() + "\"",
                    "\"" + longest.text() + "\"");
        }
    }
}
