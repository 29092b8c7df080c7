package dev.deft.processor.model;

/** The kinds of words, in the order in which they nest unless {@code @Nesting} says otherwise, outermost first. */
public enum WordKind {
    ASYNC("Async"),
    BATCH("Batch"),
    SCHEDULED("Scheduled"),
    WORKER("Worker"),
    FALLBACK("Fallback"),
    SINGLE_FLIGHT("SingleFlight"),
    DEADLINE("Deadline"),
    RETRY("Retry"),
    CIRCUIT_BREAKER("CircuitBreaker"),
    HEDGE("Hedge"),
    RATE_LIMIT("RateLimit"),
    TIMEOUT("Timeout"),
    LIMIT("Limit"),
    ADAPTIVE_LIMIT("AdaptiveLimit"),
    LOCKED("Locked"),
    DEFERRED("Deferred"),
    RECOVER("Recover");

    private final String annotation;

    WordKind(String annotation) {
        this.annotation = annotation;
    }

    /** The simple name of the annotation. */
    public String annotation() {
        return annotation;
    }

    /** The kind of a word. */
    public static WordKind of(Word word) {
        return switch (word) {
            case Word.Async w -> ASYNC;
            case Word.Batch w -> BATCH;
            case Word.Scheduled w -> SCHEDULED;
            case Word.Worker w -> WORKER;
            case Word.Fallback w -> FALLBACK;
            case Word.SingleFlight w -> SINGLE_FLIGHT;
            case Word.Deadline w -> DEADLINE;
            case Word.Retry w -> RETRY;
            case Word.CircuitBreaker w -> CIRCUIT_BREAKER;
            case Word.Hedge w -> HEDGE;
            case Word.RateLimit w -> RATE_LIMIT;
            case Word.Timeout w -> TIMEOUT;
            case Word.Limit w -> LIMIT;
            case Word.AdaptiveLimit w -> ADAPTIVE_LIMIT;
            case Word.Locked w -> LOCKED;
            case Word.Deferred w -> DEFERRED;
            case Word.Recover w -> RECOVER;
        };
    }
}
