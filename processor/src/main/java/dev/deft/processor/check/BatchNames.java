package dev.deft.processor.check;

import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.TaskType;
import dev.deft.processor.model.Word;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** What a batch adds to the wrapper must not be there already. */
final class BatchNames implements Rule {
    private static final String ITERABLE = "java.lang.Iterable";

    private final Types types;

    BatchNames(Types types) {
        this.types = types;
    }

    @Override
    public void check(TaskType type, Problems problems) {
        Set<String> added = new HashSet<>();
        for (TaskMethod method : type.methods()) {
            Stream<Word.Batch> batches = method.words(Word.Batch.class);
            batches.forEach(batch -> {
                if (!added.add(method.batchName())
                        || isTaken(type, method.batchName())
                        || type.inheritsMethod(method.batchName())) {
                    problems.add(Problem.BATCH_NAME_TAKEN, batch.origin(), batch.text(), method.batchName());
                }
            });
        }
    }

    private boolean isTaken(TaskType type, String name) {
        return type.methods().stream()
                .filter(method -> method.name().equals(name))
                .map(WrapperSignature::of)
                .anyMatch(signature -> signature.parameters().size() == 1
                        && isIterable(signature.parameters().get(0)));
    }

    private boolean isIterable(TypeMirror parameter) {
        return types.erasure(parameter).toString().equals(ITERABLE);
    }
}
