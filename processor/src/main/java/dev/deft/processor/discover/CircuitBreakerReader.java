package dev.deft.processor.discover;

import dev.deft.processor.model.Word;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code @CircuitBreaker}. */
final class CircuitBreakerReader implements WordReader {
    @Override
    public String word() {
        return "CircuitBreaker";
    }

    @Override
    public Optional<Word.CircuitBreaker> read(Mark mark, Values values, Reading reading) {
        int window = values.integer("window");
        int minCalls = values.integer("minCalls");
        return Optional.of(new Word.CircuitBreaker(
                mark.origin(),
                mark.text(),
                values.real("failureRate"),
                window,
                reading.optionalPositive(values, "windowTime"),
                minCalls == 0 ? window : minCalls,
                reading.positive(values, "openFor"),
                values.integer("trialCalls"),
                reading.optionalPositive(values, "slowCall"),
                values.real("slowRate"),
                reading.failures(values),
                reading.key(values),
                OptionalInt.of(values.integer("maxKeys")),
                values.name()));
    }
}
