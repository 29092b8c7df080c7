package dev.deft.processor.check;

import dev.deft.processor.model.DurationTexts;
import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.Word;
import dev.deft.processor.model.WorstCase;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;
import java.time.Duration;
import java.util.List;

/** What stands within a deadline fits into it: a timeout, and at worst all attempts and waits. */
final class WithinDeadline extends WordRule<Word.Deadline> {
    WithinDeadline() {
        super(Word.Deadline.class);
    }

    @Override
    void check(Word.Deadline deadline, TaskMethod method, Problems problems) {
        List<Word> within = method.within(deadline);
        Duration bound = deadline.span().duration();
        for (Word word : within) {
            if (word instanceof Word.Timeout timeout
                    && timeout.span().duration().compareTo(bound) >= 0) {
                problems.add(
                        Problem.TIMEOUT_BEYOND_DEADLINE, timeout.origin().at("value"), timeout.text(), deadline.text());
                return;
            }
        }
        boolean isRetried = within.stream().anyMatch(Word.Retry.class::isInstance);
        WorstCase.of(within)
                .filter(worst -> isRetried && worst.time().compareTo(bound) > 0)
                .ifPresent(worst -> problems.add(
                        Problem.WORST_CASE_BEYOND_DEADLINE,
                        deadline.origin().at("value"),
                        deadline.text(),
                        DurationTexts.written(worst.time())));
    }
}
