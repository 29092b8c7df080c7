package dev.deft.slf4j;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.deft.Call;
import dev.deft.Deft;
import dev.deft.LimitExceededException;
import dev.deft.Task;
import dev.deft.TaskName;
import dev.deft.TaskRejectedException;
import dev.deft.policy.CircuitBreakerPolicy;
import dev.deft.policy.CircuitBreakerSettings;
import dev.deft.policy.LimitPolicy;
import dev.deft.policy.LimitSettings;
import dev.deft.policy.RetryPolicy;
import dev.deft.policy.RetryRun;
import dev.deft.policy.RetrySettings;
import dev.deft.policy.TimeoutPolicy;
import dev.deft.policy.TimeoutWatch;
import dev.deft.time.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.KeyValuePair;

class LogListenerTest {
    private static final TaskName CHARGE = TaskName.of("shop.PaymentService", "charge", "Order");

    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.deft.tasks.shop.PaymentService.charge");
    private final Logger body = (Logger) LoggerFactory.getLogger("shop.PaymentService");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final VirtualTime time = new VirtualTime();
    private final Deft deft =
            Deft.builder().time(time).listener(new LogListener()).build();

    @BeforeEach
    void capture() {
        lines.start();
        logger.setLevel(Level.DEBUG);
        logger.addAppender(lines);
        body.addAppender(lines);
    }

    @AfterEach
    void release() {
        deft.close();
        logger.detachAppender(lines);
        body.detachAppender(lines);
        logger.setLevel(null);
        assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
    }

    private List<String> states() {
        return lines.list.stream()
                .filter(line -> line.getKeyValuePairs() != null)
                .map(line -> line.getLevel() + " " + facts(line).get("state"))
                .toList();
    }

    private static Map<String, Object> facts(ILoggingEvent line) {
        return line.getKeyValuePairs().stream().collect(Collectors.toMap(pair -> pair.key, pair -> pair.value));
    }

    private ILoggingEvent line(String state) {
        return lines.list.stream()
                .filter(line -> line.getKeyValuePairs() != null
                        && line.getKeyValuePairs().contains(new KeyValuePair("state", state)))
                .findFirst()
                .orElseThrow();
    }

    private void await(Task<?> task) {
        task.handle((result, failure) -> result).join();
        deft.drain(Duration.ofDays(1));
    }

    /** As a wrapper with {@code @Retry(attempts = 2)} does it. */
    private Void retried(RetryPolicy retry, Exception failure) throws Throwable {
        RetryRun run = null;
        while (true) {
            try {
                body.info("in the body");
                throw failure;
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
    void aCallThatFailsIsToldFromItsBeginToItsEnd() {
        RetryPolicy retry = deft.policies().retry(CHARGE, RetrySettings.attempts(2));
        IOException failure = new IOException("no answer");
        Task<?> task = deft.start(CHARGE, () -> retried(retry, failure));
        await(task);

        assertThat(states())
                .containsExactly(
                        "DEBUG started",
                        "DEBUG attempt_failed",
                        "DEBUG retry_scheduled",
                        "DEBUG attempt_started",
                        "DEBUG attempt_failed",
                        "WARN failed");
        assertThat(facts(line("failed")))
                .containsEntry("trace_id", task.context().traceId())
                .containsEntry("task_id", task.id())
                .containsEntry("task", "PaymentService.charge")
                .containsEntry("attempt", 2)
                .containsEntry("duration_ms", 100L);
        assertThat(line("failed").getThrowableProxy().getClassName()).isEqualTo("java.io.IOException");
        assertThat(line("failed").getThrowableProxy().getStackTraceElementProxyArray())
                .isNotEmpty();
        assertThat(line("failed").getFormattedMessage()).isEqualTo("PaymentService.charge failed");
        assertThat(facts(line("retry_scheduled")))
                .containsEntry("delay_ms", 100L)
                .containsEntry("attempt", 2);
        assertThat(facts(line("attempt_failed"))).containsEntry("attempt", 1);
    }

    @Test
    void theBodysOwnLinesBearTheIdentityAndTheAttempt() {
        RetryPolicy retry = deft.policies().retry(CHARGE, RetrySettings.attempts(2));
        Task<?> task = deft.start(CHARGE, () -> retried(retry, new IOException()));
        await(task);

        assertThat(lines.list)
                .filteredOn(line -> line.getMessage().equals("in the body"))
                .extracting(ILoggingEvent::getMDCPropertyMap)
                .containsExactly(
                        Map.of(
                                "trace_id",
                                task.context().traceId(),
                                "task_id",
                                task.id(),
                                "task",
                                "PaymentService.charge",
                                "attempt",
                                "1"),
                        Map.of(
                                "trace_id",
                                task.context().traceId(),
                                "task_id",
                                task.id(),
                                "task",
                                "PaymentService.charge",
                                "attempt",
                                "2"));
    }

    @Test
    void aSynchronousCallPutsBackWhatWasThere() {
        MDC.put("task", "the caller's");
        MDC.put("user", "ann");
        Call outer = deft.begin(CHARGE);
        String id = MDC.get("task_id");
        Call inner = deft.begin(CHARGE);
        assertThat(MDC.get("task_id")).isNotEqualTo(id);
        assertThat(MDC.get("user")).isEqualTo("ann");
        inner.succeeded();
        assertThat(MDC.get("task_id")).isEqualTo(id);
        outer.failed(new IOException());
        assertThat(MDC.getCopyOfContextMap()).containsOnly(Map.entry("task", "the caller's"), Map.entry("user", "ann"));
        MDC.clear();
    }

    @Test
    void anErrorIsAPanic() {
        await(deft.start(CHARGE, () -> {
            throw new AssertionError("impossible");
        }));
        assertThat(states()).endsWith("ERROR failed");
    }

    @Test
    void aCancellationIsNoFailure() throws Exception {
        Task<?> task = deft.start(CHARGE, () -> time.sleep(Duration.ofDays(1)));
        time.sleep(Duration.ofSeconds(1));
        task.cancel(true);
        await(task);
        assertThat(states()).containsExactly("DEBUG started", "INFO cancelled");
    }

    @Test
    void whoIsTurnedAwayIsWarnedOf() {
        LimitPolicy limit =
                deft.policies().limit(CHARGE, LimitSettings.permits(1).maxWait(Duration.ofSeconds(2)));
        limit.acquire();
        await(deft.start(CHARGE, () -> limit.acquire()));
        limit.release();
        assertThat(states())
                .containsExactly(
                        "DEBUG started", "DEBUG waiting", "DEBUG not_admitted", "WARN rejected", "WARN failed");
        assertThat(facts(line("waiting"))).containsEntry("limit", "@Limit(1)");
        assertThat(facts(line("not_admitted"))).containsEntry("duration_ms", 2000L);
        assertThat(line("rejected").getThrowableProxy().getClassName())
                .isEqualTo(LimitExceededException.class.getName());
    }

    @Test
    void timeoutsCircuitsAndRecoveriesAreTold() {
        TimeoutPolicy timeout = deft.policies().timeout(CHARGE, Duration.ofSeconds(1));
        CircuitBreakerPolicy circuit = deft.policies()
                .circuitBreaker(CHARGE, CircuitBreakerSettings.failureRate(0.5).window(1));
        await(deft.start(CHARGE, () -> {
            TimeoutWatch watch = timeout.start();
            long entry = circuit.enter();
            try {
                time.sleep(Duration.ofSeconds(2));
            } catch (InterruptedException interrupted) {
                circuit.failed(entry, new IOException());
                deft.recovered(CHARGE, interrupted);
                watch.stop(interrupted);
            }
        }));
        assertThat(states())
                .containsExactly(
                        "DEBUG started", "WARN circuit_changed", "WARN recovered", "DEBUG timed_out", "WARN failed");
        assertThat(line("circuit_changed").getFormattedMessage())
                .isEqualTo("The circuit of PaymentService.charge was CLOSED and is OPEN");
    }

    @Test
    void whatNobodyWantsToReadIsNotWritten() {
        logger.setLevel(Level.WARN);
        await(deft.start(CHARGE, () -> {}));
        assertThat(lines.list).isEmpty();
    }

    @Test
    void aRuntimeThatIsClosedTurnsAway() {
        deft.close();
        await(deft.start(CHARGE, () -> {}));
        assertThat(states()).containsExactly("WARN rejected", "WARN failed");
        assertThat(line("rejected").getThrowableProxy().getClassName())
                .isEqualTo(TaskRejectedException.class.getName());
    }
}
