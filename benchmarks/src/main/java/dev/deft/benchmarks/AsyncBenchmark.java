package dev.deft.benchmarks;

import java.util.concurrent.CompletableFuture;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** A thousand tasks started, then awaited by a platform thread; figures are for one task. */
public class AsyncBenchmark extends Workload {
    private static final int TASKS = 1000;

    private final CompletableFuture<?>[] started = new CompletableFuture<?>[TASKS];

    /** By hand: a virtual thread and a {@link CompletableFuture}. */
    @Benchmark
    @OperationsPerInvocation(TASKS)
    public int hand() {
        for (int i = 0; i < TASKS; i++) {
            started[i] = hand.started(i);
        }
        return sum();
    }

    /** Through the generated wrapper. */
    @Benchmark
    @OperationsPerInvocation(TASKS)
    public int deft() {
        for (int i = 0; i < TASKS; i++) {
            started[i] = tasks.started(i);
        }
        return sum();
    }

    private int sum() {
        int sum = 0;
        for (CompletableFuture<?> task : started) {
            sum += (Integer) task.join();
        }
        return sum;
    }
}
