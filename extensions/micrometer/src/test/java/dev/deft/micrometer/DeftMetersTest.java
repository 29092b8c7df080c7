package dev.deft.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.Call;
import dev.deft.Deft;
import dev.deft.Task;
import dev.deft.TaskAction;
import dev.deft.TaskBody;
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
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reads what Prometheus would. */
class DeftMetersTest {
    private static final TaskName CHARGE = TaskName.of("shop.PaymentService", "charge", "Order");
    private static final String TASK = "task=\"PaymentService.charge\"";

    private final VirtualTime time = new VirtualTime();
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Deft deft =
            Deft.builder().time(time).listener(new DeftMeters(registry)).build();
    private final AtomicInteger attempts = new AtomicInteger();

    @AfterEach
    void close() {
        deft.close();
        registry.close();
    }

    /** The value of the one sample of a name and labels. */
    private double sample(String name, String... labels) {
        List<String> lines = registry.scrape()
                .lines()
                .filter(line ->
                        line.startsWith(name + "{") && List.of(labels).stream().allMatch(line::contains))
                .toList();
        assertThat(lines).as(name + " in\n" + registry.scrape()).hasSize(1);
        return Double.parseDouble(lines.getFirst().substring(lines.getFirst().lastIndexOf(' ') + 1));
    }

    private void call(TaskAction body) {
        end(deft.start(CHARGE, body));
    }

    private static void end(Task<?> task) {
        task.handle((result, failure) -> result).join();
    }

    /** As a wrapper with {@code @Retry} does it. */
    private static <T> T retried(RetryPolicy retry, TaskBody<T> body) throws Throwable {
        RetryRun run = null;
        while (true) {
            try {
                return body.call();
            } catch (Throwable thrown) {
                run = retry.failed(run, thrown);
                if (!run.permitsAnother()) {
                    throw thrown;
                }
            }
            run.backOff();
        }
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
        time.sleep(Duration.ofSeconds(1));
        assertThat(sample("deft_calls_active", TASK)).isEqualTo(1);
        cancelled.cancel(true);
        end(deft.start(CHARGE, deft.policies().deadline(CHARGE, Duration.ofSeconds(3)), () -> {
            time.sleep(Duration.ofDays(1));
        }));

        assertThat(sample("deft_calls_total", TASK, "outcome=\"succeeded\"")).isEqualTo(1);
        assertThat(sample("deft_calls_total", TASK, "outcome=\"failed\"")).isEqualTo(1);
        assertThat(sample("deft_calls_total", TASK, "outcome=\"panicked\"")).isEqualTo(1);
        assertThat(sample("deft_calls_total", TASK, "outcome=\"cancelled\"")).isEqualTo(1);
        assertThat(sample("deft_calls_total", TASK, "outcome=\"deadline\"")).isEqualTo(1);
        assertThat(sample("deft_calls_total", TASK, "outcome=\"timed_out\"")).isZero();
        assertThat(sample("deft_panics_total", TASK)).isEqualTo(1);
        assertThat(sample("deft_calls_active", TASK)).isZero();
        assertThat(sample("deft_call_duration_seconds_count", TASK)).isEqualTo(5);
        assertThat(sample("deft_call_duration_seconds_sum", TASK)).isEqualTo(6);
        assertThat(sample("deft_call_duration_seconds_bucket", TASK, "le=\"1.0\""))
                .isEqualTo(3);
        assertThat(sample("deft_call_duration_seconds_bucket", TASK, "le=\"2.5\""))
                .isEqualTo(4);
    }

    @Test
    void attemptsRetriesAndTimeoutsAreCounted() {
        RetryPolicy retry = deft.policies().retry(CHARGE, RetrySettings.attempts(3));
        TimeoutPolicy timeout = deft.policies().timeout(CHARGE, Duration.ofSeconds(1));
        call(() -> retried(retry, () -> {
            TimeoutWatch watch = timeout.start();
            try {
                time.sleep(Duration.ofSeconds(2));
            } catch (InterruptedException interrupted) {
                if (attempts.incrementAndGet() == 1) {
                    watch.stop();
                } else {
                    watch.stop(interrupted);
                }
            }
            return null;
        }));
        assertThat(sample("deft_retries_total", TASK)).isEqualTo(2);
        assertThat(sample("deft_attempts_failed_total", TASK)).isEqualTo(3);
        assertThat(sample("deft_timeouts_total", TASK)).isEqualTo(3);
        assertThat(sample("deft_late_finishers_total", TASK)).isEqualTo(1);
        assertThat(sample("deft_calls_total", TASK, "outcome=\"timed_out\"")).isEqualTo(1);
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
            assertThat(sample("deft_rejections_total", TASK, "reason=\"" + reason + "\""))
                    .as(reason)
                    .isEqualTo(1);
        }
        assertThat(sample("deft_calls_total", TASK, "outcome=\"rejected\"")).isEqualTo(4);
        assertThat(sample("deft_call_duration_seconds_count", TASK))
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
        assertThat(sample("deft_calls_waiting", TASK)).isEqualTo(1);
        limit.release();
        end(waiting);
        assertThat(sample("deft_calls_waiting", TASK)).isZero();
        assertThat(sample("deft_call_waits_seconds_sum", TASK)).isEqualTo(4);
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
        assertThat(sample("deft_hedges_total", TASK)).isEqualTo(1);
        assertThat(sample("deft_hedges_won_total", TASK)).isEqualTo(1);
        assertThat(sample("deft_recoveries_total", TASK)).isEqualTo(1);
        assertThat(sample("deft_calls_total", TASK, "outcome=\"succeeded\"")).isEqualTo(1);
    }

    @Test
    void thereAreAsManyMetersAfterAThousandCallsAsAfterOne() {
        call(() -> {});
        long before = registry.scrape().lines().count();
        for (int i = 0; i < 1000; i++) {
            Call call = deft.begin(CHARGE);
            call.failed(new IOException(Integer.toString(i)));
        }
        assertThat(registry.scrape().lines().count()).isEqualTo(before);
        assertThat(sample("deft_calls_total", TASK, "outcome=\"failed\"")).isEqualTo(1000);
    }
}
