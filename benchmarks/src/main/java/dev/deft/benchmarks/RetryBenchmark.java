package dev.deft.benchmarks;

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
}
