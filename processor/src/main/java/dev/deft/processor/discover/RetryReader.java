package dev.deft.processor.discover;

import dev.deft.processor.model.Word;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code @Retry}. */
final class RetryReader implements WordReader {
    /** {@code Retry.UNLIMITED}. */
    private static final int UNLIMITED = -1;

    @Override
    public String word() {
        return "Retry";
    }

    @Override
    public Optional<Word.Retry> read(Mark mark, Values values, Reading reading) {
        int attempts = values.integer("attempts");
        return Optional.of(new Word.Retry(
                mark.origin(),
                mark.text(),
                attempts == UNLIMITED ? OptionalInt.empty() : OptionalInt.of(attempts),
                reading.span(values, "delay"),
                constant(Word.Retry.Backoff.values(), values.constant("backoff"), Word.Retry.Backoff.EXPONENTIAL),
                values.real("factor"),
                reading.span(values, "maxDelay"),
                constant(Word.Retry.Jitter.values(), values.constant("jitter"), Word.Retry.Jitter.NONE),
                reading.optionalPositive(values, "maxDuration"),
                reading.failures(values),
                reading.optional(Role.WHEN, values, "when"),
                reading.optional(Role.WHILE_RESULT, values, "whileResult"),
                reading.optional(Role.DELAY_FROM, values, "delayFrom"),
                reading.optional(Role.ON_RETRY, values, "onRetry"),
                values.real("budget"),
                values.name()));
    }

    private static <E extends Enum<E>> E constant(E[] constants, String name, E standard) {
        return Arrays.stream(constants)
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElse(standard);
    }
}
