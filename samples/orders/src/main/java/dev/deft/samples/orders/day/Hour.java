package dev.deft.samples.orders.day;

import java.util.EnumMap;
import java.util.Map;

/** How an hour went: of all answers, how many there were. */
final class Hour {
    private final Map<Answer, Integer> answers = new EnumMap<>(Answer.class);

    void add(Answer answer) {
        answers.merge(answer, 1, Integer::sum);
    }

    void add(Hour other) {
        other.answers.forEach((answer, count) -> answers.merge(answer, count, Integer::sum));
    }

    int count(Answer answer) {
        return answers.getOrDefault(answer, 0);
    }

    int sent() {
        return answers.values().stream().mapToInt(Integer::intValue).sum();
    }
}
