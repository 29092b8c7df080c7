package dev.deft.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;

/** Retry, limit and timeout together. */
public class StackBenchmark extends Workload {
    /** The method itself. */
    @Benchmark
    public int direct() {
        return payload.plain(value);
    }

    /** By hand. */
    @Benchmark
    public int hand() throws Exception {
        return hand.stacked(value);
    }

    /** Through the generated wrapper. */
    @Benchmark
    public int deft() {
        return tasks.stacked(value);
    }
}
