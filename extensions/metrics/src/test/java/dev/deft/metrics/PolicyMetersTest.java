package dev.deft.metrics;

import static dev.deft.metrics.MeterTags.ORDINAL;
import static dev.deft.metrics.MeterTags.POOL;
import static dev.deft.metrics.MeterTags.STATE;
import static dev.deft.metrics.MeterTags.TASK;
import static dev.deft.metrics.MeterTags.WORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deft.DeadlineExceededException;
import dev.deft.Deft;
import dev.deft.PoolSettings;
import dev.deft.Task;
import dev.deft.TaskName;
import dev.deft.TaskTimeoutException;
import dev.deft.policy.AdaptiveLimitPolicy;
import dev.deft.policy.AdaptiveLimitSettings;
import dev.deft.policy.CircuitBreakerPolicy;
import dev.deft.policy.CircuitBreakerSettings;
import dev.deft.policy.DeadlineScope;
import dev.deft.policy.HedgeSettings;
import dev.deft.policy.KeyedLimit;
import dev.deft.policy.LimitPolicy;
import dev.deft.policy.LimitSettings;
import dev.deft.policy.LockPolicy;
import dev.deft.policy.Policies;
import dev.deft.policy.RateLimitPolicy;
import dev.deft.policy.RateLimitSettings;
import dev.deft.policy.RetryPolicy;
import dev.deft.policy.RetrySettings;
import dev.deft.policy.TimeoutWatch;
import dev.deft.time.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What each gauge of policies and pools shows, and until when. */
@Timeout(60)
class PolicyMetersTest {
    private static final TaskName CHARGE = TaskName.of("shop.PaymentService", "charge", "Order");
    private static final TaskName CHARGE_TWICE = TaskName.of("shop.PaymentService", "charge", "Order", "int");
    private static final TaskName REFUND = TaskName.of("shop.PaymentService", "refund", "Order");
    private static final String NAME = "PaymentService.charge";
    private static final String[] FIRST_LIMIT = {TASK, NAME, WORD, "limit", ORDINAL, "1"};

    private final VirtualTime time = new VirtualTime();
    private final KeptMeters meters = new KeptMeters();
    private final Deft deft = Deft.builder()
            .time(time)
            .listener(new MeteringListener(meters))
            .pool("cpu", PoolSettings.platformThreads(2).queue(8))
            .pool("free", PoolSettings.virtualThreads())
            .build();
    private final Policies policies = deft.policies();

    @AfterEach
    void eachMeterWasAskedForOnce() {
        deft.close();
        assertThat(meters.asked).doesNotHaveDuplicates();
    }

    @Test
    void aCircuitIsInExactlyOneState() {
        CircuitBreakerPolicy circuit = policies.circuitBreaker(
                CHARGE, CircuitBreakerSettings.failureRate(0.5).window(1).openFor(Duration.ofSeconds(4)));
        assertThat(states()).containsExactly("closed");
        circuit.failed(circuit.enter(), new IOException());
        assertThat(states()).containsExactly("open");
        time.advance(Duration.ofSeconds(4));
        long trial = circuit.enter();
        assertThat(states()).containsExactly("half_open");
        circuit.succeeded(trial);
        assertThat(states()).containsExactly("closed");
        circuit.forceOpen();
        assertThat(states()).containsExactly("forced_open");
    }

    private List<String> states() {
        return meters.tagsOf(DeftMeter.CIRCUIT_STATE).stream()
                .map(tags -> tags.get(STATE))
                .filter(state -> meters.value(DeftMeter.CIRCUIT_STATE, TASK, NAME, STATE, state) == 1)
                .toList();
    }

    @Test
    void severalLimitsOfATaskAreToldApartByTheirOrdinals() {
        policies.limit(CHARGE, LimitSettings.permits(10));
        LimitPolicy second = policies.limit(CHARGE, 2, LimitSettings.permits(4));
        second.acquire(3);
        String[] tags = {TASK, NAME, WORD, "limit", ORDINAL, "2"};
        assertThat(meters.value(DeftMeter.LIMIT_SIZE, FIRST_LIMIT)).isEqualTo(10);
        assertThat(meters.value(DeftMeter.LIMIT_USED, FIRST_LIMIT)).isZero();
        assertThat(meters.value(DeftMeter.LIMIT_SIZE, tags)).isEqualTo(4);
        assertThat(meters.value(DeftMeter.LIMIT_USED, tags)).isEqualTo(3);
        assertThat(meters.value(DeftMeter.LIMIT_SATURATION, tags)).isEqualTo(0.75);
        second.set("value", "6");
        assertThat(meters.value(DeftMeter.LIMIT_SIZE, tags)).as("as it is now").isEqualTo(6);
        second.release(3);
        assertThat(meters.value(DeftMeter.LIMIT_USED, tags)).isZero();
    }

    @Test
    void whoWaitsSaturatesALimitBeyondOne() {
        LimitPolicy limit = policies.limit(CHARGE, LimitSettings.permits(2));
        limit.acquire(2);
        Task<?> waiting = deft.start(CHARGE, () -> {
            limit.acquire();
            limit.release();
        });
        time.advance(Duration.ofSeconds(1));
        assertThat(meters.value(DeftMeter.LIMIT_WAITING, FIRST_LIMIT)).isEqualTo(1);
        assertThat(meters.value(DeftMeter.LIMIT_SATURATION, FIRST_LIMIT)).isEqualTo(1.5);
        limit.release(2);
        waiting.join();
        assertThat(meters.value(DeftMeter.LIMIT_WAITING, FIRST_LIMIT)).isZero();
        assertThat(meters.value(DeftMeter.LIMIT_SATURATION, FIRST_LIMIT)).isZero();
    }

    @Test
    void anAdaptiveLimitIsALimitByAnotherWord() {
        AdaptiveLimitPolicy limit = policies.adaptiveLimit(
                CHARGE, AdaptiveLimitSettings.min(1).max(50).initial(5));
        limit.acquire();
        String[] tags = {TASK, NAME, WORD, "adaptiveLimit", ORDINAL, "1"};
        assertThat(meters.value(DeftMeter.LIMIT_SIZE, tags)).isEqualTo(5);
        assertThat(meters.value(DeftMeter.LIMIT_USED, tags)).isEqualTo(1);
        assertThat(meters.value(DeftMeter.LIMIT_SATURATION, tags)).isEqualTo(0.2);
    }

    @Test
    void overloadsAddUpAndWhatTheyShareCountsOnce() {
        policies.limit(CHARGE, LimitSettings.permits(1)).acquire();
        policies.limit(CHARGE_TWICE, LimitSettings.permits(2));
        assertThat(meters.value(DeftMeter.LIMIT_SIZE, FIRST_LIMIT)).isEqualTo(3);
        assertThat(meters.value(DeftMeter.LIMIT_USED, FIRST_LIMIT)).isEqualTo(1);

        LimitSettings shared = LimitSettings.permits(5).named("db");
        policies.limit(CHARGE, 2, shared).acquire(2);
        policies.limit(CHARGE_TWICE, 2, shared);
        policies.limit(REFUND, 2, shared);
        String[] tags = {TASK, NAME, WORD, "limit", ORDINAL, "2"};
        assertThat(meters.value(DeftMeter.LIMIT_SIZE, tags)).isEqualTo(5);
        assertThat(meters.value(DeftMeter.LIMIT_USED, tags)).isEqualTo(2);
        assertThat(meters.value(DeftMeter.LIMIT_USED, TASK, "PaymentService.refund", WORD, "limit", ORDINAL, "2"))
                .as("each task shows what it shares")
                .isEqualTo(2);
    }

    @Test
    void aRateShowsItsTokens() {
        RateLimitPolicy rate = policies.rateLimit(CHARGE, RateLimitSettings.permits(10));
        rate.acquire(4);
        assertThat(meters.value(DeftMeter.RATE_BURST, TASK, NAME, ORDINAL, "1")).isEqualTo(10);
        assertThat(meters.value(DeftMeter.RATE_AVAILABLE, TASK, NAME, ORDINAL, "1"))
                .isEqualTo(6);
        time.advance(Duration.ofSeconds(1));
        assertThat(meters.value(DeftMeter.RATE_AVAILABLE, TASK, NAME, ORDINAL, "1"))
                .isEqualTo(10);
    }

    @Test
    void aBudgetIsANumberOnlyWhereThereIsOne() {
        policies.retry(REFUND, RetrySettings.attempts(3));
        RetryPolicy retry = policies.retry(CHARGE, RetrySettings.attempts(3).budget(0.1));
        assertThat(meters.value(DeftMeter.RETRY_BUDGET_LEFT, TASK, "PaymentService.refund"))
                .isNaN();
        assertThat(meters.value(DeftMeter.RETRY_BUDGET_LEFT, TASK, NAME)).isEqualTo(100);
        assertThat(retry.failed(null, new IOException()).permitsAnother()).isTrue();
        assertThat(meters.value(DeftMeter.RETRY_BUDGET_LEFT, TASK, NAME)).isEqualTo(99);
    }

    @Test
    void whatOutlivesItsTimeIsOverdueUntilItEnds() {
        TimeoutWatch watch = policies.timeout(CHARGE, Duration.ofSeconds(1)).start();
        DeadlineScope scope = policies.deadline(CHARGE, Duration.ofSeconds(3)).open();
        time.advance(Duration.ofSeconds(2));
        assertThat(meters.value(DeftMeter.OVERDUE, TASK, NAME, WORD, "timeout")).isEqualTo(1);
        assertThat(meters.value(DeftMeter.OVERDUE, TASK, NAME, WORD, "deadline"))
                .isZero();
        time.advance(Duration.ofSeconds(2));
        assertThat(meters.value(DeftMeter.OVERDUE, TASK, NAME, WORD, "deadline"))
                .isEqualTo(1);
        assertThatThrownBy(watch::stop).isInstanceOf(TaskTimeoutException.class);
        assertThatThrownBy(scope::close).isInstanceOf(DeadlineExceededException.class);
        assertThat(meters.value(DeftMeter.OVERDUE, TASK, NAME, WORD, "timeout")).isZero();
        assertThat(meters.value(DeftMeter.OVERDUE, TASK, NAME, WORD, "deadline"))
                .isZero();
    }

    @Test
    void aLockShowsWhoWaits() {
        LockPolicy lock = policies.lock(CHARGE, "books");
        lock.lock();
        Task<?> waiting = deft.start(REFUND, () -> {
            lock.lock();
            lock.unlock();
        });
        time.advance(Duration.ofSeconds(1));
        assertThat(meters.value(DeftMeter.LOCK_WAITING, TASK, NAME)).isEqualTo(1);
        lock.unlock();
        waiting.join();
        assertThat(meters.value(DeftMeter.LOCK_WAITING, TASK, NAME)).isZero();
    }

    @Test
    void keysAreCountedAndHaveNoMeterOfTheirOwn() {
        KeyedLimit limit = policies.keyedLimit(CHARGE, LimitSettings.permits(2).maxKeys(50));
        int before = meters.asked.size();
        for (int key = 0; key < 20; key++) {
            limit.acquire("customer " + key);
        }
        assertThat(meters.value(DeftMeter.KEYS, FIRST_LIMIT)).isEqualTo(20);
        assertThat(meters.value(DeftMeter.KEYS_MAX, FIRST_LIMIT)).isEqualTo(50);
        assertThat(meters.value(DeftMeter.KEYS_BLOCKED, FIRST_LIMIT)).isZero();
        LimitPolicy second = limit.acquire("customer 7");
        assertThat(meters.value(DeftMeter.KEYS_BLOCKED, FIRST_LIMIT)).isEqualTo(1);
        limit.release(second);
        assertThat(meters.value(DeftMeter.KEYS_BLOCKED, FIRST_LIMIT)).isZero();
        assertThat(meters.asked).hasSize(before);
        assertThat(meters.tagsOf(DeftMeter.LIMIT_SIZE))
                .as("nothing of a single key")
                .isEmpty();
    }

    @Test
    void hedgesAndFlightsHaveNoGauges() {
        policies.hedge(CHARGE, HedgeSettings.after(Duration.ofSeconds(1)));
        int before = meters.asked.size();
        policies.singleFlight(CHARGE);
        assertThat(meters.asked).hasSize(before);
    }

    @Test
    void aPoolOfPlatformThreadsShowsItsThreadsAndItsQueue() {
        CountDownLatch end = new CountDownLatch(1);
        List<Task<?>> tasks = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            tasks.add(deft.pool("cpu").start("compute", () -> end.await()));
        }
        assertThat(meters.value(DeftMeter.POOL_THREADS, POOL, "cpu")).isEqualTo(2);
        assertThat(meters.value(DeftMeter.POOL_ACTIVE, POOL, "cpu")).isEqualTo(2);
        assertThat(meters.value(DeftMeter.POOL_QUEUED, POOL, "cpu")).isEqualTo(3);
        assertThat(meters.value(DeftMeter.POOL_QUEUE_SIZE, POOL, "cpu")).isEqualTo(8);
        assertThat(meters.value(DeftMeter.POOL_SATURATION, POOL, "cpu")).isEqualTo(2.5);
        assertThat(meters.tagsOf(DeftMeter.POOL_THREADS))
                .as("a pool of virtual threads counts nothing")
                .hasSize(1);
        end.countDown();
        tasks.forEach(task -> task.terminated().join());
        assertThat(meters.value(DeftMeter.POOL_QUEUED, POOL, "cpu")).isZero();
    }

    @Test
    void gaugesShowNothingOnceTheRuntimeIsGarbage() {
        KeptMeters kept = new KeptMeters();
        shortLived(kept);
        while (!Double.isNaN(kept.value(DeftMeter.LIMIT_SIZE, FIRST_LIMIT))
                || !Double.isNaN(kept.value(DeftMeter.ACTIVE, TASK, NAME))
                || !Double.isNaN(kept.value(DeftMeter.POOL_THREADS, POOL, "cpu"))) {
            System.gc();
        }
        assertThat(kept.asked).isNotEmpty();
    }

    private static void shortLived(KeptMeters kept) {
        try (Deft other = Deft.builder()
                .listener(new MeteringListener(kept))
                .pool("cpu", PoolSettings.platformThreads(3))
                .build()) {
            other.policies().limit(CHARGE, LimitSettings.permits(7));
            assertThat(kept.value(DeftMeter.LIMIT_SIZE, FIRST_LIMIT)).isEqualTo(7);
            assertThat(kept.value(DeftMeter.POOL_THREADS, POOL, "cpu")).isEqualTo(3);
        }
    }
}
