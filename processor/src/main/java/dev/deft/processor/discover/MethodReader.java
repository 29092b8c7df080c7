package dev.deft.processor.discover;

import dev.deft.processor.model.Nesting;
import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.Word;
import dev.deft.processor.report.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ExecutableType;

/** Reads the words of one method. */
final class MethodReader {
    private final Lang lang;
    private final Members members;
    private final TypeElement root;
    private final Problems problems;
    private boolean complete = true;

    MethodReader(Lang lang, Members members, TypeElement root, Problems problems) {
        this.lang = lang;
        this.members = members;
        this.root = root;
        this.problems = problems;
    }

    /** Whether every word of every method so far was understood. */
    boolean isComplete() {
        return complete;
    }

    /** The method under these marks; without any it is passed straight through. */
    TaskMethod read(ExecutableElement element, Map<String, List<Mark>> marks, boolean overridesInterface) {
        ExecutableType type = members.typeOf(element);
        Subject subject = Subject.of(lang, root, element, type, marks.containsKey("Async"));
        Reading reading = new Reading(lang, members, subject, problems);
        List<Word> words = new ArrayList<>();
        for (WordReader reader : WordReader.ALL) {
            for (Mark mark : marks.getOrDefault(reader.word(), List.of())) {
                Values values = new Values(mark);
                reader.read(mark, values, reading).ifPresent(words::add);
                complete &= !values.broken();
            }
        }
        Optional<Nesting> nesting = marks.getOrDefault(Vocabulary.NESTING, List.of()).stream()
                .findFirst()
                .map(this::nesting);
        complete &= reading.isComplete();
        return new TaskMethod(
                element,
                type,
                List.copyOf(words),
                nesting,
                subject.resultType(),
                subject.stage(),
                throwsInterruption(type),
                overridesInterface);
    }

    private Nesting nesting(Mark mark) {
        Values values = new Values(mark);
        Nesting nesting = NestingReader.read(values);
        complete &= !values.broken();
        return nesting;
    }

    private boolean throwsInterruption(ExecutableType type) {
        return type.getThrownTypes().stream()
                .anyMatch(thrown -> lang.types.isSubtype(lang.known("java.lang.InterruptedException"), thrown));
    }
}
