package dev.deft.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.Call;
import dev.deft.Deft;
import dev.deft.Task;
import dev.deft.TaskAction;
import dev.deft.TaskName;
import dev.deft.policy.CircuitBreakerPolicy;
import dev.deft.policy.CircuitBreakerSettings;
import dev.deft.policy.HedgePolicy;
import dev.deft.policy.HedgeSettings;
import dev.deft.policy.LimitPolicy;
import dev.deft.policy.LimitSettings;
import dev.deft.policy.RateLimitPolicy;
import dev.deft.policy.RateLimitSettings;
import dev.deft.policy.RetryPolicy;
import dev.deft.policy.RetryRun;
import dev.deft.policy.RetrySettings;
import dev.deft.policy.TimeoutPolicy;
import dev.deft.policy.TimeoutWatch;
import dev.deft.time.VirtualTime;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.InstrumentSelector;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.View;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The meters of calls, as a reader of the SDK collects them. */
class DeftMetricsTest {
    private static final TaskName CHARGE = TaskName.of("shop.PaymentService", "charge", "Order");
    private static final String[] TASK = {"task", "PaymentService.charge"};

    private final VirtualTime time = new VirtualTime();
    private final InMemoryMetricReader reader = InMemoryMetricReader.create();
    private final OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
            .setMeterProvider(
                    SdkMeterProvider.builder().registerMetricReader(reader).build())
            .build();
    private final Deft deft = DeftMetrics.add(Deft.builder().time(time), sdk).build();
    private final AtomicInteger attempts = new AtomicInteger();

    @AfterEach
    void close() {
        deft.close();
        sdk.close();
    }

    private double value(String name) {
        return Collected.by(reader).value(name, TASK);
    }

    private double calls(String outcome) {
        return Collected.by(reader).value("deft.calls", "task", "PaymentService.charge", "outcome", outcome);
    }

    private double rejections(String reason) {
        return Collected.by(reader).value("deft.rejections", "task", "PaymentService.charge", "reason", reason);
    }

    private HistogramPointData histogram(String name) {
        return Collected.by(reader).histogram(name, TASK);
    }

    private void call(TaskAction body) {
        end(deft.start(CHARGE, body));
    }

    private static void end(Task<?> task) {
        task.handle((result, failure) -> result).join();
        task.terminated().join();
    }

    @Test
    void everyCounterIsThereBeforeTheFirstCall() {
        deft.policies().timeout(CHARGE, Duration.ofSeconds(1));
        for (String outcome :
                List.of("succeeded", "failed", "rejected", "timed_out", "deadline", "panicked", "cancelled")) {
            assertThat(calls(outcome)).as(outcome).isZero();
        }
        for (String counter : List.of(
                "deft.retries",
                "deft.attempts.failed",
                "deft.timeouts",
                "deft.late.finishers",
                "deft.panics",
                "deft.failures.unobserved",
                "deft.recoveries",
                "deft.hedges",
                "deft.hedges.won")) {
            assertThat(value(counter)).as(counter).isZero();
        }
        assertThat(value("deft.calls.active")).isZero();
        assertThat(value("deft.calls.waiting")).isZero();
    }

    @Test
    void callsAreCountedByOutcome() throws Exception {
        call(() -> time.sleep(Duration.ofSeconds(2)));
        call(() -> {
            throw new IOException();
        });
        call(() -> {
            throw new AssertionError();
        });
        Task<?> cancelled = deft.start(CHARGE, () -> time.sleep(Duration.ofDays(1)));
        time.sleep(Duration.ofMillis(1500));
        assertThat(value("deft.calls.active")).isEqualTo(1);
        cancelled.cancel(true);
        end(cancelled);
        end(deft.start(CHARGE, deft.policies().deadline(CHARGE, Duration.ofSeconds(3)), () -> {
            time.sleep(Duration.ofDays(1));
        }));

        for (String outcome : List.of("succeeded", "failed", "panicked", "cancelled", "deadline")) {
            assertThat(calls(outcome)).as(outcome).isEqualTo(1);
        }
        assertThat(calls("timed_out")).isZero();
        assertThat(calls("rejected")).isZero();
        assertThat(value("deft.panics")).isEqualTo(1);
        assertThat(value("deft.calls.active")).isZero();
    }

    @Test
    void durationsAreInSecondsInTheBucketsOfTheVocabulary() {
        call(() -> time.sleep(Duration.ofMillis(1500)));
        call(() -> {
            time.sleep(Duration.ofMillis(20));
            throw new IOException();
        });

        HistogramPointData durations = histogram("deft.call.duration");
        assertThat(durations.getCount()).isEqualTo(2);
        assertThat(durations.getSum()).isEqualTo(1.52);
        assertThat(durations.getBoundaries())
                .containsExactly(
                        0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0);
        assertThat(durations.getCounts().get(4)).as("above 10 ms, to 25 ms").isEqualTo(1);
        assertThat(durations.getCounts().get(10)).as("above 1 s, to 2.5 s").isEqualTo(1);
        assertThat(Collected.by(reader).metric("deft.call.duration").getUnit()).isEqualTo("s");
        assertThat(Collected.by(reader).metric("deft.calls").getUnit()).isEqualTo("{call}");
    }

    @Test
    void attemptsRetriesAndTimeoutsAreCounted() {
        RetryPolicy retry = deft.policies().retry(CHARGE, RetrySettings.attempts(3));
        TimeoutPolicy timeout = deft.policies().timeout(CHARGE, Duration.ofSeconds(1));
        call(() -> {
            RetryRun run = null;
            while (true) {
                try {
                    tooSlow(timeout.start());
                    return;
                } catch (Throwable thrown) {
                    run = retry.failed(run, thrown);
                    if (!run.permitsAnother()) {
                        throw thrown;
                    }
                }
                run.backOff();
            }
        });

        assertThat(value("deft.retries")).isEqualTo(2);
        assertThat(value("deft.attempts.failed")).isEqualTo(3);
        assertThat(value("deft.timeouts")).isEqualTo(3);
        assertThat(value("deft.late.finishers")).isEqualTo(1);
        assertThat(calls("timed_out")).isEqualTo(1);
    }

    /** Of several attempts, the first has a result, too late. */
    private void tooSlow(TimeoutWatch watch) throws Throwable {
        try {
            time.sleep(Duration.ofSeconds(2));
        } catch (InterruptedException interrupted) {
            if (attempts.incrementAndGet() == 1) {
                watch.stop();
            } else {
                watch.stop(interrupted);
            }
        }
    }

    @Test
    void rejectionsAreCountedByReason() {
        LimitPolicy limit =
                deft.policies().limit(CHARGE, LimitSettings.permits(1).maxWait(Duration.ZERO));
        RateLimitPolicy rate =
                deft.policies().rateLimit(CHARGE, RateLimitSettings.permits(1).maxWait(Duration.ZERO));
        CircuitBreakerPolicy circuit = deft.policies()
                .circuitBreaker(CHARGE, CircuitBreakerSettings.failureRate(0.5).window(1));
        limit.acquire();
        call(() -> limit.acquire());
        limit.release();
        rate.acquire();
        call(() -> rate.acquire());
        circuit.forceOpen();
        call(() -> circuit.enter());
        deft.close();
        call(() -> {});

        for (String reason : List.of("limit", "rate", "circuit", "other")) {
            assertThat(rejections(reason)).as(reason).isEqualTo(1);
        }
        assertThat(calls("rejected")).isEqualTo(4);
        assertThat(histogram("deft.call.duration").getCount())
                .as("what never began took no time")
                .isEqualTo(3);
    }

    @Test
    void waitsAreMeasured() throws Exception {
        LimitPolicy limit = deft.policies().limit(CHARGE, LimitSettings.permits(1));
        limit.acquire();
        Task<?> waiting = deft.start(CHARGE, () -> {
            limit.acquire();
            limit.release();
        });
        time.sleep(Duration.ofSeconds(4));
        assertThat(value("deft.calls.waiting")).isEqualTo(1);
        limit.release();
        end(waiting);

        assertThat(value("deft.calls.waiting")).isZero();
        assertThat(histogram("deft.call.waits").getCount()).isEqualTo(1);
        assertThat(histogram("deft.call.waits").getSum()).isEqualTo(4);
    }

    @Test
    void hedgesAndRecoveriesAreCounted() {
        HedgePolicy hedge = deft.policies().hedge(CHARGE, HedgeSettings.after(Duration.ofMillis(50)));
        call(() -> hedge.call(() -> {
            if (attempts.incrementAndGet() == 1) {
                time.sleep(Duration.ofHours(1));
            }
            deft.recovered(CHARGE, new IOException());
            return "quick";
        }));

        assertThat(value("deft.hedges")).isEqualTo(1);
        assertThat(value("deft.hedges.won")).isEqualTo(1);
        assertThat(value("deft.recoveries")).isEqualTo(1);
        assertThat(calls("succeeded")).isEqualTo(1);
    }

    @Test
    @Timeout(60)
    void aFailureThatNobodyLooksAtIsCounted() {
        deft.start(CHARGE, () -> {
                    throw new IOException("nobody knows");
                })
                .terminated()
                .join();
        while (value("deft.failures.unobserved") == 0) { // until the task is garbage
            System.gc();
            Thread.onSpinWait();
        }
        assertThat(value("deft.failures.unobserved")).isEqualTo(1);
    }

    @Test
    void thereAreAsManyPointsAfterAThousandCallsAsAfterOne() {
        call(() -> {});
        long before = points();
        for (int i = 0; i < 1000; i++) {
            Call call = deft.begin(CHARGE);
            call.failed(new IOException(Integer.toString(i)));
        }
        assertThat(points()).isEqualTo(before);
        assertThat(calls("failed")).isEqualTo(1000);
    }

    private long points() {
        return Collected.by(reader).metrics().stream()
                .mapToLong(metric -> metric.getData().getPoints().size())
                .sum();
    }

    @Test
    void whatMetersThrowChangesNoOutcome() {
        InMemoryMetricReader other = InMemoryMetricReader.create();
        View broken = View.builder()
                .setAttributeFilter(key -> {
                    throw new IllegalStateException("no metrics today");
                })
                .build();
        try (OpenTelemetrySdk failing = OpenTelemetrySdk.builder()
                        .setMeterProvider(SdkMeterProvider.builder()
                                .registerMetricReader(other)
                                .registerView(
                                        InstrumentSelector.builder()
                                                .setName("deft.*")
                                                .build(),
                                        broken)
                                .build())
                        .build();
                Deft metered =
                        DeftMetrics.add(Deft.builder().time(time), failing).build()) {
            metered.policies().limit(CHARGE, LimitSettings.permits(1));
            assertThat(metered.start(CHARGE, () -> "done").join()).isEqualTo("done");
            assertThat(other.collectAllMetrics()).as("it was broken, indeed").isEmpty();
        }
    }

    @Test
    void withoutAnSdkNothingIsKept() {
        try (Deft unmetered =
                DeftMetrics.add(Deft.builder().time(time), OpenTelemetry.noop()).build()) {
            assertThat(unmetered.start(CHARGE, () -> "done").join()).isEqualTo("done");
        }
        assertThat(Collected.by(reader).metrics()).isEmpty();
    }
}
