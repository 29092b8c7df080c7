package dev.deft.processor.check;

import dev.deft.processor.model.Origin;
import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.TaskType;
import dev.deft.processor.model.Word;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;

/** State by key has room for a key, and there is a key. */
final class MaxKeys implements Rule {
    @Override
    public void check(TaskType type, Problems problems) {
        for (TaskMethod method : type.methods()) {
            method.words().forEach(word -> check(word, problems));
        }
    }

    private static void check(Word word, Problems problems) {
        Origin place = word.origin().at("maxKeys");
        if (word.maxKeys().orElse(1) < 1) {
            problems.add(Problem.MAX_KEYS_TOO_FEW, place, word.text());
        } else if (word.key().isEmpty() && word.origin().has("maxKeys")) {
            problems.add(Problem.MAX_KEYS_WITHOUT_KEY, place, word.text());
        }
    }
}
