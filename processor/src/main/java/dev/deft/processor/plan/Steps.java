package dev.deft.processor.plan;

import dev.deft.processor.model.DurationTexts;
import dev.deft.processor.model.Span;
import dev.deft.processor.model.Word;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The effective order of a method's words, with what their values come to where the annotation does not show it. */
final class Steps {
    private Steps() {}

    static List<Step> of(List<Word> ordered) {
        return ordered.stream()
                .filter(word -> !addsMethod(word))
                .map(word -> new Step(word.text(), note(word)))
                .toList();
    }

    /** Whether a word adds methods to the wrapper, and changes nothing in that of the method it stands on. */
    static boolean addsMethod(Word word) {
        return word instanceof Word.Batch || word instanceof Word.Scheduled || word instanceof Word.Worker;
    }

    private static String note(Word word) {
        return switch (word) {
            case Word.Retry retry -> note(retry);
            case Word.CircuitBreaker circuit -> CircuitTexts.of(circuit);
            case Word.Hedge hedge -> note(hedge);
            case Word.RateLimit rate -> note(rate);
            case Word.Limit limit -> refusing(limit);
            case Word.AdaptiveLimit limit -> note(limit);
            case Word.SingleFlight flight -> flight.key().isPresent() ? "" : "by all parameters";
            case Word.Locked locked -> note(locked);
            default -> "";
        };
    }

    private static String note(Word.AdaptiveLimit limit) {
        String bounds = limit.min() + " to " + limit.max() + " at once, " + limit.begins() + " at first";
        return refusing(limit).isEmpty() ? bounds : bounds + ", " + refusing(limit);
    }

    private static String refusing(Word.Queued limit) {
        return refusesAtOnce(limit.maxWait()) ? "refuses at once when full" : "";
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

    private static boolean refusesAtOnce(Optional<Span> maxWait) {
        return maxWait.filter(span -> span.duration().isZero()).isPresent();
    }

    private static String note(Word.RateLimit rate) {
        return rate.permits() + " " + DurationTexts.every(rate.per().duration())
                + ", at most " + rate.burst().orElse(rate.permits()) + " at once"
                + (refusesAtOnce(rate.maxWait()) ? ", refuses the rest" : "");
    }

    private static String note(Word.Locked locked) {
        return locked.mode() == Word.Locked.Mode.EXCLUSIVE ? "exclusive" : "";
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
