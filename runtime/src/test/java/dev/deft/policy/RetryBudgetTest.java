package dev.deft.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.deft.Deft;
import dev.deft.TaskName;
import dev.deft.time.TimeSource;
import dev.deft.time.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryBudgetTest {
    private static final int FLOOR = RetryBudget.FLOOR_PER_SECOND * RetryBudget.SECONDS;

    private final VirtualTime time = VirtualTime.manual();
    private final RetryBudget budget = new RetryBudget(time, 0.2);

    @Test
    void aQuietMethodHasTheFloor() {
        assertThat(budget.balance()).isEqualTo(FLOOR);
        assertThat(withdrawAll(budget)).isEqualTo(FLOOR);
        assertThat(budget.balance()).isZero();
    }

    @Test
    void fiveCallsPayForOneRetry() {
        withdrawAll(budget);
        for (int call = 1; call <= 4; call++) {
            budget.deposit();
            assertThat(budget.tryWithdraw()).isFalse();
        }
        budget.deposit();
        assertThat(budget.tryWithdraw()).isTrue();
        assertThat(budget.tryWithdraw()).isFalse();
    }

    @Test
    void countsEveryCall() {
        for (int call = 0; call < 10_000; call++) {
            budget.deposit();
        }
        assertThat(budget.balance()).isEqualTo(FLOOR + 2_000);
        assertThat(withdrawAll(budget)).isEqualTo(FLOOR + 2_000);
    }

    @Test
    void aRefusalTakesNothing() {
        RetryBudget half = new RetryBudget(time, 0.5);
        withdrawAll(half);
        half.deposit();
        for (int i = 0; i < 10; i++) {
            assertThat(half.tryWithdraw()).isFalse();
        }
        half.deposit();
        assertThat(half.tryWithdraw()).isTrue();
    }

    @Test
    void whatWasPutBackCanBeTakenAgain() {
        withdrawAll(budget);
        budget.putBack();
        assertThat(budget.balance()).isOne();
        assertThat(budget.tryWithdraw()).isTrue();
        assertThat(budget.tryWithdraw()).isFalse();
    }

    @Test
    void whatWasPaidInCountsForTenSeconds() {
        deposit(64);
        time.advance(Duration.ofSeconds(9));
        assertThat(budget.balance()).isEqualTo(FLOOR + 12);
        time.advance(Duration.ofSeconds(1));
        assertThat(budget.balance()).isEqualTo(FLOOR);
    }

    @Test
    void whatWasTakenComesBackAfterTenSeconds() {
        withdrawAll(budget);
        time.advance(Duration.ofMillis(9_999));
        assertThat(budget.tryWithdraw()).isFalse();
        time.advance(Duration.ofMillis(1));
        assertThat(withdrawAll(budget)).isEqualTo(FLOOR);
    }

    @Test
    void aLongSilenceLeavesTheFloor() {
        deposit(10_000);
        time.advance(Duration.ofDays(400));
        assertThat(withdrawAll(budget)).isBetween(FLOOR, FLOOR + 12); // 64 calls may count as later than they were
        time.advance(Duration.ofDays(400));
        assertThat(withdrawAll(budget)).isEqualTo(FLOOR);
    }

    @Test
    void aChangeKeepsWhatWasPaidIn() {
        withdrawAll(budget);
        deposit(10);
        budget.change(1.0);
        assertThat(budget.ratio()).isEqualTo(1.0);
        assertThat(budget.balance()).isEqualTo(2);
        deposit(10);
        assertThat(budget.balance()).isEqualTo(12);
    }

    @Test
    void aClockThatGoesBackwardsIsHarmless() {
        AtomicLong now = new AtomicLong(1_000_000_000_000L);
        RetryBudget odd = new RetryBudget(clock(now), 0.2);
        withdrawAll(odd);
        now.addAndGet(-500_000_000_000L);
        assertThat(odd.tryWithdraw()).isFalse();
        odd.deposit();
        now.addAndGet(520_000_000_000L);
        assertThat(withdrawAll(odd)).isEqualTo(FLOOR);
    }

    @Test
    void takesRatiosThatMakeSense() {
        for (double ratio : new double[] {0, -0.1, Double.NaN, Double.POSITIVE_INFINITY, 1000.1}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RetryBudget(time, ratio))
                    .withMessageContaining(String.valueOf(ratio));
            assertThatIllegalArgumentException().isThrownBy(() -> budget.change(ratio));
        }
        assertThat(budget.ratio()).isEqualTo(0.2);
        new RetryBudget(time, 1000);
        RetryBudget tiny = new RetryBudget(time, 1e-9); // counts as a millionth
        withdrawAll(tiny);
        for (int call = 0; call < 1_000_000; call++) {
            tiny.deposit();
        }
        assertThat(tiny.balance()).isOne();
    }

    @Test
    void saysWhatItIs() {
        assertThat(budget).hasToString("ratio = 0.2, balance = 100");
    }

    /** In any ten seconds: retries ≤ 100 + ratio × the calls in them and in the ten before, and over all time likewise. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void neverAddsMoreThanItsShare(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int seconds = 300;
        int[] calls = new int[seconds];
        int[] retries = new int[seconds];
        for (int second = 0; second < seconds; second++) {
            calls[second] = random.nextInt(4) == 0 ? random.nextInt(3_000) : random.nextInt(20);
            deposit(calls[second]);
            for (int wanted = random.nextInt(800); wanted > 0 && budget.tryWithdraw(); wanted--) {
                retries[second]++;
            }
            int from = Math.max(0, second - 9);
            int paidFrom = Math.max(0, second - 19);
            assertThat(IntStream.of(retries).skip(from).sum())
                    .isLessThanOrEqualTo(
                            FLOOR + (IntStream.of(calls).skip(paidFrom).sum() + 64) / 5);
            time.advance(Duration.ofSeconds(1));
        }
        int inAll = IntStream.of(retries).sum();
        assertThat(inAll).isLessThanOrEqualTo(FLOOR * 31 + IntStream.of(calls).sum() / 5);
        assertThat(inAll).isGreaterThan(FLOOR * 10);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void losesNothingBetweenThreads(int run) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        AtomicLong retries = new AtomicLong();
        for (int i = 0; i < 4; i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                for (int call = 0; call < 25_000; call++) {
                    budget.deposit();
                    if (call % 3 == 0 && budget.tryWithdraw()) {
                        retries.incrementAndGet();
                    }
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(retries.get() + withdrawAll(budget)).isEqualTo(FLOOR + 20_000);
    }

    @Test
    void anAllowanceDrawsOnBothBudgetsOrOnNeither() {
        RetryBudget shared = new RetryBudget(time, 0.5);
        Allowance allowance = new Allowance(shared);
        assertThat(allowance.isBounded()).isTrue();
        allowance.retried(0.2, time);
        RetryBudget budget = allowance.own();
        withdrawAll(shared);
        assertThat(allowance.tryWithdraw()).isFalse();
        assertThat(budget.balance()).isEqualTo(FLOOR);
        allowance.deposit();
        allowance.depositUnlessRetried(); // nothing: the retry has done it
        assertThat(shared.balance()).isZero();
        allowance.deposit();
        assertThat(shared.balance()).isOne();
        assertThat(allowance.tryWithdraw()).isTrue();
        assertThat(budget.balance()).isEqualTo(FLOOR - 1);
        assertThat(shared.balance()).isZero();
        withdrawAll(budget);
        allowance.deposit();
        allowance.deposit();
        assertThat(allowance.tryWithdraw()).isFalse();
        assertThat(shared.balance()).isOne();
    }

    @Test
    void aNameSharesABudgetAndNothingElse() {
        try (Deft deft = Deft.builder().time(time).build()) {
            RetryPolicy read = deft.policies()
                    .retry(
                            TaskName.of("test.Db", "read"),
                            RetrySettings.attempts(2).budget(0.2).named("db"));
            RetryPolicy write = deft.policies()
                    .retry(
                            TaskName.of("test.Db", "write"),
                            RetrySettings.attempts(5).budget(0.2).named("db"));
            assertThat(read.allowance().own())
                    .isNotNull()
                    .isSameAs(write.allowance().own());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> deft.policies()
                            .retry(
                                    TaskName.of("test.Db", "scan"),
                                    RetrySettings.attempts(2).budget(0.3).named("db")))
                    .withMessage("Two different retry budgets are named \"db\": (0.2) of test.Db.read() and (0.3) of"
                            + " test.Db.scan()");
        }
    }

    @Test
    void anAllowanceWithoutABudgetAllowsEverything() {
        Allowance allowance = new Allowance(null);
        assertThat(allowance.isBounded()).isFalse();
        for (int i = 0; i < 1_000; i++) {
            assertThat(allowance.tryWithdraw()).isTrue();
        }
        allowance.deposit();
    }

    private void deposit(int calls) {
        for (int call = 0; call < calls; call++) {
            budget.deposit();
        }
    }

    private static int withdrawAll(RetryBudget budget) {
        int withdrawn = 0;
        while (budget.tryWithdraw()) {
            withdrawn++;
        }
        return withdrawn;
    }

    private static TimeSource clock(AtomicLong now) {
        return new ManualClock(now);
    }

    private static final class ManualClock implements TimeSource {
        private final AtomicLong now;

        ManualClock(AtomicLong now) {
            this.now = now;
        }

        @Override
        public long nanoTime() {
            return now.get();
        }

        @Override
        public java.time.Instant now() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void park(Object blocker) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void parkUntil(Object blocker, long nanoTime) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void unpark(Thread thread) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Timer schedule(long delayNanos, Runnable action) {
            throw new UnsupportedOperationException();
        }
    }
}
