package dev.deft.benchmarks;

import dev.deft.benchmarks.peers.FailsafePeer;
import dev.deft.benchmarks.peers.RatePeer;
import dev.deft.benchmarks.peers.Resilience4jPeer;
import dev.deft.benchmarks.peers.SmallRyePeer;
import org.openjdk.jmh.annotations.Benchmark;

/** A rate that is never reached. */
public class RateBenchmark extends Workload {
    /** The method itself. */
    @Benchmark
    public int direct() {
        return payload.plain(value);
    }

    /** By hand. */
    @Benchmark
    public int hand() throws Exception {
        return hand.paced(value);
    }

    /** Through the generated wrapper. */
    @Benchmark
    public int deft() {
        return tasks.paced(value);
    }

    /** Resilience4j. */
    @Benchmark
    public int resilience4j(Resilience4jPeer peer) {
        return peer.paced();
    }

    /** SmallRye's guard. */
    @Benchmark
    public int smallrye(SmallRyePeer peer) {
        return peer.paced();
    }

    /** Failsafe. */
    @Benchmark
    public int failsafe(FailsafePeer peer) {
        return peer.paced();
    }

    /** Guava's limiter. */
    @Benchmark
    public int guava(RatePeer peer) {
        return peer.guava();
    }

    /** Bucket4j's bucket. */
    @Benchmark
    public int bucket4j(RatePeer peer) throws InterruptedException {
        return peer.bucket4j();
    }
}
