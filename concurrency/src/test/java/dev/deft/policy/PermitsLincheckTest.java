package dev.deft.policy;

import dev.deft.internal.Wait;
import dev.deft.time.TimeSource;
import org.jetbrains.kotlinx.lincheck.LinChecker;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.jetbrains.lincheck.datastructures.ThreadIdGen;
import org.junit.jupiter.api.Test;

/** Permits that nobody waits for long are a semaphore: every interleaving has an order in which a plain counter does the same. */
@Param(name = "thread", gen = ThreadIdGen.class)
public class PermitsLincheckTest {
    private static final int PERMITS = 2;
    private static final int THREADS = 3;

    private final Permits permits = new Permits(PERMITS);
    private final int[] held = new int[THREADS + 2];

    /** Takes a permit, or gives up. */
    @Operation
    public boolean tryEnter(@Param(name = "thread") int thread) {
        if (!permits.take()) {
            Permits.Waiter waiter = new Permits.Waiter(new Wait(TimeSource.system()));
            permits.enter(waiter, Integer.MAX_VALUE);
            if (!waiter.isGranted() && permits.leave(waiter)) {
                return false;
            }
        }
        held[thread]++;
        return true;
    }

    /** Gives a permit back, if this thread holds one. */
    @Operation
    public boolean leave(@Param(name = "thread") int thread) {
        if (held[thread] == 0) {
            return false;
        }
        held[thread]--;
        permits.giveBack();
        return true;
    }

    /** All interleavings of small scenarios, up to a bound. */
    @Test
    void isASemaphoreInEveryInterleaving() {
        LinChecker.check(
                PermitsLincheckTest.class,
                new ModelCheckingOptions()
                        .threads(2)
                        .actorsPerThread(3)
                        .iterations(30)
                        .invocationsPerIteration(2_000)
                        .sequentialSpecification(Counter.class));
    }

    /** Real threads. */
    @Test
    void isASemaphoreUnderStress() {
        LinChecker.check(
                PermitsLincheckTest.class,
                new StressOptions()
                        .threads(THREADS)
                        .actorsPerThread(4)
                        .iterations(30)
                        .invocationsPerIteration(5_000)
                        .sequentialSpecification(Counter.class));
    }

    /** What it shall be. */
    public static final class Counter {
        private final int[] held = new int[THREADS + 2];
        private int free = PERMITS;

        /** Takes a permit if there is one. */
        public boolean tryEnter(int thread) {
            if (free == 0) {
                return false;
            }
            free--;
            held[thread]++;
            return true;
        }

        /** Gives one back. */
        public boolean leave(int thread) {
            if (held[thread] == 0) {
                return false;
            }
            held[thread]--;
            free++;
            return true;
        }
    }
}
