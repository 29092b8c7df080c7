package dev.deft.benchmarks.peers;

import io.helidon.faulttolerance.Bulkhead;
import io.helidon.faulttolerance.CircuitBreaker;
import io.helidon.faulttolerance.FaultTolerance;
import io.helidon.faulttolerance.FtHandlerTyped;
import io.helidon.faulttolerance.Retry;
import io.helidon.faulttolerance.Timeout;
import java.time.Duration;
import java.util.function.Supplier;

/** Helidon Fault Tolerance: handlers built once. */
public class HelidonPeer extends Peer {
    private final Supplier<Integer> payload = this::plain;
    private final Retry retry = Retry.builder().build();
    private final Bulkhead bulkhead =
            Bulkhead.builder().limit(10).queueLength(100).build();
    private final CircuitBreaker breaker = CircuitBreaker.builder().build();
    private final Timeout timeout =
            Timeout.builder().timeout(Duration.ofSeconds(1)).build();
    private final FtHandlerTyped<Integer> stacked = FaultTolerance.<Integer>typedBuilder()
            .addRetry(retry)
            .addBreaker(breaker)
            .addTimeout(timeout)
            .addBulkhead(bulkhead)
            .build();

    public int retried() {
        return retry.invoke(payload);
    }

    public int limited() {
        return bulkhead.invoke(payload);
    }

    public int guarded() {
        return breaker.invoke(payload);
    }

    public int timed() {
        return timeout.invoke(payload);
    }

    public int stacked() {
        return stacked.invoke(payload);
    }
}
