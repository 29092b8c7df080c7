package dev.deft.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deft.Deft;
import dev.deft.PoolSettings;
import dev.deft.Task;
import dev.deft.TaskName;
import dev.deft.TaskTimeoutException;
import dev.deft.metrics.DeftMeter;
import dev.deft.policy.AdaptiveLimitSettings;
import dev.deft.policy.CircuitBreakerPolicy;
import dev.deft.policy.CircuitBreakerSettings;
import dev.deft.policy.KeyedLimit;
import dev.deft.policy.LimitPolicy;
import dev.deft.policy.LimitSettings;
import dev.deft.policy.LockPolicy;
import dev.deft.policy.Policies;
import dev.deft.policy.RateLimitSettings;
import dev.deft.policy.RetryPolicy;
import dev.deft.policy.RetrySettings;
import dev.deft.policy.TimeoutPolicy;
import dev.deft.policy.TimeoutWatch;
import dev.deft.time.VirtualTime;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.MetricDataType;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The meters of policies and pools, as a reader of the SDK collects them. */
class PolicyMetricsTest {
    private static final TaskName CHARGE = TaskName.of("shop.PaymentService", "charge", "Order");
    private static final TaskName REFUND = TaskName.of("shop.PaymentService", "refund", "Order");

    private final VirtualTime time = new VirtualTime();
    private final InMemoryMetricReader reader = InMemoryMetricReader.create();
    private final OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
            .setMeterProvider(
                    SdkMeterProvider.builder().registerMetricReader(reader).build())
            .build();
    private final Deft deft = DeftMetrics.add(
                    Deft.builder()
                            .time(time)
                            .pool("cpu", PoolSettings.platformThreads(2).queue(8))
                            .pool("free", PoolSettings.virtualThreads()),
                    sdk)
            .build();
    private final Policies policies = deft.policies();

    @AfterEach
    void close() {
        deft.close();
        sdk.close();
    }

    /** Of what a policy of charge knows. */
    private double value(String name, String... attributes) {
        List<String> all = new ArrayList<>(List.of("task", "PaymentService.charge"));
        all.addAll(List.of(attributes));
        return Collected.by(reader).value(name, all.toArray(String[]::new));
    }

    private double pool(String name) {
        return Collected.by(reader).value(name, "pool", "cpu");
    }

    @Test
    void aCircuitIsInOneState() {
        CircuitBreakerPolicy circuit = policies.circuitBreaker(
                CHARGE, CircuitBreakerSettings.failureRate(0.5).window(1).openFor(Duration.ofSeconds(4)));
        assertThat(value("deft.circuit.state", "state", "closed")).isEqualTo(1);
        circuit.failed(circuit.enter(), new IOException());
        assertThat(value("deft.circuit.state", "state", "open")).isEqualTo(1);
        for (String other : List.of("closed", "half_open", "forced_open", "forced_closed", "disabled")) {
            assertThat(value("deft.circuit.state", "state", other)).as(other).isZero();
        }
    }

    @Test
    void aLimitIsSaturatedBeyondOneWhenCallersWait() {
        LimitPolicy limit = policies.limit(CHARGE, LimitSettings.permits(4));
        policies.adaptiveLimit(CHARGE, AdaptiveLimitSettings.min(1));
        limit.acquire(3);
        String[] labels = {"word", "limit", "ordinal", "1"};
        assertThat(value("deft.limit.size", labels)).isEqualTo(4);
        assertThat(value("deft.limit.used", labels)).isEqualTo(3);
        assertThat(value("deft.limit.waiting", labels)).isZero();
        assertThat(value("deft.limit.saturation", labels)).isEqualTo(0.75);
        assertThat(value("deft.limit.used", "word", "adaptiveLimit", "ordinal", "1"))
                .isZero();
        limit.acquire();
        Task<?> waiting = deft.start(REFUND, () -> {
            limit.acquire();
            limit.release();
        });
        time.advance(Duration.ofSeconds(1));
        assertThat(value("deft.limit.waiting", labels)).isEqualTo(1);
        assertThat(value("deft.limit.saturation", labels)).isEqualTo(1.25);
        limit.release(4);
        waiting.join();
    }

    @Test
    void aRateShowsItsTokens() {
        policies.rateLimit(CHARGE, RateLimitSettings.permits(10)).acquire(4);
        assertThat(value("deft.rate.burst", "ordinal", "1")).isEqualTo(10);
        assertThat(value("deft.rate.available", "ordinal", "1")).isEqualTo(6);
    }

    @Test
    void aBudgetIsShownWhereThereIsOne() {
        policies.retry(CHARGE, RetrySettings.attempts(3));
        assertThat(Collected.by(reader).names()).doesNotContain("deft.retry.budget.left");
        RetryPolicy retry = policies.retry(CHARGE, RetrySettings.attempts(3).budget(0.1));
        assertThat(retry.failed(null, new IOException()).permitsAnother()).isTrue();
        assertThat(value("deft.retry.budget.left")).isEqualTo(99);
    }

    @Test
    void whatIgnoresItsTimeoutIsOverdue() {
        TimeoutPolicy timeout = policies.timeout(CHARGE, Duration.ofSeconds(1));
        policies.deadline(CHARGE, Duration.ofSeconds(9));
        TimeoutWatch watch = timeout.start();
        time.advance(Duration.ofSeconds(2));
        assertThat(value("deft.overdue", "word", "timeout")).isEqualTo(1);
        assertThat(value("deft.overdue", "word", "deadline")).isZero();
        assertThatThrownBy(watch::stop).isInstanceOf(TaskTimeoutException.class);
        assertThat(value("deft.overdue", "word", "timeout")).isZero();
    }

    @Test
    void keysAreCountedAndNotNamed() {
        KeyedLimit limit = policies.keyedLimit(CHARGE, LimitSettings.permits(1).maxKeys(500));
        for (int key = 0; key < 100; key++) {
            limit.acquire("customer " + key);
        }
        String[] labels = {"word", "limit", "ordinal", "1"};
        assertThat(value("deft.keys", labels)).isEqualTo(100);
        assertThat(value("deft.keys.max", labels)).isEqualTo(500);
        assertThat(value("deft.keys.blocked", labels)).isEqualTo(100);
        assertThat(Collected.by(reader).metrics().toString()).doesNotContain("customer");
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
        assertThat(value("deft.lock.waiting")).isEqualTo(1);
        lock.unlock();
        waiting.join();
        assertThat(value("deft.lock.waiting")).isZero();
    }

    @Test
    void aPoolShowsItsThreadsAndItsQueue() {
        CountDownLatch end = new CountDownLatch(1);
        List<Task<?>> tasks = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            tasks.add(deft.pool("cpu").start("compute", () -> end.await()));
        }
        assertThat(pool("deft.pool.threads")).isEqualTo(2);
        assertThat(pool("deft.pool.active")).isEqualTo(2);
        assertThat(pool("deft.pool.queued")).isEqualTo(3);
        assertThat(pool("deft.pool.queue.size")).isEqualTo(8);
        assertThat(pool("deft.pool.saturation")).isEqualTo(2.5);
        assertThat(Collected.by(reader).metric("deft.pool.threads").getData().getPoints())
                .as("a pool of virtual threads counts nothing")
                .hasSize(1);
        end.countDown();
        tasks.forEach(Task::join);
    }

    /** The names, units and kinds are those of the vocabulary, and all of them are there. */
    @Test
    void everyMeterOfTheVocabularyIsKept() {
        policies.circuitBreaker(CHARGE, CircuitBreakerSettings.failureRate(0.5));
        policies.limit(CHARGE, LimitSettings.permits(1));
        policies.rateLimit(CHARGE, RateLimitSettings.permits(1));
        policies.retry(CHARGE, RetrySettings.attempts(3).budget(0.1));
        policies.timeout(CHARGE, Duration.ofSeconds(1));
        policies.lock(CHARGE, "books");
        policies.keyedLimit(REFUND, LimitSettings.permits(1));
        LimitPolicy limit = policies.limit(CHARGE, LimitSettings.permits(1));
        limit.acquire();
        Task<?> waited = deft.start(CHARGE, () -> limit.acquire());
        time.advance(Duration.ofSeconds(1));
        limit.release();
        waited.join();

        Collected collected = Collected.by(reader);
        assertThat(collected.names())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(DeftMeter.values())
                        .map(DeftMeter::meterName)
                        .toList());
        for (DeftMeter meter : DeftMeter.values()) {
            MetricData metric = collected.metric(meter.meterName());
            assertThat(metric.getDescription()).isEqualTo(meter.description());
            assertThat(metric.getInstrumentationScopeInfo().getName()).isEqualTo("dev.deft");
            assertThat(metric.getType())
                    .as(meter.meterName())
                    .isEqualTo(
                            switch (meter.kind()) {
                                case COUNTER -> MetricDataType.LONG_SUM;
                                case TIMER, HISTOGRAM -> MetricDataType.HISTOGRAM;
                                case GAUGE -> MetricDataType.DOUBLE_GAUGE;
                            });
            assertThat(metric.getData().getPoints())
                    .allSatisfy(
                            point -> assertThat(point.getAttributes().size()).isBetween(1, 3));
        }
    }

    @Test
    @Timeout(60)
    void ofARuntimeThatIsGarbageNothingIsShown() {
        LimitSettings settings = LimitSettings.permits(4);
        limited(settings);
        policies.limit(REFUND, settings);
        while (!shown("deft.limit.size").equals(List.of("PaymentService.refund"))) {
            System.gc();
            Thread.onSpinWait();
        }
    }

    /** Not inlined into its caller, so that no variable there keeps what is garbage. */
    private void limited(LimitSettings settings) {
        try (Deft shortLived = DeftMetrics.add(Deft.builder().time(time), sdk).build()) {
            shortLived.policies().limit(CHARGE, settings);
            assertThat(shown("deft.limit.size")).containsExactly("PaymentService.charge");
        }
    }

    private List<String> shown(String name) {
        return Collected.by(reader).metric(name).getData().getPoints().stream()
                .map(point -> String.valueOf(point.getAttributes().get(AttributeKey.stringKey("task"))))
                .toList();
    }
}
