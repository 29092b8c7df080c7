package dev.deft.processor.discover;

import dev.deft.processor.model.Word;
import java.util.Optional;

/** {@code @SingleFlight}. */
final class SingleFlightReader implements WordReader {
    @Override
    public String word() {
        return "SingleFlight";
    }

    @Override
    public Optional<Word.SingleFlight> read(Mark mark, Values values, Reading reading) {
        return Optional.of(new Word.SingleFlight(mark.origin(), mark.text(), reading.key(values)));
    }
}
