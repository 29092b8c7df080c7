package dev.deft.benchmarks;

import dev.deft.benchmarks.peers.FailsafePeer;
import dev.deft.benchmarks.peers.HelidonPeer;
import dev.deft.benchmarks.peers.Resilience4jPeer;
import dev.deft.benchmarks.peers.SmallRyePeer;
import org.openjdk.jmh.annotations.Benchmark;

/** A timeout around a fast call. */
public class TimeoutBenchmark extends Workload {
    /** The method itself. */
    @Benchmark
    public int direct() {
        return payload.plain(value);
    }

    /** By hand. */
    @Benchmark
    public int hand() throws Exception {
        return hand.timed(value);
    }

    /** Through the generated wrapper. */
    @Benchmark
    public int deft() {
        return tasks.timed(value);
    }

    /** Resilience4j. */
    @Benchmark
    public int resilience4j(Resilience4jPeer peer) throws Exception {
        return peer.timed();
    }

    /** Helidon. */
    @Benchmark
    public int helidon(HelidonPeer peer) {
        return peer.timed();
    }

    /** SmallRye's guard. */
    @Benchmark
    public int smallrye(SmallRyePeer peer) {
        return peer.timed();
    }

    /** Failsafe. */
    @Benchmark
    public int failsafe(FailsafePeer peer) {
        return peer.timed();
    }
}
