package dev.deft.channel;

import static dev.deft.channel.Select.receive;
import static dev.deft.channel.Select.send;

import org.jetbrains.kotlinx.lincheck.LinChecker;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;

/** A select is one step in all its channels together: two channels of one place each are two fields under one lock. */
@Param(name = "item", gen = IntGen.class, conf = "1:9")
public class SelectLincheckTest {
    private final Channel<Integer> one = Channel.buffered(1);
    private final Channel<Integer> other = Channel.buffered(1);

    /** Sends to the one. */
    @Operation
    public int sendToOne(@Param(name = "item") int item) {
        return Impatient.send(one, item);
    }

    /** Sends to the other. */
    @Operation
    public int sendToOther(@Param(name = "item") int item) {
        return Impatient.send(other, item);
    }

    /** Receives from the other if there is something, else from the one. */
    @Operation
    public int receiveFromEither() {
        return Impatient.select(receive(one, item -> item), receive(other, item -> -item));
    }

    /** Sends to the other if there is room, else receives from the one. */
    @Operation
    public int receiveOrSend(@Param(name = "item") int item) {
        return Impatient.select(receive(one, received -> received), send(other, item, () -> -item));
    }

    /** All interleavings of small scenarios, up to a bound. */
    @Test
    void isOneStepInEveryInterleaving() {
        LinChecker.check(
                SelectLincheckTest.class,
                new ModelCheckingOptions()
                        .threads(2)
                        .actorsPerThread(3)
                        .iterations(30)
                        .invocationsPerIteration(2_000)
                        .sequentialSpecification(Places.class));
    }

    /** Real threads. */
    @Test
    void isOneStepUnderStress() {
        LinChecker.check(
                SelectLincheckTest.class,
                new StressOptions()
                        .threads(3)
                        .actorsPerThread(4)
                        .iterations(30)
                        .invocationsPerIteration(5_000)
                        .sequentialSpecification(Places.class));
    }

    /** What it shall be; nothing is 0. */
    public static final class Places {
        private int one;
        private int other;

        /** Sends to the one if there is room. */
        public int sendToOne(int item) {
            if (one != 0) {
                return 0;
            }
            one = item;
            return item;
        }

        /** Sends to the other if there is room. */
        public int sendToOther(int item) {
            if (other != 0) {
                return 0;
            }
            other = item;
            return item;
        }

        /** Receives from the other if there is something, else from the one. */
        public int receiveFromEither() {
            int received;
            if (other != 0) {
                received = -other;
                other = 0;
            } else {
                received = one;
                one = 0;
            }
            return received;
        }

        /** Sends to the other if there is room, else receives from the one. */
        public int receiveOrSend(int item) {
            if (other == 0) {
                other = item;
                return -item;
            }
            int received = one;
            one = 0;
            return received;
        }
    }
}
