package dev.deft.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The same tokens at the same times as Bucket4j's greedy refill, over random traces.
 *
 * <p>Bucket4j never goes into debt on {@code tryConsume}; on {@code consumeIgnoringRateLimits} it does, and says for how
 * long, which is our reservation.
 *
 * <p>Intended difference: the times that Bucket4j tells are rounded down to the nanosecond, so that the tokens may not be
 * there yet at the end of the wait; ours are rounded up. And two of range: Bucket4j refuses more than one token a
 * nanosecond, and falls back to floating point where its products overflow.
 */
class RateLimitAgainstBucket4jTest {
    private static final int TRACES = 3_000;
    private static final int STEPS = 150;

    @Test
    void admitsTheSame() {
        Random random = new Random(3);
        int admitted = 0;
        int refused = 0;
        for (int trace = 0; trace < TRACES; trace++) {
            int permits = 1 + random.nextInt(pick(random, 5, 100, 10_000));
            long per = permits + (long) (random.nextDouble() * pick(random, 1_000, 1_000_000_000, Integer.MAX_VALUE));
            int burst = 1 + random.nextInt(pick(random, 1, 10, 1_000));
            long[] now = {random.nextInt(1_000)};
            Bucket theirs = bucket(permits, per, burst, now);
            TokenBucket ours = TokenBucket.full(permits, per, burst, now[0]);
            for (int step = 0; step < STEPS; step++) {
                now[0] += stride(random, permits, per, burst);
                int tokens = random.nextBoolean() ? 1 : 1 + random.nextInt(burst);
                String at = "trace " + trace + ", step " + step + ": " + permits + " in " + per + ", burst " + burst;
                if (random.nextInt(8) == 0) {
                    long debt = theirs.consumeIgnoringRateLimits(tokens);
                    long reservation = ours.reserve(now[0], tokens, Long.MAX_VALUE);
                    assertThat(Math.max(0, ours.readyAt(reservation) - now[0]))
                            .as(at)
                            .isBetween(debt, debt + 1);
                    continue;
                }
                long nanos = theirs.estimateAbilityToConsume(tokens).getNanosToWaitForRefill();
                assertThat(ours.waitFor(tokens, now[0])).as(at).isBetween(nanos, nanos + 1);
                boolean consumed = theirs.tryConsume(tokens);
                boolean taken = tokens == 1 ? ours.take(now[0]) : ours.reserve(now[0], tokens, 0) >= 0;
                assertThat(taken).as(at).isEqualTo(consumed);
                if (taken) {
                    admitted++;
                } else {
                    refused++;
                }
                assertThat(ours.available(now[0])).as(at).isEqualTo(theirs.getAvailableTokens());
            }
        }
        assertThat(admitted).isGreaterThan(TRACES * STEPS / 10); // the traces do say something
        assertThat(refused).isGreaterThan(TRACES * STEPS / 10);
    }

    private static Bucket bucket(int permits, long per, int burst, long[] now) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(permits, Duration.ofNanos(per)))
                .withCustomTimePrecision(new TimeMeter() {
                    @Override
                    public long currentTimeNanos() {
                        return now[0];
                    }

                    @Override
                    public boolean isWallClockBased() {
                        return false;
                    }
                })
                .build();
    }

    private static long stride(Random random, int permits, long per, int burst) {
        double token = (double) per / permits;
        return switch (random.nextInt(6)) {
            case 0 -> 0;
            case 1 -> 1;
            case 2 -> (long) token;
            case 3 -> (long) (token * burst * random.nextDouble() * 2);
            default -> (long) (token * random.nextDouble() * 2);
        };
    }

    private static int pick(Random random, int... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
