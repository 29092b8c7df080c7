package dev.deft.benchmarks;

import dev.deft.benchmarks.peers.FailsafePeer;
import dev.deft.benchmarks.peers.HelidonPeer;
import dev.deft.benchmarks.peers.Resilience4jPeer;
import dev.deft.benchmarks.peers.SmallRyePeer;
import dev.deft.benchmarks.peers.SpringPeer;
import org.openjdk.jmh.annotations.Benchmark;

/** A limit of 10 and one thread. */
public class LimitBenchmark extends Workload {
    /** The method itself. */
    @Benchmark
    public int direct() {
        return payload.plain(value);
    }

    /** By hand. */
    @Benchmark
    public int hand() throws Exception {
        return hand.limited(value);
    }

    /** Through the generated wrapper. */
    @Benchmark
    public int deft() {
        return tasks.limited(value);
    }

    /** Resilience4j. */
    @Benchmark
    public int resilience4j(Resilience4jPeer peer) {
        return peer.limited();
    }

    /** Helidon. */
    @Benchmark
    public int helidon(HelidonPeer peer) {
        return peer.limited();
    }

    /** Spring's proxy. */
    @Benchmark
    public int spring(SpringPeer peer) {
        return peer.limited();
    }

    /** SmallRye's guard. */
    @Benchmark
    public int smallrye(SmallRyePeer peer) {
        return peer.limited();
    }

    /** Failsafe. */
    @Benchmark
    public int failsafe(FailsafePeer peer) {
        return peer.limited();
    }
}
