package dev.deft.policy;

import org.jetbrains.kotlinx.lincheck.LinChecker;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;

/** A bucket at one moment is a counter of its tokens. */
public class TokenBucketLincheckTest {
    private static final int BURST = 4;

    private final TokenBucket bucket = TokenBucket.full(1, 1_000_000_000, BURST, 0);

    /** Takes a token if there is one. */
    @Operation
    public boolean take() {
        return bucket.take(0);
    }

    /** Reserves two tokens if they are there. */
    @Operation
    public boolean takeTwo() {
        return bucket.reserve(0, 2, 0) >= 0;
    }

    /** Counts. */
    @Operation
    public int available() {
        return (int) bucket.available(0);
    }

    /** All interleavings of small scenarios, up to a bound. */
    @Test
    void isACounterInEveryInterleaving() {
        LinChecker.check(
                TokenBucketLincheckTest.class,
                new ModelCheckingOptions()
                        .threads(2)
                        .actorsPerThread(3)
                        .iterations(30)
                        .invocationsPerIteration(2_000)
                        .sequentialSpecification(Counter.class));
    }

    /** Real threads. */
    @Test
    void isACounterUnderStress() {
        LinChecker.check(
                TokenBucketLincheckTest.class,
                new StressOptions()
                        .threads(3)
                        .actorsPerThread(4)
                        .iterations(30)
                        .invocationsPerIteration(5_000)
                        .sequentialSpecification(Counter.class));
    }

    /** What it shall be. */
    public static final class Counter {
        private int tokens = BURST;

        /** Takes a token if there is one. */
        public boolean take() {
            return take(1);
        }

        /** Takes two tokens if they are there. */
        public boolean takeTwo() {
            return take(2);
        }

        /** Counts. */
        public int available() {
            return tokens;
        }

        private boolean take(int wanted) {
            if (tokens < wanted) {
                return false;
            }
            tokens -= wanted;
            return true;
        }
    }
}
