package dev.deft.processor.discover;

import dev.deft.processor.model.Word;
import java.util.Optional;

/** {@code @Fallback}. */
final class FallbackReader implements WordReader {
    @Override
    public String word() {
        return "Fallback";
    }

    @Override
    public Optional<Word.Fallback> read(Mark mark, Values values, Reading reading) {
        return reading.method(Role.HANDLER, values, "value")
                .map(handler -> new Word.Fallback(mark.origin(), mark.text(), handler, reading.failures(values)));
    }
}
