package dev.deft.channel;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jetbrains.kotlinx.lincheck.LinChecker;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;

/** A buffered channel that nobody waits in for long is a bounded queue with an end, though some who wait are served. */
@Param(name = "item", gen = IntGen.class, conf = "1:9")
public class ChannelLincheckTest {
    private static final int CAPACITY = 1;

    private final Channel<Integer> channel = Channel.buffered(CAPACITY);

    /** Sends, and waits a moment if there is no room. */
    @Operation
    public int send(@Param(name = "item") int item) {
        return Impatient.send(channel, item);
    }

    /** Receives, and waits a moment if there is nothing. */
    @Operation
    public int receive() {
        return Impatient.receive(channel);
    }

    /** Receives if there is something. */
    @Operation
    public int tryReceive() {
        try {
            return channel.tryReceive().orElse(Impatient.NOTHING);
        } catch (ChannelClosedException e) {
            return Impatient.CLOSED;
        }
    }

    /** Closes. */
    @Operation
    public int close() {
        try {
            channel.close();
            return Impatient.NOTHING;
        } catch (ChannelClosedException e) {
            return Impatient.CLOSED;
        }
    }

    /** All interleavings of small scenarios, up to a bound. */
    @Test
    void isAQueueInEveryInterleaving() {
        LinChecker.check(
                ChannelLincheckTest.class,
                new ModelCheckingOptions()
                        .threads(2)
                        .actorsPerThread(3)
                        .iterations(30)
                        .invocationsPerIteration(2_000)
                        .sequentialSpecification(Queue.class));
    }

    /** Real threads. */
    @Test
    void isAQueueUnderStress() {
        LinChecker.check(
                ChannelLincheckTest.class,
                new StressOptions()
                        .threads(3)
                        .actorsPerThread(4)
                        .iterations(30)
                        .invocationsPerIteration(5_000)
                        .sequentialSpecification(Queue.class));
    }

    /** What it shall be. */
    public static final class Queue {
        private final Deque<Integer> items = new ArrayDeque<>();
        private boolean closed;

        /** Sends if there is room. */
        public int send(int item) {
            if (closed) {
                return Impatient.CLOSED;
            }
            if (items.size() == CAPACITY) {
                return Impatient.NOTHING;
            }
            items.add(item);
            return item;
        }

        /** Receives if there is something. */
        public int receive() {
            return items.isEmpty() ? closed ? Impatient.CLOSED : Impatient.NOTHING : items.remove();
        }

        /** The same. */
        public int tryReceive() {
            return receive();
        }

        /** Closes. */
        public int close() {
            if (closed) {
                return Impatient.CLOSED;
            }
            closed = true;
            return Impatient.NOTHING;
        }
    }
}
