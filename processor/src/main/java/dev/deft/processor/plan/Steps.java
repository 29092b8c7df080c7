package dev.deft.processor.plan;

import dev.deft.processor.model.Word;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The effective order of a method's words, with what their values come to where the annotation does not show it. */
final class Steps {
    private Steps() {}

    static List<Step> of(List<Word> ordered) {
        return ordered.stream().map(word -> new Step(word.text(), note(word))).toList();
    }

    private static String note(Word word) {
        return switch (word) {
            case Word.Retry retry -> note(retry);
            case Word.CircuitBreaker circuit -> CircuitTexts.of(circuit);
            case Word.Hedge hedge -> note(hedge);
            case Word.Limit limit ->
                limit.maxWait().isPresent() && limit.maxWait().get().duration().isZero()
                        ? "refuses at once when full"
                        : "";
            default -> "";
        };
    }

    private static String note(Word.Hedge hedge) {
        boolean one = hedge.max() == 1;
        String more = one ? "another attempt" : "up to " + hedge.max() + " more attempts";
        String each = one ? " " : ", each ";
        if (hedge.percentile().isPresent()) {
            String percent = Percents.of(hedge.percentile().getAsDouble());
            return more + each + "when " + percent + " of the recent calls were faster";
        }
        Duration after = hedge.after().orElseThrow().duration();
        return after.isZero()
                ? more + " at once"
                : more + each + "after " + DurationTexts.of(after) + " without an outcome";
    }

    private static String note(Word.Retry retry) {
        List<String> parts = new ArrayList<>();
        if (!retry.text().contains("attempts = ")) {
            retry.attempts().ifPresent(attempts -> parts.add(attempts + " attempts"));
        }
        String waits = Waits.of(retry);
        if (!waits.isEmpty()) {
            parts.add(waits);
        }
        return String.join(", ", parts);
    }
}
