package dev.deft.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deft.Deft;
import dev.deft.PoolSettings;
import dev.deft.Task;
import dev.deft.TaskName;
import dev.deft.TaskTimeoutException;
import dev.deft.policy.AdaptiveLimitSettings;
import dev.deft.policy.CircuitBreakerPolicy;
import dev.deft.policy.CircuitBreakerSettings;
import dev.deft.policy.KeyedCircuitBreaker;
import dev.deft.policy.KeyedLimit;
import dev.deft.policy.LimitPolicy;
import dev.deft.policy.LimitSettings;
import dev.deft.policy.LockPolicy;
import dev.deft.policy.Policies;
import dev.deft.policy.RateLimitPolicy;
import dev.deft.policy.RateLimitSettings;
import dev.deft.policy.RetryPolicy;
import dev.deft.policy.RetrySettings;
import dev.deft.policy.TimeoutPolicy;
import dev.deft.policy.TimeoutWatch;
import dev.deft.time.VirtualTime;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reads of policies and pools what Prometheus would. */
class PolicyMetersTest {
    private static final Path REFERENCE = Path.of("../../docs/reference/metrics.md");
    private static final TaskName CHARGE = TaskName.of("shop.PaymentService", "charge", "Order");
    private static final TaskName CHARGE_TWICE = TaskName.of("shop.PaymentService", "charge", "Order", "int");
    private static final TaskName REFUND = TaskName.of("shop.PaymentService", "refund", "Order");
    private static final String TASK = "task=\"PaymentService.charge\"";

    private final VirtualTime time = new VirtualTime();
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Deft deft = Deft.builder()
            .time(time)
            .listener(new DeftMeters(registry))
            .pool("cpu", PoolSettings.platformThreads(2).queue(8))
            .pool("free", PoolSettings.virtualThreads())
            .build();
    private final Policies policies = deft.policies();

    @AfterEach
    void close() {
        deft.close();
        registry.close();
    }

    /** The value of the one sample of a name and labels. */
    private double sample(String name, String... labels) {
        List<String> lines = samples(name, labels);
        assertThat(lines).as(name + " in\n" + registry.scrape()).hasSize(1);
        return Double.parseDouble(lines.getFirst().substring(lines.getFirst().lastIndexOf(' ') + 1));
    }

    private List<String> samples(String name, String... labels) {
        return registry.scrape()
                .lines()
                .filter(line ->
                        line.startsWith(name + "{") && List.of(labels).stream().allMatch(line::contains))
                .toList();
    }

    private CircuitBreakerPolicy circuit(TaskName name) {
        return policies.circuitBreaker(
                name, CircuitBreakerSettings.failureRate(0.5).window(1).openFor(Duration.ofSeconds(4)));
    }

    @Test
    void everythingIsThereBeforeTheFirstCall() {
        circuit(CHARGE);
        assertThat(sample("deft_calls_total", TASK, "outcome=\"failed\"")).isZero();
        assertThat(sample("deft_calls_active", TASK)).isZero();
        assertThat(sample("deft_circuit_state", TASK, "state=\"closed\"")).isEqualTo(1);
        assertThat(samples("deft_circuit_state", TASK)).hasSize(6);
        assertThat(sample("deft_pool_threads", "pool=\"cpu\"")).isEqualTo(2);
        assertThat(samples("deft_pool_threads"))
                .as("a pool of virtual threads counts nothing")
                .hasSize(1);
    }

    @Test
    void aCircuitIsInOneState() {
        CircuitBreakerPolicy circuit = circuit(CHARGE);
        circuit.failed(circuit.enter(), new IOException());
        assertThat(sample("deft_circuit_state", TASK, "state=\"open\"")).isEqualTo(1);
        assertThat(sample("deft_circuit_state", TASK, "state=\"closed\"")).isZero();
        circuit.forceOpen();
        assertThat(sample("deft_circuit_state", TASK, "state=\"open\"")).isZero();
        assertThat(sample("deft_circuit_state", TASK, "state=\"forced_open\"")).isEqualTo(1);
    }

    @Test
    void aLimitIsSaturatedBeyondOneWhenCallersWait() {
        LimitPolicy second = policies.limit(CHARGE, 2, LimitSettings.permits(4));
        policies.limit(CHARGE, LimitSettings.permits(10));
        second.acquire(3);
        String[] labels = {TASK, "word=\"limit\"", "ordinal=\"2\""};
        assertThat(sample("deft_limit_size", labels)).isEqualTo(4);
        assertThat(sample("deft_limit_used", labels)).isEqualTo(3);
        assertThat(sample("deft_limit_waiting", labels)).isZero();
        assertThat(sample("deft_limit_saturation", labels)).isEqualTo(0.75);
        second.acquire();
        Task<?> waiting = deft.start(CHARGE, () -> {
            second.acquire(4);
            second.release(4);
        });
        time.advance(Duration.ofSeconds(1));
        assertThat(sample("deft_limit_waiting", labels)).isEqualTo(1);
        assertThat(sample("deft_limit_saturation", labels)).isEqualTo(1.25);
        assertThat(sample("deft_limit_saturation", TASK, "ordinal=\"1\"")).isZero();
        second.release(4);
        waiting.join();
        second.set("value", "8");
        assertThat(sample("deft_limit_size", labels)).isEqualTo(8);
    }

    @Test
    void anAdaptiveLimitIsALimitByAnotherWord() {
        policies.adaptiveLimit(CHARGE, AdaptiveLimitSettings.min(1).max(50).initial(5))
                .acquire();
        assertThat(sample("deft_limit_size", TASK, "word=\"adaptiveLimit\"")).isEqualTo(5);
        assertThat(sample("deft_limit_used", TASK, "word=\"adaptiveLimit\"")).isEqualTo(1);
        assertThat(sample("deft_limit_saturation", TASK, "word=\"adaptiveLimit\""))
                .isEqualTo(0.2);
    }

    @Test
    void overloadsHaveTheirMetersInCommon() {
        LimitPolicy one = policies.limit(CHARGE, LimitSettings.permits(1));
        LimitPolicy other = policies.limit(CHARGE_TWICE, LimitSettings.permits(2));
        one.acquire();
        other.acquire();
        assertThat(sample("deft_limit_size", TASK)).isEqualTo(3);
        assertThat(sample("deft_limit_used", TASK)).isEqualTo(2);
        Task<?> running = deft.start(CHARGE, () -> time.sleep(Duration.ofDays(1)));
        Task<?> otherRunning = deft.start(CHARGE_TWICE, () -> time.sleep(Duration.ofDays(1)));
        time.advance(Duration.ofSeconds(1));
        assertThat(sample("deft_calls_active", TASK)).isEqualTo(2);
        running.cancel(true);
        otherRunning.cancel(true);
    }

    @Test
    void whatOverloadsShareCountsOnce() {
        LimitSettings shared = LimitSettings.permits(3).named("db");
        policies.limit(CHARGE, shared).acquire();
        policies.limit(CHARGE_TWICE, shared);
        policies.limit(REFUND, shared);
        assertThat(sample("deft_limit_size", TASK)).isEqualTo(3);
        assertThat(sample("deft_limit_used", TASK)).isEqualTo(1);
        assertThat(sample("deft_limit_used", "task=\"PaymentService.refund\"")).isEqualTo(1);
    }

    @Test
    void aRateShowsItsTokens() {
        RateLimitPolicy rate = policies.rateLimit(CHARGE, RateLimitSettings.permits(10));
        rate.acquire(4);
        assertThat(sample("deft_rate_burst", TASK, "ordinal=\"1\"")).isEqualTo(10);
        assertThat(sample("deft_rate_available", TASK, "ordinal=\"1\"")).isEqualTo(6);
    }

    @Test
    void aBudgetIsShownWhereThereIsOne() {
        policies.retry(REFUND, RetrySettings.attempts(3));
        RetryPolicy retry = policies.retry(CHARGE, RetrySettings.attempts(3).budget(0.1));
        assertThat(sample("deft_retry_budget_left", "task=\"PaymentService.refund\""))
                .isNaN();
        assertThat(sample("deft_retry_budget_left", TASK)).isEqualTo(100);
        assertThat(retry.failed(null, new IOException()).permitsAnother()).isTrue();
        assertThat(sample("deft_retry_budget_left", TASK)).isEqualTo(99);
    }

    @Test
    void whatIgnoresItsTimeoutIsOverdue() {
        policies.deadline(CHARGE, Duration.ofSeconds(9));
        TimeoutPolicy timeout = policies.timeout(CHARGE, Duration.ofSeconds(1));
        TimeoutWatch watch = timeout.start();
        time.advance(Duration.ofSeconds(2));
        assertThat(sample("deft_overdue", TASK, "word=\"timeout\"")).isEqualTo(1);
        assertThat(sample("deft_overdue", TASK, "word=\"deadline\"")).isZero();
        assertThatThrownBy(watch::stop).isInstanceOf(TaskTimeoutException.class);
        assertThat(sample("deft_overdue", TASK, "word=\"timeout\"")).isZero();
    }

    @Test
    void keysAreCountedAndNotNamed() {
        KeyedCircuitBreaker circuits = policies.keyedCircuitBreaker(
                CHARGE, CircuitBreakerSettings.failureRate(0.5).window(1).maxKeys(500));
        KeyedLimit limit = policies.keyedLimit(CHARGE, LimitSettings.permits(1));
        long before = registry.scrape().lines().count();
        for (int key = 0; key < 100; key++) {
            CircuitBreakerPolicy circuit = circuits.of("customer " + key);
            circuit.failed(circuit.enter(), new IOException());
        }
        limit.acquire("customer 7");
        assertThat(sample("deft_keys", TASK, "word=\"circuitBreaker\"")).isEqualTo(100);
        assertThat(sample("deft_keys_max", TASK, "word=\"circuitBreaker\"")).isEqualTo(500);
        assertThat(sample("deft_keys_blocked", TASK, "word=\"circuitBreaker\"")).isEqualTo(100);
        assertThat(sample("deft_keys_blocked", TASK, "word=\"limit\"")).isEqualTo(1);
        assertThat(registry.scrape().lines().count()).isEqualTo(before);
        assertThat(registry.scrape()).doesNotContain("customer");
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
        assertThat(sample("deft_lock_waiting", TASK)).isEqualTo(1);
        lock.unlock();
        waiting.join();
        assertThat(sample("deft_lock_waiting", TASK)).isZero();
    }

    @Test
    void aPoolShowsItsThreadsAndItsQueue() {
        CountDownLatch end = new CountDownLatch(1);
        List<Task<?>> tasks = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            tasks.add(deft.pool("cpu").start("compute", () -> end.await()));
        }
        assertThat(sample("deft_pool_active", "pool=\"cpu\"")).isEqualTo(2);
        assertThat(sample("deft_pool_queued", "pool=\"cpu\"")).isEqualTo(3);
        assertThat(sample("deft_pool_queue_size", "pool=\"cpu\"")).isEqualTo(8);
        assertThat(sample("deft_pool_saturation", "pool=\"cpu\"")).isEqualTo(2.5);
        end.countDown();
        tasks.forEach(Task::join);
    }

    /** The vocabulary is the page of the reference: nothing else is registered, and all of it is. */
    @Test
    void theReferenceListsAllMeters() throws IOException {
        EveryPolicy.addTo(policies, CHARGE, REFUND);
        List<String> documented = Files.readAllLines(REFERENCE).stream()
                .filter(line -> line.startsWith("| `deft."))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .toList();
        assertThat(registry.getMeters().stream()
                        .map(meter -> meter.getId().getName())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(documented);
        assertThat(registry.getMeters())
                .allSatisfy(meter -> assertThat(meter.getId().getTags()).hasSizeBetween(1, 3));
    }
}
