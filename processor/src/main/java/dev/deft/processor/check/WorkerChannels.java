package dev.deft.processor.check;

import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.TaskType;
import dev.deft.processor.model.Word;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;

/** Workers need channels, which are not part of the runtime. */
final class WorkerChannels implements Rule {
    @Override
    public void check(TaskType type, Problems problems) {
        if (type.seesChannels()) {
            return;
        }
        for (TaskMethod method : type.methods()) {
            method.words(Word.Worker.class)
                    .forEach(worker -> problems.add(Problem.CHANNELS_MISSING, worker.origin(), worker.text()));
        }
    }
}
