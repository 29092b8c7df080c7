package dev.deft.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatencyQuantileTest {
    @ParameterizedTest
    @CsvSource({"0.5, 16", "0.9, 16", "0.95, 20", "0.99, 100", "0.999, 1000", "0.99999, 8192"})
    void isUnknownUntilOneIsExpectedBeyondIt(double quantile, int enough) {
        LatencyQuantile latencies = new LatencyQuantile(quantile);
        assertThat(latencies.enough()).isEqualTo(enough);
        for (int i = 1; i < enough; i++) {
            latencies.record(i);
            assertThat(latencies.nanos()).isEqualTo(LatencyQuantile.UNKNOWN);
        }
        latencies.record(enough);
        assertThat(latencies.nanos()).isPositive();
    }

    @Test
    void isTheNearestRank() {
        LatencyQuantile latencies = new LatencyQuantile(0.95);
        for (int i = 20; i >= 1; i--) {
            latencies.record(i * 1_000L);
        }
        assertThat(latencies.nanos()).isEqualTo(19_000);
    }

    @Test
    void followsTheRecentOnes() {
        LatencyQuantile latencies = new LatencyQuantile(0.95);
        for (int i = 0; i < 1_000; i++) {
            latencies.record(10);
        }
        assertThat(latencies.nanos()).isEqualTo(10);
        for (int i = 0; i < 256; i++) {
            latencies.record(500);
        }
        assertThat(latencies.nanos()).isEqualTo(500);
        for (int i = 0; i < 256; i++) {
            latencies.record(20);
        }
        assertThat(latencies.nanos()).isEqualTo(20);
    }

    @Test
    void aNegativeLatencyCountsAsNone() {
        LatencyQuantile latencies = new LatencyQuantile(0.5);
        for (int i = 0; i < 16; i++) {
            latencies.record(-5);
        }
        assertThat(latencies.nanos()).isZero();
    }

    /** Against sorting the last 256, at each moment at which it estimates anew. */
    @ParameterizedTest
    @CsvSource({"1, 0.5", "2, 0.9", "3, 0.95", "4, 0.98"})
    void isWhatSortingSays(long seed, double quantile) {
        SplittableRandom random = new SplittableRandom(seed);
        LatencyQuantile latencies = new LatencyQuantile(quantile);
        Deque<Long> recent = new ArrayDeque<>();
        for (int i = 1; i <= 5_000; i++) {
            long nanos = (long) (TimeUnit.MILLISECONDS.toNanos(1) * -Math.log(1 - random.nextDouble()));
            latencies.record(nanos);
            recent.add(nanos);
            if (recent.size() > 256) {
                recent.remove();
            }
            if (i % 32 == 0 && i >= latencies.enough()) {
                List<Long> sorted = new ArrayList<>(recent);
                sorted.sort(null);
                int rank = (int) Math.ceil(quantile * sorted.size() - 1e-9);
                assertThat(latencies.nanos()).isEqualTo(sorted.get(rank - 1));
            }
        }
    }

    @Test
    void takesThemFromManyThreads() throws InterruptedException {
        LatencyQuantile latencies = new LatencyQuantile(0.9);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                for (int n = 0; n < 50_000; n++) {
                    latencies.record(1 + n % 10);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(latencies.nanos()).isBetween(8L, 10L);
    }
}
