package dev.deft.processor.discover;

import dev.deft.processor.model.Word;
import java.util.Optional;

/** {@code @Recover}. */
final class RecoverReader implements WordReader {
    @Override
    public String word() {
        return "Recover";
    }

    @Override
    public Optional<Word.Recover> read(Mark mark, Values values, Reading reading) {
        return reading.method(Role.HANDLER, values, "value")
                .map(handler -> new Word.Recover(mark.origin(), mark.text(), handler, reading.failures(values)));
    }
}
