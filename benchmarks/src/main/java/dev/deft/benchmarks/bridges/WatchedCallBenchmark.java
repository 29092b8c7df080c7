package dev.deft.benchmarks.bridges;

import org.openjdk.jmh.annotations.Benchmark;

/** A synchronous call with a retry, which succeeds at once, and a limit that is not reached. */
public class WatchedCallBenchmark extends WatchedWorkload {
    private final Bridge.Body byHand = watched::calledByHand;

    /** By hand. */
    @Benchmark
    public int hand() throws Exception {
        return bridge.byHand(byHand, value);
    }

    /** Through the generated wrapper, of a runtime with the bridge. */
    @Benchmark
    public int deft() {
        return tasks.called(value);
    }
}
