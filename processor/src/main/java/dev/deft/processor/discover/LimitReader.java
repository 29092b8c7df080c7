package dev.deft.processor.discover;

import dev.deft.processor.model.Word;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code @Limit}. */
final class LimitReader implements WordReader {
    @Override
    public String word() {
        return "Limit";
    }

    @Override
    public Optional<Word.Limit> read(Mark mark, Values values, Reading reading) {
        return Optional.of(new Word.Limit(
                mark.origin(),
                mark.text(),
                values.integer("value"),
                reading.optional(values, "maxWait"),
                values.maxQueue(),
                reading.key(values),
                OptionalInt.of(values.integer("maxKeys")),
                reading.weight(values),
                values.name()));
    }
}
