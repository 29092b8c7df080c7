package dev.deft.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deft.internal.Nanos;
import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final RandomGenerator NO_CHANCE = () -> {
        throw new AssertionError("chance without jitter");
    };

    private static final RetrySettings SECONDS =
            RetrySettings.attempts(5).delay(Duration.ofSeconds(1)).maxDelay(Duration.ofDays(10_000));

    private static long[] millis(RetrySettings settings, int retries) {
        return IntStream.rangeClosed(1, retries)
                .mapToLong(retry -> settings.backoff().nanos(retry, 0, NO_CHANCE) / 1_000_000)
                .toArray();
    }

    @Test
    void growsAsSaid() {
        assertThat(millis(SECONDS, 5)).containsExactly(1000, 2000, 4000, 8000, 16000);
        assertThat(millis(SECONDS.constant(), 3)).containsExactly(1000, 1000, 1000);
        assertThat(millis(SECONDS.linear(), 4)).containsExactly(1000, 2000, 3000, 4000);
        assertThat(millis(SECONDS.exponential(1.5), 4)).containsExactly(1000, 1500, 2250, 3375);
        assertThat(millis(SECONDS.exponential(0.5), 3)).containsExactly(1000, 500, 250);
        assertThat(millis(SECONDS.fibonacci(), 6)).containsExactly(1000, 1000, 2000, 3000, 5000, 8000);
    }

    @Test
    void neverBeyondTheLongest() {
        RetrySettings capped = SECONDS.maxDelay(Duration.ofMillis(3500));
        assertThat(millis(capped, 5)).containsExactly(1000, 2000, 3500, 3500, 3500);
        assertThat(millis(SECONDS.maxDelay(Duration.ofMillis(10)), 2)).containsExactly(10, 10);
    }

    @Test
    void doesNotOverflow() {
        RetrySettings[] all = {
            SECONDS, SECONDS.constant(), SECONDS.linear(), SECONDS.exponential(1e300), SECONDS.fibonacci()
        };
        for (RetrySettings settings : all) {
            for (Duration delay : new Duration[] {Duration.ofNanos(1), Duration.ofDays(100_000)}) {
                for (Duration max : new Duration[] {Duration.ofMinutes(1), Duration.ofSeconds(Long.MAX_VALUE)}) {
                    Backoff backoff = settings.delay(delay).maxDelay(max).backoff();
                    for (int retry : new int[] {30, 63, 64, 92, 93, 94, 1000, Integer.MAX_VALUE}) {
                        assertThat(backoff.nanos(retry, 0, NO_CHANCE)).isBetween(0L, Nanos.MAX);
                    }
                }
            }
        }
        assertThat(SECONDS.backoff().nanos(Integer.MAX_VALUE, 0, NO_CHANCE))
                .isEqualTo(Duration.ofDays(10_000).toNanos());
        assertThat(SECONDS.fibonacci().backoff().nanos(1000, 0, NO_CHANCE))
                .isEqualTo(Duration.ofDays(10_000).toNanos());
        for (RetrySettings settings : all) {
            assertThat(settings.delay(Duration.ZERO).backoff().nanos(1_000_000, 0, NO_CHANCE))
                    .isZero();
        }
    }

    @Test
    void fullJitterIsAnythingUpToTheWait() {
        Backoff backoff = SECONDS.fullJitter().backoff();
        long[] seen = waits(backoff, 3);
        assertThat(LongStream.of(seen)).allSatisfy(wait -> assertThat(wait).isBetween(0L, 4_000_000_000L));
        assertThat(IntStream.range(0, seen.length)
                        .filter(i -> seen[i] < 1_000_000_000L)
                        .count())
                .isBetween(200L, 300L);
    }

    @Test
    void equalJitterIsAnythingInTheUpperHalf() {
        long[] seen = waits(SECONDS.equalJitter().backoff(), 3);
        assertThat(LongStream.of(seen)).allSatisfy(wait -> assertThat(wait).isBetween(2_000_000_000L, 4_000_000_000L));
        assertThat(IntStream.range(0, seen.length)
                        .filter(i -> seen[i] < 3_000_000_000L)
                        .count())
                .isBetween(450L, 550L);
    }

    private static long[] waits(Backoff backoff, int retry) {
        Random random = new Random(42);
        return IntStream.range(0, 1000)
                .mapToLong(i -> backoff.nanos(retry, 0, random))
                .toArray();
    }

    @Test
    void decorrelatedJitterIsAnythingUpToThreeTimesTheLast() {
        Backoff backoff =
                SECONDS.decorrelatedJitter().maxDelay(Duration.ofSeconds(20)).backoff();
        Random random = new Random(42);
        long last = 0;
        long longest = 0;
        for (int retry = 1; retry < 1000; retry++) {
            long wait = backoff.nanos(retry, last, random);
            long most = Math.min(20_000_000_000L, 3 * Math.max(last, 1_000_000_000L));
            assertThat(wait).isBetween(1_000_000_000L, most);
            last = wait;
            longest = Math.max(longest, wait);
        }
        assertThat(longest).isEqualTo(20_000_000_000L).isGreaterThan(0);
    }

    @Test
    void settingsAreChecked() {
        assertThatThrownBy(() -> RetrySettings.attempts(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SECONDS.delay(Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SECONDS.maxDelay(Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SECONDS.maxDuration(Duration.ofNanos(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        for (double factor : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> SECONDS.exponential(factor)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void settingsAreValues() {
        assertThat(RetrySettings.attempts(3))
                .isEqualTo(RetrySettings.attempts(3))
                .hasSameHashCodeAs(RetrySettings.attempts(3));
        assertThat(RetrySettings.attempts(3)).isNotEqualTo(RetrySettings.attempts(4));
        assertThat(SECONDS.linear()).isNotEqualTo(SECONDS);
        assertThat(RetrySettings.unlimitedAttempts().toString()).contains("UNLIMITED");
    }
}
