package dev.deft.testing;

import dev.deft.Defer;
import dev.deft.annotation.AdaptiveLimit;
import dev.deft.annotation.Async;
import dev.deft.annotation.CircuitBreaker;
import dev.deft.annotation.Deadline;
import dev.deft.annotation.Deferred;
import dev.deft.annotation.Hedge;
import dev.deft.annotation.Limit;
import dev.deft.annotation.Locked;
import dev.deft.annotation.Outcome;
import dev.deft.annotation.RateLimit;
import dev.deft.annotation.Recover;
import dev.deft.annotation.Retry;
import dev.deft.annotation.Scheduled;
import dev.deft.annotation.SingleFlight;
import dev.deft.annotation.Timeout;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A method for each word that may be the innermost, around the body. */
class Places {
    private static int bodies;

    /** How many bodies have run, those of other tests included. */
    static int bodies() {
        return bodies;
    }

    private static String run() {
        bodies++;
        return "done";
    }

    @Async
    public String task() {
        return run();
    }

    @Async
    public CompletionStage<String> stage() {
        return CompletableFuture.completedFuture(run());
    }

    @Limit(1)
    public String limited() {
        return run();
    }

    @Limit(1)
    public static String ofTheClass() {
        return run();
    }

    @AdaptiveLimit
    public String adaptive() {
        return run();
    }

    @RateLimit(100)
    public String paced() {
        return run();
    }

    @Locked
    public String locked() {
        return run();
    }

    @CircuitBreaker
    public String guarded() {
        return run();
    }

    @Timeout("1s")
    public String timed() {
        return run();
    }

    @Deadline("1s")
    public String bounded() {
        return run();
    }

    @Hedge(after = "1s")
    public String hedged() {
        return run();
    }

    @SingleFlight
    public String shared(String key) {
        return run();
    }

    @Retry(attempts = 2)
    public String retried() {
        return run();
    }

    @Retry(attempts = 2, whileResult = "isMissing")
    public String polled() {
        return run();
    }

    boolean isMissing(String result) {
        return result.isEmpty();
    }

    @Deferred("nothing")
    public String cleaned() {
        return run();
    }

    @Deferred(value = "nothing", on = Outcome.SUCCESS)
    public String cleanedAfterSuccess() {
        return run();
    }

    @Deferred(value = "nothing", on = Outcome.FAILURE)
    public String cleanedAfterFailure() {
        return run();
    }

    void nothing() {}

    @Limit(1)
    public String deferringUnderALimit(Defer defer) {
        defer.run(this::nothing);
        return run();
    }

    @Recover(value = "recovered", on = IllegalArgumentException.class)
    public String recovering() {
        return run();
    }

    String recovered() {
        return "recovered";
    }

    @Scheduled(every = "1s")
    public void scheduled() {
        run();
    }
}
