package dev.deft.processor.discover;

import dev.deft.processor.model.Word;
import java.util.Optional;

/** {@code @Timeout}. */
final class TimeoutReader implements WordReader {
    @Override
    public String word() {
        return "Timeout";
    }

    @Override
    public Optional<Word.Timeout> read(Mark mark, Values values, Reading reading) {
        return Optional.of(new Word.Timeout(mark.origin(), mark.text(), reading.positive(values, "value")));
    }
}
