package dev.deft.processor.discover;

import dev.deft.processor.model.Word;
import java.util.Optional;

/** {@code @Batch}. */
final class BatchReader implements WordReader {
    @Override
    public String word() {
        return "Batch";
    }

    @Override
    public Optional<Word.Batch> read(Mark mark, Values values, Reading reading) {
        return Optional.of(new Word.Batch(mark.origin(), mark.text()));
    }
}
