package dev.deft.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private static final long SECOND = 1_000_000_000;
    private static final long TENTH = SECOND / 10;
    private static final long LONG = Long.MAX_VALUE / 2;

    @Test
    void isFullAtFirst() {
        TokenBucket bucket = TokenBucket.full(10, SECOND, 3, 42);
        assertThat(bucket.available(42)).isEqualTo(3);
        assertThat(bucket.take(42)).isTrue();
        assertThat(bucket.take(42)).isTrue();
        assertThat(bucket.take(42)).isTrue();
        assertThat(bucket.take(42)).isFalse();
        assertThat(bucket.available(42)).isZero();
    }

    @Test
    void gainsATokenAtATimeToTheNanosecond() {
        TokenBucket bucket = TokenBucket.full(10, SECOND, 1, 0);
        assertThat(bucket.take(0)).isTrue();
        assertThat(bucket.take(TENTH - 1)).isFalse();
        assertThat(bucket.take(TENTH)).isTrue();
        assertThat(bucket.take(TENTH)).isFalse();
    }

    @Test
    void neverHoldsMoreThanTheBurst() {
        TokenBucket bucket = TokenBucket.full(10, SECOND, 2, 0);
        assertThat(bucket.available(1_000 * SECOND)).isEqualTo(2);
    }

    @Test
    void countsThirdsOfANanosecond() {
        TokenBucket bucket = TokenBucket.full(3, 10, 1, 0); // one each 3⅓ ns
        List<Long> taken = new ArrayList<>();
        for (long now = 0; now <= 20; now++) {
            if (bucket.take(now)) {
                taken.add(now);
            }
        }
        assertThat(taken).containsExactly(0L, 4L, 8L, 12L, 16L, 20L); // each from the moment at which it was taken

        TokenBucket debts = TokenBucket.full(3, 10, 1, 0);
        taken.clear();
        for (int i = 0; i <= 6; i++) {
            taken.add(debts.readyAt(debts.reserve(0, 1, LONG)));
        }
        assertThat(taken).containsExactly(0L, 4L, 7L, 10L, 14L, 17L, 20L); // without any drift
    }

    /**
     * Over any stretch of time at most the burst and what is gained in it, whatever is reserved and cancelled. Who waits
     * acts in the first nanosecond in which its tokens are there, so what is reserved may crowd by one.
     */
    @Test
    void isExactOverAnyWindow() {
        Random random = new Random(1);
        for (int round = 0; round < 3_000; round++) {
            boolean waits = round % 3 != 0;
            int permits = 1 + random.nextInt(random.nextBoolean() ? 20 : 1_000_000);
            long per = 1L + random.nextInt(random.nextBoolean() ? 50 : 1_000_000_000);
            int burst = 1 + random.nextInt(10);
            TokenBucket bucket = TokenBucket.full(permits, per, burst, -7);
            List<long[]> used = new ArrayList<>(); // time, tokens
            List<long[]> pending = new ArrayList<>(); // ready, tokens, reservation
            long now = -7;
            double mean = (double) per / permits;
            for (int step = 0; step < 60; step++) {
                now += (long) (random.nextDouble() * random.nextDouble() * 4 * mean);
                int tokens = 1 + random.nextInt(burst);
                switch (random.nextInt(3)) {
                    case 0 -> {
                        if (bucket.take(now)) {
                            used.add(new long[] {now, 1});
                        }
                    }
                    case 1 -> {
                        long longest = !waits || random.nextBoolean() ? 0 : (long) (mean * random.nextInt(8));
                        long reservation = bucket.reserve(now, tokens, longest);
                        if (reservation >= 0) {
                            long ready = Math.max(now, bucket.readyAt(reservation));
                            assertThat(ready - now).isBetween(0L, longest);
                            pending.add(new long[] {ready, tokens, reservation});
                        }
                    }
                    default -> {
                        if (!pending.isEmpty()) {
                            long[] given = pending.get(random.nextInt(pending.size()));
                            if (given[0] > now) {
                                pending.remove(given);
                                bucket.cancel(given[2], (int) given[1], now);
                            }
                        }
                    }
                }
            }
            used.addAll(pending);
            used.sort((a, b) -> Long.compare(a[0], b[0]));
            for (int from = 0; from < used.size(); from++) {
                long sum = 0;
                for (int to = from; to < used.size(); to++) {
                    sum += used.get(to)[1];
                    BigInteger gained = BigInteger.valueOf(used.get(to)[0] - used.get(from)[0] + (waits ? 1 : 0))
                            .multiply(BigInteger.valueOf(permits))
                            .divide(BigInteger.valueOf(per));
                    assertThat(BigInteger.valueOf(sum))
                            .as("round %d: %d in %d, burst %d", round, permits, per, burst)
                            .isLessThanOrEqualTo(gained.add(BigInteger.valueOf(burst)));
                }
            }
        }
    }

    /** Nothing is lost either: who is always there gets all that is gained. */
    @Test
    void givesAllThatIsGained() {
        Random random = new Random(2);
        for (int round = 0; round < 500; round++) {
            int permits = 1 + random.nextInt(1_000_000);
            long per = 1L + random.nextInt(1_000_000_000);
            int burst = 1 + random.nextInt(10);
            TokenBucket bucket = TokenBucket.full(permits, per, burst, 0);
            long ready = 0;
            int count = 300;
            for (int i = 0; i < burst + count; i++) {
                ready = bucket.readyAt(bucket.reserve(0, 1, LONG));
            }
            BigInteger exact = BigInteger.valueOf(count)
                    .multiply(BigInteger.valueOf(per))
                    .add(BigInteger.valueOf(permits - 1))
                    .divide(BigInteger.valueOf(permits));
            assertThat(ready).isEqualTo(exact.longValueExact());
        }
    }

    @Test
    void refusesWhatComesTooLateAndTakesNothing() {
        TokenBucket bucket = TokenBucket.full(10, SECOND, 1, 0);
        assertThat(bucket.take(0)).isTrue();
        assertThat(bucket.reserve(0, 1, TENTH - 1)).isEqualTo(TokenBucket.REFUSED);
        assertThat(bucket.waitFor(1, 0)).isEqualTo(TENTH);
        assertThat(bucket.reserve(0, 1, TENTH)).isNotNegative();
        assertThat(bucket.available(0)).isEqualTo(-1);
    }

    // What follows are the numbers of golang.org/x/time/rate, rate_test.go; t(n) is n tenths of a second.

    @Test
    void mix() {
        TokenBucket bucket = TokenBucket.full(10, SECOND, 2, 0);
        assertReserved(bucket, 0, 2, 0);
        assertThat(bucket.reserve(t(1), 2, 0)).isEqualTo(TokenBucket.REFUSED);
        assertReserved(bucket, 1, 2, 2);
        assertThat(bucket.take(t(1))).isFalse();
        assertThat(bucket.take(t(3))).isTrue();
    }

    @Test
    void cancelLast() {
        TokenBucket bucket = TokenBucket.full(10, SECOND, 2, 0);
        assertReserved(bucket, 0, 2, 0);
        long reservation = assertReserved(bucket, 0, 2, 2);
        bucket.cancel(reservation, 2, t(1)); // gives 2 back
        assertReserved(bucket, 1, 2, 2);
    }

    @Test
    void cancelTooLate() {
        TokenBucket bucket = TokenBucket.full(10, SECOND, 2, 0);
        assertReserved(bucket, 0, 2, 0);
        long reservation = assertReserved(bucket, 0, 2, 2);
        bucket.cancel(reservation, 2, t(3)); // gives nothing back
        assertReserved(bucket, 3, 2, 4);
    }

    @Test
    void cancelNoToken() {
        TokenBucket bucket = TokenBucket.full(10, SECOND, 2, 0);
        assertReserved(bucket, 0, 2, 0);
        long reservation = assertReserved(bucket, 0, 1, 1);
        assertReserved(bucket, 0, 1, 2);
        bucket.cancel(reservation, 1, 0); // another has built upon it
        assertReserved(bucket, 0, 1, 3);
    }

    @Test
    void cancelOneToken() {
        TokenBucket bucket = TokenBucket.full(10, SECOND, 2, 0);
        assertReserved(bucket, 0, 2, 0);
        long reservation = assertReserved(bucket, 0, 2, 2);
        assertReserved(bucket, 0, 1, 3);
        bucket.cancel(reservation, 2, t(2)); // gives 1 back
        assertReserved(bucket, 2, 2, 4);
    }

    @Test
    void cancelSeveral() {
        TokenBucket bucket = TokenBucket.full(10, SECOND, 4, 0);
        assertReserved(bucket, 0, 4, 0);
        long a = assertReserved(bucket, 0, 3, 3);
        assertReserved(bucket, 0, 1, 4);
        long c = assertReserved(bucket, 0, 1, 5);
        bucket.cancel(c, 1, t(1)); // gives 1 back
        bucket.cancel(a, 3, t(1)); // gives 2 back, as if c had never been
        assertReserved(bucket, 1, 3, 5);
    }

    @Test
    void aFasterRateServesWhoComesLater() {
        TokenBucket before = TokenBucket.full(5, SECOND, 2, 0);
        assertReserved(before, 0, 2, 0);
        assertReserved(before, 0, 2, 4);
        TokenBucket after = succeeded(before, TokenBucket.full(10, SECOND, 2, t(2)), t(2));
        assertReserved(after, 2, 1, 4);
    }

    @Test
    void aLargerBurstHoldsAsManyTokensAtFirst() {
        TokenBucket before = TokenBucket.full(5, SECOND, 2, 0);
        assertReserved(before, 0, 2, 0);
        assertReserved(before, 0, 2, 4);
        TokenBucket after = succeeded(before, TokenBucket.full(5, SECOND, 4, t(3)), t(3));
        assertReserved(after, 3, 4, 12);
    }

    /**
     * Different from Go's, which serves another from the tokens that are left when the clock jumps back: there the time
     * since stands still, here the bucket waits until the clock is where it was. Neither gives more than it should, and
     * a monotonic clock does not jump.
     */
    @Test
    void aClockThatGoesBackwardsGivesNothingMoreAndLosesNothing() {
        TokenBucket bucket = TokenBucket.full(10, SECOND, 3, 0);
        assertThat(bucket.take(t(1))).isTrue();
        assertThat(bucket.take(t(0))).isTrue();
        assertThat(bucket.take(t(0))).isFalse();
        assertThat(bucket.take(-SECOND)).isFalse();
        assertThat(bucket.available(-SECOND)).isZero();
        assertThat(bucket.available(t(1))).isEqualTo(1);
    }

    // Extremes

    @Test
    void servesForYearsWithoutBeingAsked() {
        long start = Long.MAX_VALUE - 3; // the clock is about to wrap around
        TokenBucket bucket = TokenBucket.full(1, SECOND, 5, start);
        assertThat(bucket.take(start)).isTrue();
        long later = start + 70L * 365 * 86_400 * SECOND;
        assertThat(bucket.isExhausted(later)).isFalse();
        assertThat(bucket.available(later)).isEqualTo(5);
    }

    @Test
    void isTakenOverBeforeItOverflows() {
        TokenBucket before = TokenBucket.full(999_983, SECOND, 5, 0); // a prime: no common divisor
        long horizon = 2_000 * SECOND;
        assertThat(before.isExhausted(horizon)).isFalse();
        while (!before.isExhausted(horizon)) {
            horizon += 60 * SECOND;
        }
        assertThat(before.take(horizon)).isFalse();
        TokenBucket after = succeeded(before, TokenBucket.full(999_983, SECOND, 5, horizon), horizon);
        assertThat(after.available(horizon)).isEqualTo(5);
        assertThat(before.reserve(horizon, 1, 0)).isEqualTo(TokenBucket.CLOSED);
        assertThat(before.take(0)).isFalse();
        before.cancel(5, 1, 0);
        assertThat(before.reserve(horizon, 1, LONG)).isEqualTo(TokenBucket.CLOSED);
    }

    @Test
    void aRateThatCannotBeCountedIsRoundedDown() {
        int burst = 2_000_000_011; // a prime
        TokenBucket bucket = TokenBucket.full(burst, 86_400 * SECOND, burst, 0);
        assertThat(bucket.reserve(0, burst, 0)).isNotNegative();
        assertThat(bucket.available(0)).isZero();
        long filled = bucket.fullAt();
        assertThat(filled).isBetween(86_400 * SECOND, 86_410 * SECOND);
    }

    @Test
    void aBurstThatWouldTakeALifetimeIsRefused() {
        assertThatThrownBy(() -> TokenBucket.full(1, 365 * 86_400 * SECOND, 100, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("36 years");
    }

    @Test
    void aDebtThatWouldOverflowIsRefused() {
        TokenBucket bucket = TokenBucket.full(1, 86_400 * SECOND, 10_000, 0);
        int granted = 0;
        while (bucket.reserve(0, 10_000, LONG) >= 0) {
            granted++;
        }
        assertThat(granted).isBetween(2, 10);
        assertThat(bucket.available(0)).isLessThanOrEqualTo(0);
    }

    private static TokenBucket succeeded(TokenBucket before, TokenBucket after, long now) {
        after.succeed(before, before.close(now));
        return after;
    }

    private static long assertReserved(TokenBucket bucket, int now, int tokens, int ready) {
        long reservation = bucket.reserve(t(now), tokens, LONG);
        assertThat(Math.max(t(now), bucket.readyAt(reservation))).isEqualTo(t(ready));
        return reservation;
    }

    private static long t(int tenths) {
        return tenths * TENTH;
    }
}
