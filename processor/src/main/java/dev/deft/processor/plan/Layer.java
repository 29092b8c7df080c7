package dev.deft.processor.plan;

import dev.deft.processor.model.NamedMethod;
import dev.deft.processor.model.Word;
import java.util.List;

/** One private method of the wrapper, around the next one or around the method itself. */
public sealed interface Layer {
    /** The name of the private method. */
    String method();

    /** Tells the listeners of a synchronous call. */
    record Observed(String method) implements Layer {}

    /** All of a method's {@code @Fallback}s, or all of its {@code @Recover}s. */
    record Handled(String method, List<Handler> handlers) implements Layer {}

    /** {@code @Deadline} around what stands on this thread. */
    record Bounded(String method, Word.Deadline word, String field) implements Layer {}

    /** {@code @Retry}. */
    record Retried(String method, Word.Retry word, String field) implements Layer {}

    /** {@code @Timeout}. */
    record Timed(String method, Word.Timeout word, String field) implements Layer {}

    /** One {@code @Limit}. */
    record Limited(String method, Word.Limit word, String field) implements Layer {}

    /** One cleanup of one {@code @Deferred}. */
    record Cleaned(String method, Word.Deferred word, NamedMethod cleanup) implements Layer {}

    /** The {@code Defer} parameter: made here, unwound here. */
    record Deferring(String method) implements Layer {}

    /** Only the call itself, for a method whose parameters are named like something that the call mentions. */
    record Plain(String method) implements Layer {}
}
