package dev.deft.processor.plan;

import dev.deft.processor.model.DurationTexts;
import dev.deft.processor.model.Word;

/** When a {@code @CircuitBreaker} opens and closes, told in words. */
final class CircuitTexts {
    private CircuitTexts() {}

    /** {@code opens for 5 s when 50 % of the last 20 calls fail, closes after 1 trial call}. */
    static String of(Word.CircuitBreaker circuit) {
        return "opens for " + DurationTexts.of(circuit.openFor().duration())
                + " when " + (isByTheLastCall(circuit) ? lastCall(circuit) : share(circuit))
                + ", closes after " + calls(circuit.trialCalls(), "trial call");
    }

    private static boolean isByTheLastCall(Word.CircuitBreaker circuit) {
        return circuit.windowTime().isEmpty() && circuit.window() == 1;
    }

    private static String lastCall(Word.CircuitBreaker circuit) {
        return "the last call fails"
                + circuit.slowCall()
                        .map(span -> " or takes longer than " + DurationTexts.of(span.duration()))
                        .orElse("");
    }

    private static String share(Word.CircuitBreaker circuit) {
        return Percents.of(circuit.failureRate()) + " of " + window(circuit) + " fail"
                + circuit.slowCall()
                        .map(span -> " or " + Percents.of(circuit.slowRate()) + " take longer than "
                                + DurationTexts.of(span.duration()))
                        .orElse("");
    }

    private static String window(Word.CircuitBreaker circuit) {
        if (circuit.windowTime().isPresent()) {
            return "the calls of the last "
                    + DurationTexts.of(circuit.windowTime().get().duration()) + ", " + circuit.minCalls()
                    + " at least,";
        }
        String all = "the last " + circuit.window() + " calls";
        return circuit.minCalls() < circuit.window() ? all + ", " + circuit.minCalls() + " at least," : all;
    }

    private static String calls(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
