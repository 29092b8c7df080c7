package dev.deft.benchmarks.bridges;

import java.util.concurrent.CompletableFuture;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** A thousand tasks started, then awaited by a platform thread; figures are for one task. */
public class WatchedAsyncBenchmark extends WatchedWorkload {
    private static final int TASKS = 1000;

    private final Bridge.Body plain = watched::plain;
    private final CompletableFuture<?>[] started = new CompletableFuture<?>[TASKS];

    /** By hand: a virtual thread and a {@link CompletableFuture}. */
    @Benchmark
    @OperationsPerInvocation(TASKS)
    public int hand() {
        for (int i = 0; i < TASKS; i++) {
            started[i] = byHand(i);
        }
        return sum();
    }

    private CompletableFuture<Integer> byHand(int argument) {
        CompletableFuture<Integer> future = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                future.complete(bridge.byHand(plain, argument));
            } catch (Throwable failure) {
                future.completeExceptionally(failure);
            }
        });
        return future;
    }

    /** Through the generated wrapper, of a runtime with the bridge. */
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
