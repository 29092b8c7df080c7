package dev.deft.processor.discover;

import dev.deft.processor.model.Word;
import java.util.Optional;

/** {@code @Async}. */
final class AsyncReader implements WordReader {
    @Override
    public String word() {
        return "Async";
    }

    @Override
    public Optional<Word.Async> read(Mark mark, Values values, Reading reading) {
        return Optional.of(new Word.Async(
                mark.origin(),
                mark.text(),
                Optional.of(values.string("pool")).filter(name -> !name.isEmpty()),
                reading.optional(Role.ON_SUCCESS, values, "onSuccess"),
                reading.optional(Role.ON_FAILURE, values, "onFailure"),
                values.truth("detached")));
    }
}
