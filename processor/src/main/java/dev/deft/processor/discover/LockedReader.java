package dev.deft.processor.discover;

import dev.deft.processor.model.Word;
import java.util.Optional;

/** {@code @Locked}. */
final class LockedReader implements WordReader {
    @Override
    public String word() {
        return "Locked";
    }

    @Override
    public Optional<Word.Locked> read(Mark mark, Values values, Reading reading) {
        return Optional.of(new Word.Locked(
                mark.origin(), mark.text(), values.optional("value"), mode(values), reading.key(values)));
    }

    private static Word.Locked.Mode mode(Values values) {
        return switch (values.constant("mode")) {
            case "READ" -> Word.Locked.Mode.READ;
            case "WRITE" -> Word.Locked.Mode.WRITE;
            default -> Word.Locked.Mode.EXCLUSIVE;
        };
    }
}
