package dev.deft.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

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

    /** The methods that it names, in no order. */
    default List<NamedMethod> methods() {
        return List.of();
    }

    /** A word that looks at some failures and not at others. */
    sealed interface Selective extends Word {
        /** Those that it looks at. */
        FailureTypes failures();
    }

    /** A word that lets calls wait for a permit, in a queue. */
    sealed interface Queued extends Word {
        /** How long; empty: as long as it takes. */
        Optional<Span> maxWait();

        /** How many at once; empty: no bound. */
        OptionalInt maxQueue();
    }

    /** {@code @Async}. */
    record Async(
            Origin origin,
            String text,
            Optional<String> pool,
            Optional<NamedMethod> onSuccess,
            Optional<NamedMethod> onFailure,
            boolean detached)
            implements Word {
        @Override
        public List<NamedMethod> methods() {
            return Stream.concat(onSuccess.stream(), onFailure.stream()).toList();
        }
    }

    /** {@code @Batch}. */
    record Batch(Origin origin, String text) implements Word {}

    /** {@code @Scheduled}. */
    record Scheduled(
            Origin origin,
            String text,
            Optional<Span> every,
            Optional<Span> delay,
            Optional<String> cron,
            Optional<Span> initialDelay,
            Optional<Span> jitter,
            boolean queued)
            implements Word {}

    /** {@code @Worker}. */
    record Worker(Origin origin, String text, int loops, Optional<NamedMethod> onFailure) implements Word {
        @Override
        public List<NamedMethod> methods() {
            return onFailure.stream().toList();
        }
    }

    /** One {@code @Deferred} annotation: its cleanups in the order written. */
    record Deferred(Origin origin, String text, List<NamedMethod> cleanups, On on) implements Word {
        @Override
        public List<NamedMethod> methods() {
            return cleanups;
        }

        /** The outcomes after which the cleanups run. */
        public enum On {
            ANY,
            SUCCESS,
            FAILURE
        }
    }

    /** One {@code @Recover} annotation. */
    record Recover(Origin origin, String text, NamedMethod handler, FailureTypes failures) implements Selective {
        @Override
        public List<NamedMethod> methods() {
            return List.of(handler);
        }
    }

    /** One {@code @Fallback} annotation. */
    record Fallback(Origin origin, String text, NamedMethod handler, FailureTypes failures) implements Selective {
        @Override
        public List<NamedMethod> methods() {
            return List.of(handler);
        }
    }

    /**
     * {@code @Retry}.
     *
     * @param attempts 1 or more; empty for no bound
     * @param budget retries and hedges for each call; 0 for none
     * @param name empty: the method has a budget of its own
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
            Optional<NamedMethod> onRetry,
            double budget,
            Optional<String> name)
            implements Selective {
        @Override
        public List<NamedMethod> methods() {
            return Stream.of(when, whileResult, delayFrom, onRetry)
                    .flatMap(Optional::stream)
                    .toList();
        }

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
     * {@code @CircuitBreaker}.
     *
     * @param window how many of the last calls are looked at, unless there is {@code windowTime}
     * @param windowTime the stretch of time that is looked at; empty: by count
     * @param minCalls how many calls the window must hold; as many as {@code window} if nothing else was written
     * @param slowCall what takes longer is slow; empty: nothing is
     * @param key empty: one circuit for all calls
     * @param name empty: the method's own
     */
    record CircuitBreaker(
            Origin origin,
            String text,
            double failureRate,
            int window,
            Optional<Span> windowTime,
            int minCalls,
            Span openFor,
            int trialCalls,
            Optional<Span> slowCall,
            double slowRate,
            FailureTypes failures,
            Optional<KeyPath> key,
            OptionalInt maxKeys,
            Optional<String> name)
            implements Selective {}

    /**
     * {@code @Hedge}.
     *
     * @param after how long to wait before another attempt; empty if a percentile says so
     * @param percentile the part of the calls that may take longer than that, between 0 and 1; empty if there is
     *     {@code after}
     * @param max how many attempts beside the first
     */
    record Hedge(Origin origin, String text, Optional<Span> after, OptionalDouble percentile, int max)
            implements Word {}

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
            implements Queued {}

    /**
     * {@code @AdaptiveLimit}.
     *
     * @param initial as written, be it within the bounds or not
     */
    record AdaptiveLimit(
            Origin origin,
            String text,
            int min,
            int max,
            int initial,
            Optional<Span> maxWait,
            OptionalInt maxQueue,
            Optional<String> name)
            implements Queued {
        /** What it begins with: {@code initial}, or the nearer bound. */
        public int begins() {
            return Math.max(min, Math.min(max, initial));
        }
    }

    /**
     * One {@code @RateLimit} annotation.
     *
     * @param burst empty: as many as {@code permits}
     * @param maxWait empty: as long as it takes
     * @param key empty: one state for all calls
     * @param weight empty: 1
     * @param name empty: the method's own
     */
    record RateLimit(
            Origin origin,
            String text,
            int permits,
            Span per,
            OptionalInt burst,
            Optional<Span> maxWait,
            Optional<KeyPath> key,
            OptionalInt maxKeys,
            Optional<KeyPath> weight,
            Optional<String> name)
            implements Word {}

    /**
     * {@code @Locked}.
     *
     * @param name empty: the wrapper's own, or for a static method the class's
     * @param key empty: one lock
     */
    record Locked(Origin origin, String text, Optional<String> name, Mode mode, Optional<KeyPath> key) implements Word {
        /** Which side of the lock is taken; {@code EXCLUSIVE} is the writing side. */
        public enum Mode {
            EXCLUSIVE,
            READ,
            WRITE
        }
    }

    /**
     * {@code @SingleFlight}.
     *
     * @param key empty: all parameters
     */
    record SingleFlight(Origin origin, String text, Optional<KeyPath> key) implements Word {}

    /** {@code @Timeout}. */
    record Timeout(Origin origin, String text, Span span) implements Word {}

    /** {@code @Deadline}. */
    record Deadline(Origin origin, String text, Span span) implements Word {}
}
