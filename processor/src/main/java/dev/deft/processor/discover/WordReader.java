package dev.deft.processor.discover;

import dev.deft.processor.model.Word;
import java.util.List;
import java.util.Optional;

/** Reads one annotation. A new word is a new reader and a line in {@link #ALL}. */
interface WordReader {
    /** All of them, in the order in which their words nest. */
    List<WordReader> ALL = List.of(
            new AsyncReader(),
            new BatchReader(),
            new ScheduledReader(),
            new WorkerReader(),
            new FallbackReader(),
            new SingleFlightReader(),
            new DeadlineReader(),
            new RetryReader(),
            new CircuitBreakerReader(),
            new HedgeReader(),
            new RateLimitReader(),
            new TimeoutReader(),
            new LimitReader(),
            new AdaptiveLimitReader(),
            new LockedReader(),
            new DeferredReader(),
            new RecoverReader());

    /** The annotation's simple name. */
    String word();

    /** The word; empty when it was reported what is wrong with it. */
    Optional<? extends Word> read(Mark mark, Values values, Reading reading);
}
