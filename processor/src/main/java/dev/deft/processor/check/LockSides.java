package dev.deft.processor.check;

import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.TaskType;
import dev.deft.processor.model.Word;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Under a lock that only this type's methods take, somebody writes. */
final class LockSides implements Rule {
    /** A lock that has no name. */
    private record Own(boolean ofTheClass, boolean byKey) {}

    @Override
    public void check(TaskType type, Problems problems) {
        Map<Own, List<Word.Locked>> locks = type.methods().stream()
                .flatMap(LockSides::owned)
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        for (List<Word.Locked> words : locks.values()) {
            if (words.stream().allMatch(word -> word.mode() == Word.Locked.Mode.READ)) {
                Word.Locked first = words.get(0);
                problems.add(
                        Problem.LOCK_ONLY_READ,
                        first.origin().at("mode"),
                        first.text(),
                        type.element().getSimpleName());
            }
        }
    }

    private static Stream<Map.Entry<Own, Word.Locked>> owned(TaskMethod method) {
        return method.words(Word.Locked.class)
                .filter(word -> word.name().isEmpty())
                .map(word -> Map.entry(new Own(method.isStatic(), word.key().isPresent()), word));
    }
}
