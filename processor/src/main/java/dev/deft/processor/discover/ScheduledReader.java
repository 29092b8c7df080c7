package dev.deft.processor.discover;

import dev.deft.processor.model.Word;
import java.util.Optional;

/** {@code @Scheduled}. */
final class ScheduledReader implements WordReader {
    @Override
    public String word() {
        return "Scheduled";
    }

    @Override
    public Optional<Word.Scheduled> read(Mark mark, Values values, Reading reading) {
        return Optional.of(new Word.Scheduled(
                mark.origin(),
                mark.text(),
                reading.optionalPositive(values, "every"),
                reading.optionalPositive(values, "delay"),
                values.optional("cron"),
                reading.optional(values, "initialDelay"),
                reading.optional(values, "jitter"),
                values.constant("overlap").equals("QUEUE")));
    }
}
