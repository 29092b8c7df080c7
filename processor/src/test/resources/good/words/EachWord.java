package words;

import dev.deft.annotation.AdaptiveLimit;
import dev.deft.annotation.Async;
import dev.deft.annotation.CircuitBreaker;
import dev.deft.annotation.Deadline;
import dev.deft.annotation.Deferred;
import dev.deft.annotation.Fallback;
import dev.deft.annotation.Hedge;
import dev.deft.annotation.Limit;
import dev.deft.annotation.Locked;
import dev.deft.annotation.RateLimit;
import dev.deft.annotation.Recover;
import dev.deft.annotation.Retry;
import dev.deft.annotation.SingleFlight;
import dev.deft.annotation.Timeout;
import java.io.IOException;

/** Each word alone, with a result and without. */
class EachWord {
    @Async
    int async(int n) {
        return n;
    }

    @Async
    void asyncVoid() throws IOException {}

    @Retry
    int retry(int n) throws IOException {
        return n;
    }

    @Retry
    void retryVoid() {}

    @CircuitBreaker
    int circuitBreaker(int n) throws IOException {
        return n;
    }

    @CircuitBreaker
    void circuitBreakerVoid() {}

    @Hedge(after = "50ms")
    int hedge(int n) throws IOException {
        return n;
    }

    @SuppressWarnings("all")
    @Hedge(after = "p99.9", max = 2)
    void hedgeVoid() throws InterruptedException {}

    @Limit(3)
    int limit(int n) {
        return n;
    }

    @Limit(3)
    void limitVoid() throws InterruptedException {}

    @RateLimit(100)
    int rateLimit(int n) {
        return n;
    }

    @RateLimit(value = 5, per = "1m", burst = 10, maxWait = "0")
    void rateLimitVoid() throws InterruptedException {}

    @AdaptiveLimit
    int adaptiveLimit(int n) throws IOException {
        return n;
    }

    @AdaptiveLimit(min = 5, max = 10, maxWait = "0", name = "shared")
    void adaptiveLimitVoid() throws InterruptedException {}

    @Locked
    int locked(int n) {
        return n;
    }

    @Locked("printer")
    void lockedVoid() throws InterruptedException {}

    @SingleFlight
    int singleFlight(int n) {
        return n;
    }

    @SingleFlight
    void singleFlightVoid() throws InterruptedException {}

    @Timeout("150ms")
    int timeout(int n) {
        return n;
    }

    @Timeout("2s")
    void timeoutVoid() {}

    @Deadline("1m30s")
    int deadline(int n) {
        return n;
    }

    @Deadline("2h")
    void deadlineVoid() {}

    @Fallback("answer")
    int fallback(int n) {
        return n;
    }

    @Fallback("nothing")
    void fallbackVoid() {}

    @Recover("answer")
    int recover(int n) {
        return n;
    }

    @Recover("nothing")
    void recoverVoid() {}

    @Deferred("clean")
    int deferred(int n) {
        return n;
    }

    @Deferred("nothing")
    void deferredVoid() {}

    int answer(int n) {
        return n;
    }

    void nothing() {}

    static void clean(int n) {}
}
