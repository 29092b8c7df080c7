package dev.deft.benchmarks.peers;

import io.smallrye.faulttolerance.api.TypedGuard;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/** SmallRye Fault Tolerance's programmatic guards, built once. */
public class SmallRyePeer extends Peer {
    private final Supplier<Integer> payload = this::plain;
    private final TypedGuard<Integer> retried =
            TypedGuard.create(Integer.class).withRetry().done().build();
    private final TypedGuard<Integer> limited =
            TypedGuard.create(Integer.class).withBulkhead().limit(10).done().build();
    private final TypedGuard<Integer> guarded =
            TypedGuard.create(Integer.class).withCircuitBreaker().done().build();
    private final TypedGuard<Integer> paced = TypedGuard.create(Integer.class)
            .withRateLimit()
            .limit(1_000_000_000)
            .window(1, ChronoUnit.SECONDS)
            .done()
            .build();
    private final TypedGuard<Integer> timed = TypedGuard.create(Integer.class)
            .withTimeout()
            .duration(1, ChronoUnit.SECONDS)
            .done()
            .build();
    private final TypedGuard<Integer> stacked = TypedGuard.create(Integer.class)
            .withRetry()
            .done()
            .withCircuitBreaker()
            .done()
            .withTimeout()
            .duration(1, ChronoUnit.SECONDS)
            .done()
            .withBulkhead()
            .limit(10)
            .done()
            .build();

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
