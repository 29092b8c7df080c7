package dev.deft.processor.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How long calls may take at worst, as far as their words bound it. It is taken for granted that a body ends when it is
 * interrupted, that handlers, cleanups and predicates take no time, that a pool has room, and that no failure asks for a
 * longer wait as a {@code RetryAfter}.
 */
public final class WorstCase {
    private WorstCase() {}

    /** Of a method; empty if nothing bounds it. */
    public static Optional<Duration> of(TaskMethod method) {
        return of(method.nested());
    }

    /** Of a body within these words, outermost first. */
    public static Optional<Duration> of(List<Word> nested) {
        Optional<Duration> time = Optional.empty();
        for (Word word : nested.reversed()) {
            time = around(word, time);
        }
        return time;
    }

    private static Optional<Duration> around(Word word, Optional<Duration> within) {
        return switch (word) {
            case Word.Timeout timeout -> shorter(Optional.of(timeout.span().duration()), within);
            case Word.Deadline deadline -> shorter(Optional.of(deadline.span().duration()), within);
            case Word.Queued limit -> sum(wait(limit.maxWait(), limit.maxQueue()), within);
            case Word.RateLimit rate -> sum(rate.maxWait().map(Span::duration), within);
            case Word.Hedge hedge -> hedged(hedge, within);
            case Word.Retry retry -> retried(retry, within);
            case Word.SingleFlight flight -> Optional.empty(); // who waits may have to run in the end
            case Word.Locked locked -> Optional.empty();
            case Word.Async other -> within;
            case Word.Batch other -> within;
            case Word.Scheduled other -> within;
            case Word.Worker other -> within;
            case Word.Fallback other -> within;
            case Word.CircuitBreaker other -> within;
            case Word.Deferred other -> within;
            case Word.Recover other -> within;
        };
    }

    private static Optional<Duration> wait(Optional<Span> maxWait, OptionalInt maxQueue) {
        return maxQueue.orElse(1) == 0 ? Optional.of(Duration.ZERO) : maxWait.map(Span::duration);
    }

    /** Each further attempt begins after the wait, or when all before it have failed, whichever is sooner. */
    private static Optional<Duration> hedged(Word.Hedge hedge, Optional<Duration> within) {
        return within.flatMap(attempt -> {
            Duration after = hedge.after().map(Span::duration).orElse(attempt);
            Duration between = after.compareTo(attempt) < 0 ? after : attempt;
            return sum(Backoffs.times(between, hedge.max()), within);
        });
    }

    /** By attempts and waits, or by {@code maxDuration}, within which the last attempt begins. */
    private static Optional<Duration> retried(Word.Retry retry, Optional<Duration> within) {
        if (within.isEmpty() || retry.attempts().orElse(2) == 1) {
            return within;
        }
        Optional<Duration> attempts = retry.attempts().isEmpty()
                ? Optional.empty()
                : Backoffs.times(within.get(), retry.attempts().getAsInt());
        Optional<Duration> all = sum(attempts, Backoffs.longestSum(retry));
        return shorter(all, sum(retry.maxDuration().map(Span::duration), within));
    }

    private static Optional<Duration> sum(Optional<Duration> one, Optional<Duration> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(one.get().plus(other.get()));
        } catch (ArithmeticException tooLong) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> shorter(Optional<Duration> one, Optional<Duration> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().compareTo(other.get()) <= 0 ? one : other;
    }
}
