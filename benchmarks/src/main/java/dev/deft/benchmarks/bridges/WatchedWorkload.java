package dev.deft.benchmarks.bridges;

import dev.deft.Deft;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What the workloads that are seen share: a runtime of their own, with the one listener that is measured. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public abstract class WatchedWorkload {
    /** By whom it is seen: all, one after the other, each in processes of its own. */
    @Param
    Watcher watcher;

    /** Read from memory each time, so that the result is never a constant. */
    int value = 41;

    final Watched watched = new Watched();
    Bridge bridge;
    WatchedTasks tasks;

    private Deft deft;

    /** Wires it all; no listener is there before. */
    @Setup
    public void wire() {
        bridge = watcher.bridge();
        deft = bridge.addTo(Deft.builder()).build();
        tasks = new WatchedTasks(watched, deft);
    }

    /** Ends it all. */
    @TearDown
    public void close() {
        deft.close();
        bridge.close();
    }
}
