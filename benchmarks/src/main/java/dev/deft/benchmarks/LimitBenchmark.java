package dev.deft.benchmarks;

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
}
