package dev.deft.benchmarks;

import dev.deft.benchmarks.peers.FailsafePeer;
import dev.deft.benchmarks.peers.HelidonPeer;
import dev.deft.benchmarks.peers.MicronautPeer;
import dev.deft.benchmarks.peers.Resilience4jPeer;
import dev.deft.benchmarks.peers.SmallRyePeer;
import dev.deft.benchmarks.peers.SpringPeer;
import org.openjdk.jmh.annotations.Benchmark;

/** A retry that succeeds at once. */
public class RetryBenchmark extends Workload {
    /** The method itself. */
    @Benchmark
    public int direct() {
        return payload.plain(value);
    }

    /** By hand. */
    @Benchmark
    public int hand() throws Exception {
        return hand.retried(value);
    }

    /** Through the generated wrapper. */
    @Benchmark
    public int deft() {
        return tasks.retried(value);
    }

    /** Resilience4j. */
    @Benchmark
    public int resilience4j(Resilience4jPeer peer) {
        return peer.retried();
    }

    /** Spring's retry template. */
    @Benchmark
    public int springTemplate(SpringPeer peer) throws Exception {
        return peer.retriedByTemplate();
    }

    /** Spring's proxy. */
    @Benchmark
    public int spring(SpringPeer peer) {
        return peer.retried();
    }

    /** Helidon. */
    @Benchmark
    public int helidon(HelidonPeer peer) {
        return peer.retried();
    }

    /** Failsafe. */
    @Benchmark
    public int failsafe(FailsafePeer peer) {
        return peer.retried();
    }

    /** SmallRye's guard. */
    @Benchmark
    public int smallrye(SmallRyePeer peer) {
        return peer.retried();
    }

    /** Micronaut's interceptor. */
    @Benchmark
    public int micronaut(MicronautPeer peer) {
        return peer.retried();
    }
}
