package dev.deft.processor.check;

import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.Word;
import dev.deft.processor.report.Problems;

/** Attributes of a circuit breaker that another one leaves without effect. */
final class CircuitBreakerIdleAttributes extends WordRule<Word.CircuitBreaker> {
    CircuitBreakerIdleAttributes() {
        super(Word.CircuitBreaker.class);
    }

    @Override
    void check(Word.CircuitBreaker circuit, TaskMethod method, Problems problems) {
        if (circuit.windowTime().isPresent() && circuit.origin().has("minCalls")) {
            warnOfIdle(circuit, "window", "beside windowTime and minCalls", problems);
        }
        if (circuit.slowCall().isEmpty()) {
            warnOfIdle(circuit, "slowRate", "without slowCall", problems);
        }
    }
}
