package dev.deft.processor.check;

import dev.deft.processor.model.Origin;
import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.Word;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;

/** Rates are fractions of calls, and there are calls to look at. */
final class CircuitBreakerValues extends WordRule<Word.CircuitBreaker> {
    /** The window remembers each call. */
    private static final int MOST_CALLS = 1_000_000;

    CircuitBreakerValues() {
        super(Word.CircuitBreaker.class);
    }

    @Override
    void check(Word.CircuitBreaker circuit, TaskMethod method, Problems problems) {
        checkRate(circuit.origin(), "failureRate", circuit.failureRate(), problems);
        checkRate(circuit.origin(), "slowRate", circuit.slowRate(), problems);
        checkCalls(circuit.origin(), "window", circuit.window(), problems);
        if (circuit.windowTime().isEmpty() && circuit.window() > MOST_CALLS) {
            Origin window = circuit.origin().at("window");
            problems.add(Problem.WINDOW_TOO_LARGE, window, text("window", circuit.window()));
        }
        checkCalls(circuit.origin(), "trialCalls", circuit.trialCalls(), problems);
        if (circuit.window() >= 1) {
            checkCalls(circuit.origin(), "minCalls", circuit.minCalls(), problems);
        }
        if (circuit.windowTime().isEmpty() && circuit.window() >= 1 && circuit.minCalls() > circuit.window()) {
            problems.add(
                    Problem.WINDOW_TOO_SMALL,
                    circuit.origin().at("minCalls"),
                    circuit.text(),
                    circuit.minCalls(),
                    circuit.window());
        }
    }

    private static void checkRate(Origin origin, String attribute, double rate, Problems problems) {
        if (!(rate > 0.0 && rate <= 1.0)) {
            problems.add(Problem.RATE_NO_FRACTION, origin.at(attribute), text(attribute, rate), attribute);
        }
    }

    private static void checkCalls(Origin origin, String attribute, int calls, Problems problems) {
        if (calls < 1) {
            problems.add(Problem.CALLS_TOO_FEW, origin.at(attribute), text(attribute, calls), attribute);
        }
    }

    private static String text(String attribute, Object value) {
        return "@CircuitBreaker(" + attribute + " = " + value + ")";
    }
}
