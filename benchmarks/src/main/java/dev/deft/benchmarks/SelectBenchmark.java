package dev.deft.benchmarks;

import static dev.deft.benchmarks.PassingWorkload.ITEMS;
import static dev.deft.benchmarks.PassingWorkload.repeat;

import com.softwaremill.jox.Channel;
import dev.deft.benchmarks.PassingWorkload.Step;
import dev.deft.channel.Select;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * Two senders, each with a channel of its own, and one receiver that selects between the two; figures are for one item.
 * Nothing in {@code java.util.concurrent} does it.
 */
public class SelectBenchmark extends Workload {
    private static final Integer ITEM = 1;
    private static final int CAPACITY = 10;

    /** Deft's channels. */
    @Benchmark
    @OperationsPerInvocation(ITEMS)
    public void deft() throws InterruptedException {
        dev.deft.channel.Channel<Integer> one = dev.deft.channel.Channel.buffered(CAPACITY);
        dev.deft.channel.Channel<Integer> other = dev.deft.channel.Channel.buffered(CAPACITY);
        pass(
                () -> one.send(ITEM),
                () -> other.send(ITEM),
                () -> Select.select(Select.receive(one, item -> item), Select.receive(other, item -> item)));
    }

    /** Jox's channels. */
    @Benchmark
    @OperationsPerInvocation(ITEMS)
    public void jox() throws InterruptedException {
        Channel<Integer> one = Channel.newBufferedChannel(CAPACITY);
        Channel<Integer> other = Channel.newBufferedChannel(CAPACITY);
        pass(
                () -> one.send(ITEM),
                () -> other.send(ITEM),
                () -> com.softwaremill.jox.Select.select(one.receiveClause(), other.receiveClause()));
    }

    private static void pass(Step one, Step other, Step select) throws InterruptedException {
        Thread receiver = repeat(ITEMS, select);
        Thread sender = repeat(ITEMS / 2, one);
        repeat(ITEMS / 2, other).join();
        sender.join();
        receiver.join();
    }
}
