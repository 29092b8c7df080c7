package dev.deft.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;

/** Ten cleanups that the body registers in a loop. */
public class DeferBenchmark extends Workload {
    /** The method itself. */
    @Benchmark
    public int direct() {
        return payload.plain(value);
    }

    /** By hand. */
    @Benchmark
    public int hand() throws Exception {
        return hand.cleanedUpTenTimes(value);
    }

    /** Through the generated wrapper. */
    @Benchmark
    public int deft() {
        return tasks.cleanedUpTenTimes(value);
    }
}
