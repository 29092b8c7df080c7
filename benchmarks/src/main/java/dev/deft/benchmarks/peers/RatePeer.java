package dev.deft.benchmarks.peers;

import com.google.common.util.concurrent.RateLimiter;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/** The libraries that do rates alone: Guava and Bucket4j. */
public class RatePeer extends Peer {
    private static final long NEVER_REACHED = 1_000_000_000;

    private final RateLimiter guava = RateLimiter.create(NEVER_REACHED);
    private final Bucket bucket = Bucket.builder()
            .addLimit(limit -> limit.capacity(NEVER_REACHED).refillGreedy(NEVER_REACHED, Duration.ofSeconds(1)))
            .build();

    /** Guava's limiter. */
    public int guava() {
        guava.acquire();
        return plain();
    }

    /** Bucket4j's bucket. */
    public int bucket4j() throws InterruptedException {
        bucket.asBlocking().consume(1);
        return plain();
    }
}
