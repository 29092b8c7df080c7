package dev.deft.processor.check;

import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.Word;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;
import dev.deft.processor.report.TypeText;

/** Workers are some, and call with what they take, which is one item at a time. */
final class WorkerShape extends WordRule<Word.Worker> {
    WorkerShape() {
        super(Word.Worker.class);
    }

    @Override
    void check(Word.Worker worker, TaskMethod method, Problems problems) {
        if (worker.loops() < 1) {
            problems.add(Problem.WORKERS_TOO_FEW, worker.origin().at("value"), "@Worker(" + worker.loops() + ")");
        }
        int parameters = WrapperSignature.of(method).parameters().size();
        if (parameters != 1) {
            String number = parameters == 0 ? "none" : String.valueOf(parameters);
            problems.add(
                    Problem.WORKER_PARAMETERS, worker.origin(), worker.text(), TypeText.of(method.element()), number);
        }
    }
}
