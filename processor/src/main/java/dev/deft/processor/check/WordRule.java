package dev.deft.processor.check;

import dev.deft.processor.model.Origin;
import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.TaskType;
import dev.deft.processor.model.Word;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;

/** A rule about each word of a kind by itself. */
abstract class WordRule<W extends Word> implements Rule {
    private final Class<W> kind;

    WordRule(Class<W> kind) {
        this.kind = kind;
    }

    @Override
    public final void check(TaskType type, Problems problems) {
        for (TaskMethod method : type.methods()) {
            method.words(kind).forEach(word -> check(word, method, problems));
        }
    }

    abstract void check(W word, TaskMethod method, Problems problems);

    /** Warns of an attribute, if it was written, that something else leaves without effect. */
    static void warnOfIdle(Word word, String attribute, String why, Problems problems) {
        Origin origin = word.origin();
        if (origin.has(attribute)) {
            problems.add(Problem.ATTRIBUTE_WITHOUT_EFFECT, origin.at(attribute), word.text(), attribute, why);
        }
    }
}
