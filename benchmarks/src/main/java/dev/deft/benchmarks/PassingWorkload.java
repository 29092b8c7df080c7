package dev.deft.benchmarks;

import com.softwaremill.jox.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** Items go from virtual threads to as many others; figures are for one item. */
public abstract class PassingWorkload extends Workload {
    static final int ITEMS = 100_000;

    private static final Integer ITEM = 1;

    private final int capacity;
    private final int pairs;

    PassingWorkload(int capacity, int pairs) {
        this.capacity = capacity;
        this.pairs = pairs;
    }

    /** The queue of {@code java.util.concurrent}. */
    @Benchmark
    @OperationsPerInvocation(ITEMS)
    public void hand() throws InterruptedException {
        BlockingQueue<Integer> queue = capacity == 0 ? new SynchronousQueue<>() : new ArrayBlockingQueue<>(capacity);
        pass(() -> queue.put(ITEM), queue::take);
    }

    /** Deft's channel. */
    @Benchmark
    @OperationsPerInvocation(ITEMS)
    public void deft() throws InterruptedException {
        dev.deft.channel.Channel<Integer> channel = dev.deft.channel.Channel.buffered(capacity);
        pass(() -> channel.send(ITEM), channel::receive);
    }

    /** Jox's channel. */
    @Benchmark
    @OperationsPerInvocation(ITEMS)
    public void jox() throws InterruptedException {
        Channel<Integer> channel =
                capacity == 0 ? Channel.newRendezvousChannel() : Channel.newBufferedChannel(capacity);
        pass(() -> channel.send(ITEM), channel::receive);
    }

    private void pass(Step send, Step receive) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            threads.add(repeat(ITEMS / pairs, send));
            threads.add(repeat(ITEMS / pairs, receive));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Does something again and again on a virtual thread of its own. */
    static Thread repeat(int times, Step step) {
        return Thread.startVirtualThread(() -> {
            try {
                for (int i = 0; i < times; i++) {
                    step.run();
                }
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
    }

    /** Sends or receives one item. */
    interface Step {
        void run() throws InterruptedException;
    }
}
