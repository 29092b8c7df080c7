package dev.deft.metrics;

import static dev.deft.metrics.MeterTags.OUTCOME;
import static dev.deft.metrics.MeterTags.REASON;
import static dev.deft.metrics.MeterTags.TASK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.Call;
import dev.deft.Deft;
import dev.deft.Task;
import dev.deft.TaskAction;
import dev.deft.TaskBody;
import dev.deft.TaskContext;
import dev.deft.TaskEvent;
import dev.deft.TaskName;
import dev.deft.TaskRejectedException;
import dev.deft.policy.CircuitBreakerPolicy;
import dev.deft.policy.CircuitBreakerSettings;
import dev.deft.policy.CircuitState;
import dev.deft.policy.DeadlinePolicy;
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
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What each meter of calls counts. */
@Timeout(60)
class MeteringListenerTest {
    private static final TaskName CHARGE = TaskName.of("shop.PaymentService", "charge", "Order");
    private static final TaskName CHARGE_TWICE = TaskName.of("shop.PaymentService", "charge", "Order", "int");
    private static final String[] LABEL = {TASK, "PaymentService.charge"};

    private final VirtualTime time = new VirtualTime();
    private final KeptMeters meters = new KeptMeters();
    private final MeteringListener listener = new MeteringListener(meters);
    private final Deft deft = Deft.builder().time(time).listener(listener).build();
    private final AtomicInteger attempts = new AtomicInteger();

    @AfterEach
    void nothingRunsAndEachMeterWasAskedForOnce() {
        deft.close();
        assertThat(meters.asked).doesNotHaveDuplicates();
        if (!meters.asked.isEmpty()) {
            assertThat(active()).isZero();
            assertThat(waiting()).isZero();
        }
    }

    private double active() {
        return meters.value(DeftMeter.ACTIVE, LABEL);
    }

    private double waiting() {
        return meters.value(DeftMeter.WAITING, LABEL);
    }

    private long count(DeftMeter meter) {
        return meters.count(meter, LABEL);
    }

    /** The outcomes that calls had, each as often as there were such calls. */
    private List<String> outcomes() {
        List<String> outcomes = new ArrayList<>();
        for (CallOutcome outcome : CallOutcome.values()) {
            long calls = meters.count(DeftMeter.CALLS, TASK, "PaymentService.charge", OUTCOME, outcome.tag());
            for (int i = 0; i < calls; i++) {
                outcomes.add(outcome.tag());
            }
        }
        return outcomes;
    }

    private long rejections(String reason) {
        return meters.count(DeftMeter.REJECTIONS, TASK, "PaymentService.charge", REASON, reason);
    }

    private void call(TaskAction body) {
        end(deft.start(CHARGE, body));
    }

    private static void end(Task<?> task) {
        task.handle((result, failure) -> result).join();
        task.terminated().join();
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
    void aCallThatSucceedsIsActiveAndThenCountedAndTimed() throws Exception {
        Task<?> running = deft.start(CHARGE, () -> time.sleep(Duration.ofSeconds(2)));
        time.sleep(Duration.ofSeconds(1));
        assertThat(active()).isEqualTo(1);
        assertThat(outcomes()).isEmpty();

        end(running);

        assertThat(active()).isZero();
        assertThat(outcomes()).containsExactly("succeeded");
        assertThat(meters.durations(DeftMeter.DURATION, LABEL)).containsExactly(Duration.ofSeconds(2));
        assertThat(count(DeftMeter.PANICS)).isZero();
    }

    @Test
    void aFailureIsOneOutcomeAndAPanicIsCountedOnItsOwnToo() {
        call(() -> {
            throw new IOException();
        });
        assertThat(outcomes()).containsExactly("failed");
        assertThat(count(DeftMeter.PANICS)).isZero();

        call(() -> {
            throw new AssertionError();
        });
        assertThat(outcomes()).containsExactlyInAnyOrder("failed", "panicked");
        assertThat(count(DeftMeter.PANICS)).isEqualTo(1);
        assertThat(meters.durations(DeftMeter.DURATION, LABEL)).hasSize(2);
    }

    @Test
    void aCancelledCallIsNoFailureAndActiveNoMore() throws Exception {
        Task<?> task = deft.start(CHARGE, () -> time.sleep(Duration.ofDays(1)));
        time.sleep(Duration.ofSeconds(3));
        task.cancel(true);
        end(task);

        assertThat(active()).isZero();
        assertThat(outcomes()).containsExactly("cancelled");
        assertThat(meters.durations(DeftMeter.DURATION, LABEL)).containsExactly(Duration.ofSeconds(3));
    }

    @Test
    void aDeadlineIsItsOwnOutcomeWhateverTheBodyThrows() {
        DeadlinePolicy deadline = deft.policies().deadline(CHARGE, Duration.ofSeconds(3));
        end(deft.start(CHARGE, deadline, () -> {
            try {
                time.sleep(Duration.ofDays(1));
            } catch (InterruptedException interrupted) {
                throw new IOException(interrupted);
            }
        }));
        assertThat(outcomes()).containsExactly("deadline");
        assertThat(meters.durations(DeftMeter.DURATION, LABEL)).containsExactly(Duration.ofSeconds(3));
    }

    @Test
    void whatNeverBeganHasAnOutcomeAndTookNoTime() {
        call(() -> {});
        deft.close();
        call(() -> {});

        assertThat(outcomes()).containsExactly("succeeded", "rejected");
        assertThat(rejections("other")).isEqualTo(1);
        assertThat(meters.durations(DeftMeter.DURATION, LABEL)).hasSize(1);
        assertThat(active()).isZero();
    }

    @Test
    void aTaskThatIsCancelledBeforeItBeginsWasNeverActive() {
        try (TaskContext.Cancellable context = TaskContext.current().withCancel()) {
            context.cancel();
            context.run(() -> end(deft.start(CHARGE, () -> {})));
        }
        assertThat(outcomes()).containsExactly("cancelled");
        assertThat(meters.durations(DeftMeter.DURATION, LABEL)).isEmpty();
        assertThat(active()).isZero();
    }

    @Test
    void synchronousCallsAreCallsToo() {
        Call call = deft.begin(CHARGE);
        assertThat(active()).isEqualTo(1);
        time.advance(Duration.ofMillis(5));
        call.failed(new IOException());

        assertThat(active()).isZero();
        assertThat(outcomes()).containsExactly("failed");
        assertThat(meters.durations(DeftMeter.DURATION, LABEL)).containsExactly(Duration.ofMillis(5));
    }

    @Test
    void attemptsBeyondTheFirstAreRetriesAndTheCallIsOne() {
        RetryPolicy retry = deft.policies().retry(CHARGE, RetrySettings.attempts(3));
        call(() -> retried(retry, () -> {
            if (attempts.incrementAndGet() < 3) {
                throw new IOException();
            }
            return "third time lucky";
        }));
        assertThat(count(DeftMeter.RETRIES)).isEqualTo(2);
        assertThat(count(DeftMeter.FAILED_ATTEMPTS)).isEqualTo(2);
        assertThat(outcomes()).containsExactly("succeeded");
    }

    @Test
    void theLastOfAllFailedAttemptsCountsAsFailedAndIsNoRetry() {
        RetryPolicy retry = deft.policies().retry(CHARGE, RetrySettings.attempts(3));
        call(() -> retried(retry, () -> {
            throw new IOException();
        }));
        assertThat(count(DeftMeter.RETRIES)).isEqualTo(2);
        assertThat(count(DeftMeter.FAILED_ATTEMPTS)).isEqualTo(3);
        assertThat(outcomes()).containsExactly("failed");
    }

    @Test
    void timeoutsAreThoseOfAttemptsAndSomeFinishLate() {
        RetryPolicy retry = deft.policies().retry(CHARGE, RetrySettings.attempts(2));
        TimeoutPolicy timeout = deft.policies().timeout(CHARGE, Duration.ofSeconds(1));
        call(() -> retried(retry, () -> {
            TimeoutWatch watch = timeout.start();
            try {
                time.sleep(Duration.ofSeconds(2));
            } catch (InterruptedException interrupted) {
                if (attempts.incrementAndGet() == 1) {
                    watch.stop(); // a result, though too late
                } else {
                    watch.stop(interrupted);
                }
            }
            return null;
        }));
        assertThat(count(DeftMeter.TIMEOUTS)).isEqualTo(2);
        assertThat(count(DeftMeter.LATE_FINISHERS)).isEqualTo(1);
        assertThat(outcomes()).containsExactly("timed_out");
    }

    @Test
    void rejectionsAreCountedByWhatTurnedThemAway() {
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

        assertThat(rejections("limit")).isEqualTo(1);
        assertThat(rejections("rate")).isEqualTo(1);
        assertThat(rejections("circuit")).isEqualTo(1);
        assertThat(rejections("other")).isZero();
        assertThat(outcomes()).containsExactly("rejected", "rejected", "rejected");
        assertThat(meters.durations(DeftMeter.DURATION, LABEL))
                .as("they had begun")
                .hasSize(3);
    }

    @Test
    void aRejectionThatIsTriedAgainIsCountedThoughTheCallSucceeds() {
        LimitPolicy limit =
                deft.policies().limit(CHARGE, LimitSettings.permits(1).maxWait(Duration.ZERO));
        RetryPolicy retry = deft.policies().retry(CHARGE, RetrySettings.attempts(2));
        limit.acquire();
        time.schedule(Duration.ofMillis(50).toNanos(), limit::release);
        call(() -> retried(retry, () -> {
            limit.acquire();
            limit.release();
            return null;
        }));
        assertThat(rejections("limit")).isEqualTo(1);
        assertThat(outcomes()).containsExactly("succeeded");
    }

    @Test
    void aRejectionInTheBodyOfAnotherIsAnOutcomeOnly() {
        call(() -> {
            throw new TaskRejectedException("a neighbour has turned us away");
        });
        assertThat(outcomes()).containsExactly("rejected");
        assertThat(rejections("other")).isZero();
    }

    @Test
    void waitsAreMeasuredHoweverTheyEnd() throws Exception {
        LimitPolicy limit =
                deft.policies().limit(CHARGE, LimitSettings.permits(1).maxWait(Duration.ofSeconds(9)));
        limit.acquire();
        Task<?> admitted = deft.start(CHARGE, () -> {
            limit.acquire();
            limit.release();
        });
        Task<?> cancelled = deft.start(CHARGE, () -> limit.acquire());
        time.sleep(Duration.ofSeconds(4));
        assertThat(waiting()).isEqualTo(2);
        cancelled.cancel(true);
        end(cancelled);
        assertThat(waiting()).isEqualTo(1);
        time.sleep(Duration.ofSeconds(1));
        limit.release();
        end(admitted);
        limit.acquire();
        call(() -> limit.acquire());

        assertThat(waiting()).isZero();
        assertThat(meters.durations(DeftMeter.WAITS, LABEL))
                .containsExactly(Duration.ofSeconds(4), Duration.ofSeconds(5), Duration.ofSeconds(9));
        assertThat(outcomes()).containsExactlyInAnyOrder("succeeded", "cancelled", "rejected");
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
        assertThat(count(DeftMeter.HEDGES)).isEqualTo(1);
        assertThat(count(DeftMeter.HEDGES_WON)).isEqualTo(1);
        assertThat(count(DeftMeter.RETRIES)).as("a hedge is none").isZero();
        assertThat(count(DeftMeter.RECOVERIES)).isEqualTo(1);
        assertThat(outcomes()).as("one call, not two").containsExactly("succeeded");
    }

    @Test
    void aHedgeThatLosesHasNotWon() {
        HedgePolicy hedge = deft.policies().hedge(CHARGE, HedgeSettings.after(Duration.ofMillis(50)));
        call(() -> hedge.call(() -> {
            time.sleep(attempts.incrementAndGet() == 1 ? Duration.ofMillis(80) : Duration.ofHours(1));
            return "slow";
        }));
        assertThat(count(DeftMeter.HEDGES)).isEqualTo(1);
        assertThat(count(DeftMeter.HEDGES_WON)).isZero();
    }

    @Test
    void anUnobservedFailureIsNoFurtherCall() {
        call(() -> {
            throw new IOException();
        });
        listener.on(new TaskEvent.Unobserved(CHARGE, TaskContext.current(), time.now(), new IOException()));
        assertThat(count(DeftMeter.UNOBSERVED)).isEqualTo(1);
        assertThat(outcomes()).containsExactly("failed");
    }

    @Test
    void whatHappensToPoliciesCountsNothing() {
        call(() -> {});
        int before = meters.asked.size();
        listener.on(new TaskEvent.CircuitChanged(
                CHARGE, TaskContext.current(), time.now(), CircuitState.CLOSED, CircuitState.OPEN));
        assertThat(outcomes()).containsExactly("succeeded");
        assertThat(meters.asked).hasSize(before);
    }

    @Test
    void metersAreThereWithThePolicyBeforeTheFirstCall() {
        deft.policies().retry(CHARGE, RetrySettings.attempts(3));
        assertThat(outcomes()).isEmpty();
        assertThat(active()).isZero();
        assertThat(meters.durations(DeftMeter.DURATION, LABEL)).isEmpty();
        int before = meters.asked.size();

        call(() -> {});

        assertThat(meters.asked).as("nothing comes with the call").hasSize(before);
    }

    @Test
    void aTaskWithoutAPolicyHasItsMetersFromItsFirstEventOn() {
        assertThat(meters.asked).isEmpty();
        call(() -> {});
        assertThat(outcomes()).containsExactly("succeeded");
    }

    @Test
    void overloadsHaveTheirMetersInCommon() {
        call(() -> {});
        int before = meters.asked.size();
        end(deft.start(CHARGE_TWICE, () -> {}));
        assertThat(outcomes()).containsExactly("succeeded", "succeeded");
        assertThat(meters.asked).hasSize(before);
    }
}
