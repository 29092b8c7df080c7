package dev.deft.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;

/** One cleanup that an annotation names. */
public class DeferredBenchmark extends Workload {
    /** The method itself. */
    @Benchmark
    public int direct() {
        return payload.plain(value);
    }

    /** By hand. */
    @Benchmark
    public int hand() throws Exception {
        return hand.cleanedUp(value);
    }

    /** Through the generated wrapper. */
    @Benchmark
    public int deft() {
        return tasks.cleanedUp(value);
    }
}
