package dev.deft.benchmarks.peers;

import dev.failsafe.Bulkhead;
import dev.failsafe.CircuitBreaker;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RateLimiter;
import dev.failsafe.RetryPolicy;
import dev.failsafe.Timeout;
import dev.failsafe.function.CheckedSupplier;
import java.time.Duration;

/** Failsafe: executors built once. */
public class FailsafePeer extends Peer {
    private final RetryPolicy<Integer> retry = RetryPolicy.ofDefaults();
    private final CircuitBreaker<Integer> breaker = CircuitBreaker.ofDefaults();
    private final Bulkhead<Integer> bulkhead = Bulkhead.<Integer>builder(10)
            .withMaxWaitTime(Duration.ofSeconds(10))
            .build();
    private final Timeout<Integer> timeout =
            Timeout.<Integer>builder(Duration.ofSeconds(1)).withInterrupt().build();

    private final CheckedSupplier<Integer> payload = this::plain;
    private final FailsafeExecutor<Integer> retried = Failsafe.with(retry);
    private final FailsafeExecutor<Integer> limited = Failsafe.with(bulkhead);
    private final FailsafeExecutor<Integer> guarded = Failsafe.with(breaker);
    private final FailsafeExecutor<Integer> paced =
            Failsafe.with(RateLimiter.<Integer>burstyBuilder(1_000_000_000, Duration.ofSeconds(1))
                    .build());
    private final FailsafeExecutor<Integer> timed = Failsafe.with(timeout);
    private final FailsafeExecutor<Integer> stacked = Failsafe.with(retry, breaker, timeout, bulkhead);

    public int retried() {
        return retried.get(payload);
    }

    public int limited() {
        return limited.get(payload);
    }

    public int guarded() {
        return guarded.get(payload);
    }

    public int paced() {
        return paced.get(payload);
    }

    public int timed() {
        return timed.get(payload);
    }

    public int stacked() {
        return stacked.get(payload);
    }
}
