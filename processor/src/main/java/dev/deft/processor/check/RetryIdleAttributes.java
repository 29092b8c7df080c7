package dev.deft.processor.check;

import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.Word;
import dev.deft.processor.report.Problems;
import java.util.List;

/** Attributes that another attribute leaves without effect. */
final class RetryIdleAttributes extends WordRule<Word.Retry> {
    RetryIdleAttributes() {
        super(Word.Retry.class);
    }

    @Override
    void check(Word.Retry retry, TaskMethod method, Problems problems) {
        if (retry.delayFrom().isPresent()) {
            for (String attribute : List.of("delay", "backoff", "factor", "maxDelay")) {
                warnOfIdle(retry, attribute, "beside delayFrom", problems);
            }
        } else if (retry.backoff() != Word.Retry.Backoff.EXPONENTIAL) {
            warnOfIdle(retry, "factor", "with backoff = " + retry.backoff(), problems);
        }
        if (retry.attempts().orElse(0) == 1) {
            for (String attribute :
                    List.of("delay", "backoff", "maxDelay", "jitter", "maxDuration", "delayFrom", "onRetry")) {
                warnOfIdle(retry, attribute, "with attempts = 1, after which there is no wait", problems);
            }
        }
    }
}
