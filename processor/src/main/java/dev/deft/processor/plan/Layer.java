package dev.deft.processor.plan;

import dev.deft.processor.model.NamedMethod;
import dev.deft.processor.model.Word;
import java.util.List;

/** One private method of the wrapper, around the next one or around the method itself. */
public sealed interface Layer {
    /** The name of the private method. */
    String method();

    /** A layer that is one word's, with a policy behind it. */
    sealed interface Policed extends Layer {
        /** The word. */
        Word word();

        /** The field that holds the policy. */
        String field();
    }

    /** Tells the listeners of a synchronous call. */
    record Observed(String method) implements Layer {}

    /** All of a method's {@code @Fallback}s, or all of its {@code @Recover}s. */
    record Handled(String method, List<Handler> handlers) implements Layer {}

    /** {@code @SingleFlight}. */
    record Shared(String method, Word.SingleFlight word, String field) implements Policed {}

    /** {@code @Deadline} around what stands on this thread. */
    record Bounded(String method, Word.Deadline word, String field) implements Policed {}

    /** {@code @Retry}. */
    record Retried(String method, Word.Retry word, String field) implements Policed {}

    /** {@code @CircuitBreaker}. */
    record Guarded(String method, Word.CircuitBreaker word, String field) implements Policed {}

    /** {@code @Hedge}. */
    record Hedged(String method, Word.Hedge word, String field) implements Policed {}

    /** {@code @Timeout}. */
    record Timed(String method, Word.Timeout word, String field) implements Policed {}

    /** One {@code @RateLimit}. */
    record Paced(String method, Word.RateLimit word, String field) implements Policed {}

    /** One {@code @Limit}. */
    record Limited(String method, Word.Limit word, String field) implements Policed {}

    /** {@code @AdaptiveLimit}. */
    record Adapted(String method, Word.AdaptiveLimit word, String field) implements Policed {}

    /** {@code @Locked}. */
    record Locked(String method, Word.Locked word, String field) implements Policed {}

    /** One cleanup of one {@code @Deferred}. */
    record Cleaned(String method, Word.Deferred word, NamedMethod cleanup) implements Layer {}

    /** The {@code Defer} parameter: made here, unwound here. */
    record Deferring(String method) implements Layer {}

    /** Only the call itself, for a method whose parameters are named like something that the call mentions. */
    record Plain(String method) implements Layer {}
}
