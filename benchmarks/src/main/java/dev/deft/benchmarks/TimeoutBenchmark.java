package dev.deft.benchmarks;

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
}
