package dev.deft.processor.check;

import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.Word;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;
import dev.deft.processor.report.TypeText;
import java.util.Optional;

/** A batch is made of tasks that belong to it, one for each item. */
final class BatchShape extends WordRule<Word.Batch> {
    BatchShape() {
        super(Word.Batch.class);
    }

    @Override
    void check(Word.Batch batch, TaskMethod method, Problems problems) {
        Optional<Word.Async> async = method.words(Word.Async.class).findFirst();
        if (async.isEmpty()) {
            problems.add(Problem.BATCH_WITHOUT_ASYNC, batch.origin(), batch.text(), method.name());
        } else if (async.get().detached()) {
            problems.add(
                    Problem.BATCH_DETACHED,
                    batch.origin(),
                    batch.text(),
                    async.get().text());
        }
        int parameters = WrapperSignature.of(method).parameters().size();
        if (parameters != 1) {
            String number = parameters == 0 ? "none" : String.valueOf(parameters);
            problems.add(Problem.BATCH_PARAMETERS, batch.origin(), batch.text(), TypeText.of(method.element()), number);
        }
    }
}
