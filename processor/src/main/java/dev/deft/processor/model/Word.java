package dev.deft.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A word as it applies to one method, with its place and every value resolved, defaults included. */
public sealed interface Word {
    /** Where it stands. */
    Origin origin();

    /** As a reader of the generated code should see it: {@code @Retry(attempts = 4)}, only what was written. */
    String text();

    /** What gives calls a state of their own, for a word that has one by key. */
    default Optional<KeyPath> key() {
        return Optional.empty();
    }

    /** How many permits or tokens a call takes, for a word that lets that differ. */
    default Optional<KeyPath> weight() {
        return Optional.empty();
    }

    /** How many keys may have state at once, for a word that has a bound of them. */
    default OptionalInt maxKeys() {
        return OptionalInt.empty();
    }

    /** {@code @Async}. */
    record Async(
            Origin origin,
            String text,
            Optional<NamedMethod> onSuccess,
            Optional<NamedMethod> onFailure,
            boolean detached)
            implements Word {}

    /** One {@code @Deferred} annotation: its cleanups in the order written. */
    record Deferred(Origin origin, String text, List<NamedMethod> cleanups, On on) implements Word {
        /** The outcomes after which the cleanups run. */
        public enum On {
            ANY,
            SUCCESS,
            FAILURE
        }
    }

    /** One {@code @Recover} annotation. */
    record Recover(Origin origin, String text, NamedMethod handler, FailureTypes failures) implements Word {}

    /** One {@code @Fallback} annotation. */
    record Fallback(Origin origin, String text, NamedMethod handler, FailureTypes failures) implements Word {}

    /**
     * {@code @Retry}.
     *
     * @param attempts 1 or more; empty for no bound
     */
    record Retry(
            Origin origin,
            String text,
            OptionalInt attempts,
            Span delay,
            Backoff backoff,
            double factor,
            Span maxDelay,
            Jitter jitter,
            Optional<Span> maxDuration,
            FailureTypes failures,
            Optional<NamedMethod> when,
            Optional<NamedMethod> whileResult,
            Optional<NamedMethod> delayFrom,
            Optional<NamedMethod> onRetry)
            implements Word {
        /** How the wait grows. */
        public enum Backoff {
            CONSTANT,
            LINEAR,
            EXPONENTIAL,
            FIBONACCI
        }

        /** How the wait is randomised. */
        public enum Jitter {
            NONE,
            FULL,
            EQUAL,
            DECORRELATED
        }
    }

    /**
     * One {@code @Limit} annotation.
     *
     * @param maxWait empty: as long as it takes
     * @param maxQueue empty: no bound
     * @param key empty: one state for all calls
     * @param weight empty: 1
     * @param name empty: the method's own
     */
    record Limit(
            Origin origin,
            String text,
            int permits,
            Optional<Span> maxWait,
            OptionalInt maxQueue,
            Optional<KeyPath> key,
            OptionalInt maxKeys,
            Optional<KeyPath> weight,
            Optional<String> name)
            implements Word {}

    /** {@code @Timeout}. */
    record Timeout(Origin origin, String text, Span span) implements Word {}

    /** {@code @Deadline}. */
    record Deadline(Origin origin, String text, Span span) implements Word {}
}
