package dev.deft.processor.discover;

import dev.deft.processor.model.Word;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code @RateLimit}. */
final class RateLimitReader implements WordReader {
    @Override
    public String word() {
        return "RateLimit";
    }

    @Override
    public Optional<Word.RateLimit> read(Mark mark, Values values, Reading reading) {
        int burst = values.integer("burst");
        return Optional.of(new Word.RateLimit(
                mark.origin(),
                mark.text(),
                values.integer("value"),
                reading.positive(values, "per"),
                burst == 0 ? OptionalInt.empty() : OptionalInt.of(burst),
                reading.optional(values, "maxWait"),
                reading.key(values),
                OptionalInt.of(values.integer("maxKeys")),
                reading.weight(values),
                values.name()));
    }
}
