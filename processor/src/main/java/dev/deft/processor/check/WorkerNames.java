package dev.deft.processor.check;

import dev.deft.processor.model.RuntimeNames;
import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.TaskType;
import dev.deft.processor.model.Word;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.type.TypeMirror;

/** What workers add to the wrapper must not be there already. */
final class WorkerNames implements Rule {
    @Override
    public void check(TaskType type, Problems problems) {
        Set<String> added = new HashSet<>();
        for (TaskMethod method : type.methods()) {
            Stream<Word.Worker> workers = method.words(Word.Worker.class);
            workers.forEach(worker -> {
                if (!added.add(method.workersName())
                        || isTaken(type, method.workersName())
                        || type.inheritsMethod(method.workersName())) {
                    problems.add(Problem.WORKER_NAME_TAKEN, worker.origin(), worker.text(), method.workersName());
                }
            });
        }
    }

    private static boolean isTaken(TaskType type, String name) {
        return type.methods().stream()
                .filter(method -> method.name().equals(name))
                .map(method -> WrapperSignature.of(method).parameters())
                .anyMatch(WorkerNames::areChannels);
    }

    private static boolean areChannels(List<TypeMirror> parameters) {
        return switch (parameters.size()) {
            case 1 -> Names.is(parameters.get(0), RuntimeNames.RECEIVER);
            case 2 ->
                Names.is(parameters.get(0), RuntimeNames.RECEIVER) && Names.is(parameters.get(1), RuntimeNames.SENDER);
            default -> false;
        };
    }
}
