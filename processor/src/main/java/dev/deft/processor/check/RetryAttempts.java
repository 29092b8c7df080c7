package dev.deft.processor.check;

import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.Word;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;

/** {@code attempts} counts the first call. */
final class RetryAttempts extends WordRule<Word.Retry> {
    RetryAttempts() {
        super(Word.Retry.class);
    }

    @Override
    void check(Word.Retry retry, TaskMethod method, Problems problems) {
        retry.attempts().ifPresent(attempts -> {
            if (attempts < 1) {
                problems.add(
                        Problem.ATTEMPTS_TOO_FEW, retry.origin().at("attempts"), "@Retry(attempts = " + attempts + ")");
            }
        });
    }
}
