package dev.deft.processor.discover;

import dev.deft.processor.model.Word;
import java.util.Optional;
import java.util.OptionalDouble;

/** {@code @Hedge}. */
final class HedgeReader implements WordReader {
    @Override
    public String word() {
        return "Hedge";
    }

    @Override
    public Optional<Word.Hedge> read(Mark mark, Values values, Reading reading) {
        boolean byPercentile = Percentiles.isMeant(values.string("after"));
        return Optional.of(new Word.Hedge(
                mark.origin(),
                mark.text(),
                byPercentile ? Optional.empty() : Optional.of(reading.span(values, "after")),
                byPercentile ? reading.percentile(values, "after") : OptionalDouble.empty(),
                values.integer("max")));
    }
}
