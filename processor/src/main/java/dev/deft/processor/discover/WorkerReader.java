package dev.deft.processor.discover;

import dev.deft.processor.model.Word;
import java.util.Optional;

/** {@code @Worker}. */
final class WorkerReader implements WordReader {
    @Override
    public String word() {
        return "Worker";
    }

    @Override
    public Optional<Word.Worker> read(Mark mark, Values values, Reading reading) {
        return Optional.of(new Word.Worker(
                mark.origin(),
                mark.text(),
                values.integer("value"),
                reading.optional(Role.ON_FAILURE, values, "onFailure")));
    }
}
