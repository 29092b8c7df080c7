package dev.deft.processor.discover;

import dev.deft.processor.model.Word;
import java.util.Optional;

/** {@code @Deadline}. */
final class DeadlineReader implements WordReader {
    @Override
    public String word() {
        return "Deadline";
    }

    @Override
    public Optional<Word.Deadline> read(Mark mark, Values values, Reading reading) {
        return Optional.of(new Word.Deadline(mark.origin(), mark.text(), reading.positive(values, "value")));
    }
}
