package dev.deft.benchmarks;

import dev.deft.benchmarks.peers.FailsafePeer;
import dev.deft.benchmarks.peers.HelidonPeer;
import dev.deft.benchmarks.peers.MicronautPeer;
import dev.deft.benchmarks.peers.Resilience4jPeer;
import dev.deft.benchmarks.peers.SmallRyePeer;
import org.openjdk.jmh.annotations.Benchmark;

/** A circuit breaker that stays closed. */
public class CircuitBenchmark extends Workload {
    /** The method itself. */
    @Benchmark
    public int direct() {
        return payload.plain(value);
    }

    /** By hand. */
    @Benchmark
    public int hand() throws Exception {
        return hand.guarded(value);
    }

    /** Through the generated wrapper. */
    @Benchmark
    public int deft() {
        return tasks.guarded(value);
    }

    /** Resilience4j. */
    @Benchmark
    public int resilience4j(Resilience4jPeer peer) {
        return peer.guarded();
    }

    /** Helidon. */
    @Benchmark
    public int helidon(HelidonPeer peer) {
        return peer.guarded();
    }

    /** SmallRye's guard. */
    @Benchmark
    public int smallrye(SmallRyePeer peer) {
        return peer.guarded();
    }

    /** Failsafe. */
    @Benchmark
    public int failsafe(FailsafePeer peer) {
        return peer.guarded();
    }

    /** Micronaut's interceptor. */
    @Benchmark
    public int micronaut(MicronautPeer peer) {
        return peer.guarded();
    }
}
