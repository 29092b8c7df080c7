package dev.deft.processor.check;

import dev.deft.processor.model.Span;
import dev.deft.processor.model.TaskMethod;
import dev.deft.processor.model.Word;
import dev.deft.processor.report.Problem;
import dev.deft.processor.report.Problems;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** A circuit breaker that looks at a stretch of time sees enough calls in it, for all that the method's rate lets through. */
final class CircuitWithinRate extends WordRule<Word.CircuitBreaker> {
    CircuitWithinRate() {
        super(Word.CircuitBreaker.class);
    }

    @Override
    void check(Word.CircuitBreaker circuit, TaskMethod method, Problems problems) {
        if (circuit.windowTime().isEmpty()) {
            return;
        }
        Span window = circuit.windowTime().get();
        method.words(Word.RateLimit.class)
                .filter(rate -> rate.key().isEmpty() && rate.permits() > 0)
                .filter(rate -> !rate.per().duration().isZero()
                        && !rate.per().duration().isNegative())
                .filter(rate -> most(rate, window.duration()).compareTo(BigDecimal.valueOf(circuit.minCalls())) < 0)
                .findFirst()
                .ifPresent(rate -> problems.add(
                        Problem.CIRCUIT_BEYOND_RATE,
                        circuit.origin().at("minCalls"),
                        circuit.text(),
                        circuit.minCalls(),
                        window.text(),
                        rate.text()));
    }

    /** How many calls can begin within a stretch of time. */
    private static BigDecimal most(Word.RateLimit rate, Duration time) {
        BigDecimal gained = nanos(time)
                .multiply(BigDecimal.valueOf(rate.permits()))
                .divide(nanos(rate.per().duration()), 0, RoundingMode.CEILING);
        return gained.add(BigDecimal.valueOf(rate.burst().orElse(rate.permits())));
    }

    private static BigDecimal nanos(Duration duration) {
        return BigDecimal.valueOf(duration.getSeconds()).movePointRight(9).add(BigDecimal.valueOf(duration.getNano()));
    }
}
