package dev.deft.benchmarks.peers;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Resilience4j: suppliers decorated once. Its time limiter needs a future, which a virtual thread completes. */
public class Resilience4jPeer extends Peer {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Bulkhead bulkhead = Bulkhead.of(
            "limit",
            BulkheadConfig.custom()
                    .maxConcurrentCalls(10)
                    .maxWaitDuration(Duration.ofSeconds(10))
                    .build());
    private final CircuitBreaker breaker = CircuitBreaker.ofDefaults("breaker");

    private final Supplier<Integer> retried = Retry.decorateSupplier(Retry.ofDefaults("retry"), this::plain);
    private final Supplier<Integer> limited = Bulkhead.decorateSupplier(bulkhead, this::plain);
    private final Supplier<Integer> guarded = CircuitBreaker.decorateSupplier(breaker, this::plain);
    private final Supplier<Integer> paced = RateLimiter.decorateSupplier(
            RateLimiter.of(
                    "rate",
                    RateLimiterConfig.custom()
                            .limitForPeriod(1_000_000_000)
                            .limitRefreshPeriod(Duration.ofSeconds(1))
                            .build()),
            this::plain);
    private final Callable<Integer> timed = TimeLimiter.decorateFutureSupplier(
            TimeLimiter.of(Duration.ofSeconds(1)), () -> CompletableFuture.supplyAsync(this::plain, threads));
    private final Callable<Integer> stacked = Retry.decorateCallable(
            Retry.ofDefaults("stack"),
            CircuitBreaker.decorateCallable(
                    breaker,
                    TimeLimiter.decorateFutureSupplier(
                            TimeLimiter.of(Duration.ofSeconds(1)),
                            () -> CompletableFuture.supplyAsync(limited, threads))));

    public int retried() {
        return retried.get();
    }

    public int limited() {
        return limited.get();
    }

    public int guarded() {
        return guarded.get();
    }

    public int paced() {
        return paced.get();
    }

    public int timed() throws Exception {
        return timed.call();
    }

    public int stacked() throws Exception {
        return stacked.call();
    }
}
