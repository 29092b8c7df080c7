package dev.deft.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What the contenders of every workload share. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public abstract class Workload {
    /** Read from memory each time, so that the result is never a constant. */
    int value = 41;

    final Payload payload = new Payload();
    final Hand hand = new Hand(payload);
    final PayloadTasks tasks = PayloadTasks.of(payload);
}
