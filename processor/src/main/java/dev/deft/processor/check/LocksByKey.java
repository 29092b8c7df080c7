package dev.deft.processor.check;

import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.TaskType;
import dev.deft.processor.model.Word;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;
import java.util.HashMap;
import java.util.Map;

/** Locks of one name have a key everywhere or nowhere, or they are different locks. */
final class LocksByKey implements Rule {
    private final Map<String, Taken> named = new HashMap<>();

    private record Taken(Word.Locked word, String method) {
        boolean isKeyed() {
            return word.key().isPresent();
        }
    }

    @Override
    public void check(TaskType type, Problems problems) {
        for (TaskMethod method : type.methods()) {
            method.words(Word.Locked.class)
                    .forEach(word -> word.name().ifPresent(name -> {
                        Taken here = new Taken(word, type.element().getSimpleName() + "." + method.name());
                        Taken before = named.putIfAbsent(name, here);
                        if (before != null && before.isKeyed() != here.isKeyed()) {
                            warn(here, before, problems);
                        }
                    }));
        }
    }

    private static void warn(Taken here, Taken before, Problems problems) {
        Taken keyed = here.isKeyed() ? here : before;
        Taken plain = here.isKeyed() ? before : here;
        problems.add(
                Problem.LOCKS_APART,
                here.word().origin().at(here.isKeyed() ? "key" : "value"),
                here.word().text(),
                keyed.method(),
                plain.method());
    }
}
