package dev.deft.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Threads;

/** A limit of 10 and two threads: nobody waits, but both count. */
@Threads(2)
public class ContendedLimitBenchmark extends Workload {
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
