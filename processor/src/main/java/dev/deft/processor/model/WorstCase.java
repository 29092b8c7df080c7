package dev.deft.processor.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How long calls may take at worst, as far as their words bound it. It is taken for granted that a body ends when it is
 * interrupted, that handlers, cleanups and predicates take no time, that a pool has room, and that no failure asks for a
 * longer wait as a {@code RetryAfter}.
 *
 * @param time all of it
 * @param how what it consists of, in words; empty if it is one bound
 */
public record WorstCase(Duration time, String how) {
    /** Of a method; empty if nothing bounds it. */
    public static Optional<WorstCase> of(TaskMethod method) {
        return of(method.nested());
    }

    /** Of a body within these words, outermost first. */
    public static Optional<WorstCase> of(List<Word> nested) {
        Optional<WorstCase> found = Optional.empty();
        for (Word word : nested.reversed()) {
            found = around(word, found);
        }
        return found;
    }

    /** {@code 3 attempts of 2 s and waits of 3 s: 9 s}. */
    public String text() {
        String total = DurationTexts.of(time);
        return how.isEmpty() ? total : how + ": " + total;
    }

    private static Optional<WorstCase> around(Word word, Optional<WorstCase> within) {
        return switch (word) {
            case Word.Timeout timeout -> shorter(within, bound(timeout.span().duration()));
            case Word.Deadline deadline -> shorter(within, bound(deadline.span().duration()));
            case Word.Queued limit -> within.flatMap(each -> each.after(wait(limit.maxWait(), limit.maxQueue())));
            case Word.RateLimit rate ->
                within.flatMap(each -> each.after(rate.maxWait().map(Span::duration)));
            case Word.Hedge hedge -> within.flatMap(each -> each.hedged(hedge));
            case Word.Retry retry -> within.flatMap(each -> each.retried(retry));
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

    private static Optional<WorstCase> bound(Duration time) {
        return Optional.of(new WorstCase(time, ""));
    }

    private static Optional<Duration> wait(Optional<Span> maxWait, OptionalInt maxQueue) {
        return maxQueue.orElse(1) == 0 ? Optional.of(Duration.ZERO) : maxWait.map(Span::duration);
    }

    private Optional<WorstCase> after(Optional<Duration> wait) {
        if (wait.filter(Duration::isZero).isPresent()) {
            return Optional.of(this);
        }
        return sum(wait, Optional.of(time))
                .map(all -> new WorstCase(
                        all,
                        "a wait of " + DurationTexts.of(wait.orElseThrow()) + ", then "
                                + (how.isEmpty() ? DurationTexts.of(time) : how)));
    }

    /** Each further attempt begins after the wait, or when all before it have failed, whichever is sooner. */
    private Optional<WorstCase> hedged(Word.Hedge hedge) {
        Duration after = hedge.after().map(Span::duration).orElse(time);
        Duration apart = after.compareTo(time) < 0 ? after : time;
        if (apart.isZero()) {
            return Optional.of(this);
        }
        return sum(Backoffs.times(apart, hedge.max()), Optional.of(time))
                .map(all -> new WorstCase(
                        all, attempts(hedge.max() + 1L) + ", begun " + DurationTexts.of(apart) + " apart"));
    }

    /** By attempts and waits, or by {@code maxDuration}, within which the last attempt begins. */
    private Optional<WorstCase> retried(Word.Retry retry) {
        if (retry.attempts().orElse(2) == 1) {
            return Optional.of(this);
        }
        Optional<WorstCase> byDuration = retry.maxDuration()
                .flatMap(longest -> sum(Optional.of(longest.duration()), Optional.of(time))
                        .map(all -> new WorstCase(
                                all,
                                "attempts for " + DurationTexts.of(longest.duration()) + ", the last of "
                                        + DurationTexts.of(time))));
        return shorter(byAttempts(retry), byDuration);
    }

    private Optional<WorstCase> byAttempts(Word.Retry retry) {
        Optional<Duration> waits = Backoffs.longestSum(retry);
        if (retry.attempts().isEmpty() || waits.isEmpty()) {
            return Optional.empty();
        }
        int count = retry.attempts().getAsInt();
        String each = attempts(count);
        String between = count == 2 ? " and a wait of " : " and waits of ";
        String how = waits.get().isZero() ? each : each + between + DurationTexts.of(waits.get());
        return sum(Backoffs.times(time, count), waits).map(all -> new WorstCase(all, how));
    }

    private String attempts(long count) {
        return count + " attempts of " + DurationTexts.of(time);
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

    /** The first if they are equal. */
    private static Optional<WorstCase> shorter(Optional<WorstCase> one, Optional<WorstCase> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().time().compareTo(other.get().time()) <= 0 ? one : other;
    }
}
