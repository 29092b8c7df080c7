package dev.deft.processor.discover;

import dev.deft.processor.model.Word;
import java.util.Optional;

/** {@code @AdaptiveLimit}. */
final class AdaptiveLimitReader implements WordReader {
    @Override
    public String word() {
        return "AdaptiveLimit";
    }

    @Override
    public Optional<Word.AdaptiveLimit> read(Mark mark, Values values, Reading reading) {
        return Optional.of(new Word.AdaptiveLimit(
                mark.origin(),
                mark.text(),
                values.integer("min"),
                values.integer("max"),
                values.integer("initial"),
                reading.optional(values, "maxWait"),
                values.maxQueue(),
                values.name()));
    }
}
