package dev.deft.benchmarks;

import dev.deft.Deft;
import dev.deft.TaskGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** Ten thousand tasks that a virtual thread starts and awaits together; figures are for one task. */
public class GroupBenchmark extends Workload {
    private static final int TASKS = 10_000;

    /** By hand: virtual threads, a latch, an array of results and the first failure. */
    @Benchmark
    @OperationsPerInvocation(TASKS)
    public int hand() throws Exception {
        return onVirtualThread(() -> {
            int[] results = new int[TASKS];
            AtomicReference<Throwable> first = new AtomicReference<>();
            CountDownLatch running = new CountDownLatch(TASKS);
            for (int i = 0; i < TASKS; i++) {
                int number = i;
                Thread.startVirtualThread(() -> {
                    try {
                        results[number] = payload.plain(number);
                    } catch (Throwable failure) {
                        first.compareAndSet(null, failure);
                    } finally {
                        running.countDown();
                    }
                });
            }
            running.await();
            if (first.get() != null) {
                throw new ExecutionException(first.get());
            }
            int sum = 0;
            for (int result : results) {
                sum += result;
            }
            return sum;
        });
    }

    /** The JDK's executor with a virtual thread for each task. */
    @Benchmark
    @OperationsPerInvocation(TASKS)
    public int executor() throws Exception {
        return onVirtualThread(() -> {
            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Integer>> started = new ArrayList<>();
                for (int i = 0; i < TASKS; i++) {
                    int number = i;
                    started.add(executor.submit(() -> payload.plain(number)));
                }
                int sum = 0;
                for (Future<Integer> task : started) {
                    sum += task.get();
                }
                return sum;
            }
        });
    }

    /** Through the generated wrapper, within a group. */
    @Benchmark
    @OperationsPerInvocation(TASKS)
    public int deft() throws Exception {
        return onVirtualThread(() -> {
            try (TaskGroup<Integer> group = Deft.global().group()) {
                for (int i = 0; i < TASKS; i++) {
                    tasks.started(i);
                }
                int sum = 0;
                for (int result : group.await()) {
                    sum += result;
                }
                return sum;
            }
        });
    }

    private static int onVirtualThread(Callable<Integer> body) throws Exception {
        FutureTask<Integer> task = new FutureTask<>(body);
        Thread.startVirtualThread(task);
        return task.get();
    }
}
