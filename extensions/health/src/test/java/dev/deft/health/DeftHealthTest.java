package dev.deft.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deft.DeadlineExceededException;
import dev.deft.Deft;
import dev.deft.PoolSettings;
import dev.deft.Task;
import dev.deft.TaskName;
import dev.deft.TaskTimeoutException;
import dev.deft.WhenFull;
import dev.deft.policy.AdaptiveLimitPolicy;
import dev.deft.policy.AdaptiveLimitSettings;
import dev.deft.policy.CircuitBreakerPolicy;
import dev.deft.policy.CircuitBreakerSettings;
import dev.deft.policy.CircuitState;
import dev.deft.policy.DeadlinePolicy;
import dev.deft.policy.DeadlineScope;
import dev.deft.policy.KeyedCircuitBreaker;
import dev.deft.policy.KeyedLimit;
import dev.deft.policy.KeyedLock;
import dev.deft.policy.KeyedRateLimit;
import dev.deft.policy.LimitPolicy;
import dev.deft.policy.LimitSettings;
import dev.deft.policy.LockPolicy;
import dev.deft.policy.Policies;
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
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeftHealthTest {
    private static final TaskName CHARGE = TaskName.of("shop.PaymentService", "charge", "Order");
    private static final TaskName REFUND = TaskName.of("shop.PaymentService", "refund", "Order");

    private final VirtualTime time = new VirtualTime();
    private final Deft deft = Deft.builder()
            .time(time)
            .closeTimeout(Duration.ZERO)
            .pool("cpu", PoolSettings.platformThreads(1).queue(1).whenFull(WhenFull.REJECT))
            .pool("free", PoolSettings.virtualThreads())
            .build();
    private final Policies policies = deft.policies();
    private final DeftHealth health = DeftHealth.of(deft);

    @AfterEach
    void close() {
        deft.close();
    }

    private void assertFine() {
        HealthReport report = health.report();
        assertThat(report.status()).as(report.toJson()).isEqualTo(HealthStatus.UP);
        assertThat(report.open().isEmpty()).isTrue();
        assertThat(report.saturated().isEmpty()).isTrue();
        assertThat(report.stuck().isEmpty()).isTrue();
    }

    /** The one thing that is saturated, so that the runtime works, but not for all. */
    private Saturation saturation() {
        HealthReport report = health.report();
        assertThat(report.status()).isEqualTo(HealthStatus.DEGRADED);
        assertThat(report.readiness()).isEqualTo(HealthStatus.UP);
        assertThat(report.liveness()).isEqualTo(HealthStatus.UP);
        assertThat(report.saturated().count()).isEqualTo(1);
        return report.saturated().first().getFirst();
    }

    private CircuitBreakerPolicy circuit(TaskName name) {
        return policies.circuitBreaker(
                name, CircuitBreakerSettings.failureRate(0.5).window(1).openFor(Duration.ofSeconds(4)));
    }

    private static void fail(CircuitBreakerPolicy circuit) {
        circuit.failed(circuit.enter(), new IOException());
    }

    @Test
    void aRuntimeWithNothingToSayIsUp() {
        circuit(CHARGE);
        policies.limit(CHARGE, LimitSettings.permits(1));
        policies.rateLimit(CHARGE, RateLimitSettings.permits(1));
        policies.retry(CHARGE, RetrySettings.attempts(3).budget(0.1));
        assertFine();
        assertThat(health.report().toJson())
                .isEqualTo(
                        "{\"status\":\"UP\",\"liveness\":\"UP\",\"readiness\":\"UP\",\"draining\":false,\"running\":0,"
                                + "\"open\":{\"count\":0,\"first\":[]},\"saturated\":{\"count\":0,\"first\":[]},"
                                + "\"stuck\":{\"count\":0,\"first\":[]},\"missing\":{\"count\":0,\"first\":[]}}");
    }

    @Test
    void aCircuitIsOpenUntilItWouldLetACallThrough() {
        CircuitBreakerPolicy circuit = circuit(CHARGE);
        fail(circuit);
        HealthReport report = health.report();
        assertThat(report.status()).isEqualTo(HealthStatus.DEGRADED);
        assertThat(report.readiness())
                .as("what is called is ill, not the caller")
                .isEqualTo(HealthStatus.UP);
        assertThat(report.open().first())
                .containsExactly(
                        new OpenCircuit("PaymentService.charge", "", CircuitState.OPEN, Duration.ofSeconds(4), 0));
        assertThat(report.toJson())
                .contains("\"open\":{\"count\":1,\"first\":[{\"task\":\"PaymentService.charge\",\"name\":\"\","
                        + "\"state\":\"OPEN\",\"retryAfterMillis\":4000,\"keys\":0}]}");
        time.advance(Duration.ofSeconds(4));
        assertFine();
        circuit.forceOpen();
        assertThat(health.report().open().first())
                .containsExactly(
                        new OpenCircuit("PaymentService.charge", "", CircuitState.FORCED_OPEN, Duration.ZERO, 0));
        circuit.switchOff();
        assertFine();
    }

    @Test
    void callsMayNeedACircuit() {
        DeftHealth needing = DeftHealth.builder(deft).needs("PaymentService").build();
        assertThat(needing.report().readiness()).as("no wrapper yet").isEqualTo(HealthStatus.DOWN);
        CircuitBreakerPolicy circuit = circuit(CHARGE);
        assertThat(needing.report().readiness()).isEqualTo(HealthStatus.UP);
        fail(circuit);
        assertThat(needing.report().readiness()).isEqualTo(HealthStatus.DOWN);
        assertThat(needing.report().status()).isEqualTo(HealthStatus.DOWN);
        assertThat(needing.report().liveness()).isEqualTo(HealthStatus.UP);
        assertThat(needing.report().missing().first())
                .containsExactly(new Missing(
                        "PaymentService", Missing.Reason.OPEN, "open: the circuit of PaymentService.charge"));
        time.advance(Duration.ofSeconds(4));
        assertThat(needing.report().readiness())
                .as("else no call would come and find that it works again")
                .isEqualTo(HealthStatus.UP);
    }

    @Test
    void whatIsNeededAndUnknownIsToldWithWhatThereIs() {
        DeftHealth needing = DeftHealth.builder(deft)
                .needs("PaymentService.chrage")
                .needs("PaymentService.charge(Order)")
                .build();
        assertThat(needing.report().missing())
                .isEqualTo(new Findings<>(
                        2,
                        List.of(
                                new Missing(
                                        "PaymentService.chrage",
                                        Missing.Reason.UNKNOWN,
                                        "no policy has this name: its wrapper is yet to be made, or the name is misspelt"),
                                new Missing(
                                        "PaymentService.charge(Order)",
                                        Missing.Reason.UNKNOWN,
                                        "no policy has this name: its wrapper is yet to be made, or the name is"
                                                + " misspelt"))));

        circuit(CHARGE);
        policies.limit(CHARGE, LimitSettings.permits(1));
        policies.limit(REFUND, LimitSettings.permits(1));

        assertThat(needing.report().readiness()).isEqualTo(HealthStatus.DOWN);
        assertThat(needing.report().toJson())
                .endsWith("\"missing\":{\"count\":1,\"first\":[{\"task\":\"PaymentService.chrage\","
                        + "\"reason\":\"UNKNOWN\",\"detail\":\"no policy has this name, though its class has: "
                        + "PaymentService.charge, PaymentService.refund\"}]}}");
    }

    @Test
    void whatIsNeededMustHaveANameThatSomethingCanHave() {
        DeftHealth.Builder builder = DeftHealth.builder(deft);
        for (String name : List.of("", " ", "PaymentService.", ".charge", "A..b", "A.b(Order", "A.b)", "A.b(Order) ")) {
            assertThatIllegalArgumentException()
                    .as(name)
                    .isThrownBy(() -> builder.needs(name))
                    .withMessageContaining('"' + name + '"');
        }
        for (String name : List.of("A", "shop.A", "shop.A.b", "A.b(Map<String, Order>, int[])", "nightly export")) {
            assertThat(builder.needs(name)).isSameAs(builder);
        }
    }

    @Test
    void circuitsOfKeysAreCounted() {
        KeyedCircuitBreaker circuits = policies.keyedCircuitBreaker(
                CHARGE, CircuitBreakerSettings.failureRate(0.5).window(1));
        for (int key = 0; key < 1000; key++) {
            fail(circuits.of(key));
        }
        circuits.reset(7);
        assertThat(health.report().open())
                .isEqualTo(new Findings<>(
                        1,
                        List.of(new OpenCircuit("PaymentService.charge", "", CircuitState.OPEN, Duration.ZERO, 999))));
    }

    @Test
    void aLimitIsSaturatedWithoutAFreePermit() {
        LimitPolicy limit = policies.limit(CHARGE, 2, LimitSettings.permits(2).named("db"));
        assertThat(policies.limit(REFUND, LimitSettings.permits(2).named("db")).state())
                .isEqualTo(limit.state());
        limit.acquire();
        assertFine();
        limit.acquire();
        assertThat(saturation())
                .as("shared ones are told once")
                .isEqualTo(new Saturation("limit", "PaymentService.charge", "db", 2, 0, 0, false));
        limit.switchOff();
        assertFine();
        limit.switchOn();
        limit.release();
        assertFine();
    }

    @Test
    void anAdaptiveLimitIsSaturatedWithoutAFreePermit() {
        AdaptiveLimitPolicy limit = policies.adaptiveLimit(
                CHARGE, AdaptiveLimitSettings.min(1).max(1).initial(1));
        long entry = limit.acquire();
        assertThat(saturation())
                .isEqualTo(new Saturation("adaptiveLimit", "PaymentService.charge", "", 1, 0, 0, false));
        limit.succeeded(entry);
        assertFine();
    }

    @Test
    void aRateIsSaturatedWithoutAToken() {
        RateLimitPolicy rate = policies.rateLimit(CHARGE, RateLimitSettings.permits(2));
        rate.acquire(2);
        assertThat(saturation()).isEqualTo(new Saturation("rateLimit", "PaymentService.charge", "", 2, 0, 0, false));
        time.advance(Duration.ofMillis(500));
        assertFine();
    }

    @Test
    void aBudgetIsSaturatedWithoutARetry() {
        RetryPolicy retry = policies.retry(
                CHARGE, RetrySettings.attempts(2).delay(Duration.ZERO).budget(0.1));
        RetryRun run;
        do {
            run = retry.failed(null, new IOException());
        } while (run.permitsAnother());
        assertThat(saturation()).isEqualTo(new Saturation("retry", "PaymentService.charge", "", 0, 0, 0, false));
        time.advance(Duration.ofSeconds(10));
        assertFine();
    }

    @Test
    void keysAreCounted() {
        KeyedLimit limit = policies.keyedLimit(CHARGE, LimitSettings.permits(2).maxKeys(2));
        LimitPolicy a = limit.acquire("a");
        assertFine();
        LimitPolicy secondA = limit.acquire("a");
        assertThat(saturation()).isEqualTo(new Saturation("limit", "PaymentService.charge", "", 2, 0, 1, false));
        LimitPolicy b = limit.acquire("b");
        limit.release(secondA);
        assertThat(saturation())
                .as("no room for a third key")
                .isEqualTo(new Saturation("limit", "PaymentService.charge", "", 2, 0, 0, true));
        limit.release(a);
        limit.release(b);
        assertFine();

        KeyedLock locks = policies.newKeyedLock(CHARGE);
        LockPolicy held = locks.lock("a");
        assertFine();
        locks.unlock(held);

        KeyedRateLimit rate = policies.keyedRateLimit(CHARGE, RateLimitSettings.permits(1));
        rate.acquire("a");
        assertThat(saturation())
                .isEqualTo(new Saturation("rateLimit", "PaymentService.charge", "", 10_000, 0, 1, false));
    }

    @Test
    void aPoolIsSaturatedWithAFullQueue() {
        CountDownLatch end = new CountDownLatch(1);
        Task<?> running = deft.pool("cpu").start("compute", () -> end.await());
        assertFine();
        Task<?> waiting = deft.pool("cpu").start("compute", () -> {});
        assertThat(saturation()).isEqualTo(new Saturation("pool", "", "cpu", 1, 1, 0, false));
        end.countDown();
        running.join();
        waiting.join();
        assertFine();
    }

    @Test
    void anAttemptIsStuckThatIgnoresItsTimeout() {
        TimeoutPolicy timeout = policies.timeout(CHARGE, Duration.ofSeconds(1));
        TimeoutWatch watch = timeout.start();
        time.advance(Duration.ofSeconds(10));
        assertThat(health.report().stuck().isEmpty()).as("not for long").isTrue();
        time.advance(Duration.ofSeconds(1));
        assertThat(health.report().status()).isEqualTo(HealthStatus.DEGRADED);
        assertThat(health.report().stuck().first())
                .containsExactly(
                        new Stuck("PaymentService.charge", Stuck.Reason.TIMEOUT, "", 1, Duration.ofSeconds(10)));
        assertThatThrownBy(watch::stop).isInstanceOf(TaskTimeoutException.class);
        assertFine();
    }

    @Test
    void aCallIsStuckThatIgnoresItsDeadline() {
        DeadlinePolicy deadline = policies.deadline(CHARGE, Duration.ofSeconds(1));
        DeadlineScope scope = deadline.open();
        time.advance(Duration.ofSeconds(15));
        assertThat(health.report().stuck().first())
                .containsExactly(
                        new Stuck("PaymentService.charge", Stuck.Reason.DEADLINE, "", 1, Duration.ofSeconds(14)));
        assertThatThrownBy(scope::close).isInstanceOf(DeadlineExceededException.class);
        assertFine();
    }

    @Test
    void aTaskIsStuckThatDoesNotEnd() {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(2);
        Task<?> cancelled = deft.start(CHARGE, () -> ignoringInterrupts(begun, end));
        Task<?> late = deft.start(
                REFUND, policies.deadline(REFUND, Duration.ofSeconds(3)), () -> ignoringInterrupts(begun, end));
        while (begun.getCount() > 0) {
            Thread.onSpinWait(); // a body that has not begun never would; and while this thread waits, time would move
        }
        assertFine();
        cancelled.cancel(true);
        assertThat(health.report().stuck().isEmpty()).as("just cancelled").isTrue();
        time.advance(Duration.ofSeconds(20));
        HealthReport report = health.report();
        assertThat(report.running()).isEqualTo(2);
        assertThat(report.liveness()).isEqualTo(HealthStatus.UP);
        assertThat(report.stuck())
                .isEqualTo(new Findings<>(
                        2,
                        List.of(
                                new Stuck(
                                        "PaymentService.charge",
                                        Stuck.Reason.CANCELLED,
                                        cancelled.id(),
                                        1,
                                        Duration.ofSeconds(20)),
                                new Stuck(
                                        "PaymentService.refund",
                                        Stuck.Reason.DEADLINE,
                                        late.id(),
                                        1,
                                        Duration.ofSeconds(17)))));
        HealthReport strict = DeftHealth.builder(deft)
                .stuckAfter(Duration.ZERO)
                .list(1)
                .restartWhenStuck(2)
                .build()
                .report();
        assertThat(strict.liveness()).isEqualTo(HealthStatus.DOWN);
        assertThat(strict.status()).isEqualTo(HealthStatus.DOWN);
        assertThat(strict.stuck().count()).isEqualTo(2);
        assertThat(strict.stuck().first()).extracting(Stuck::task).containsExactly("PaymentService.refund");
        assertThat(strict.toJson())
                .contains(
                        "\"stuck\":{\"count\":2,\"first\":[{\"task\":\"PaymentService.refund\",\"reason\":\"DEADLINE\","
                                + "\"id\":\"" + late.id() + "\",\"count\":1,\"overdueMillis\":17000}]},");
        end.countDown();
        cancelled.terminated().join();
        late.terminated().join();
        assertFine();
    }

    private static void ignoringInterrupts(CountDownLatch begun, CountDownLatch end) {
        begun.countDown();
        while (true) {
            try {
                end.await();
                return;
            } catch (InterruptedException ignored) {
                // that is what this is about
            }
        }
    }

    @Test
    void aClosedRuntimeDrains() {
        deft.close();
        HealthReport report = health.report();
        assertThat(report.draining()).isTrue();
        assertThat(report.readiness()).isEqualTo(HealthStatus.DOWN);
        assertThat(report.liveness()).as("else it would not be let drain").isEqualTo(HealthStatus.UP);
        assertThat(report.status()).isEqualTo(HealthStatus.DOWN);
    }

    @Test
    void noMoreIsListedThanWanted() {
        for (int i = 0; i < 100; i++) {
            circuit(TaskName.of("shop.Shop", "method" + i)).forceOpen();
        }
        assertThat(health.report().open().count()).isEqualTo(100);
        assertThat(health.report().open().first()).hasSize(20);
        assertThat(DeftHealth.builder(deft).list(0).build().report().toJson())
                .contains("\"open\":{\"count\":100,\"first\":[]}");
    }

    @Test
    void namesAreEscaped() {
        circuit(TaskName.named("say \"hi\" \\ \n\u0001é\uD83D\uDE00\uD83D")).forceOpen();
        assertThat(health.report().toJson())
                .contains("\"task\":\"say \\\"hi\\\" \\\\ \\u000a\\u0001é\\ud83d\\ude00\\ud83d\"");
    }

    @Test
    void refusesSettingsThatCannotBe() {
        DeftHealth.Builder builder = DeftHealth.builder(deft);
        assertThatIllegalArgumentException().isThrownBy(() -> builder.stuckAfter(Duration.ofSeconds(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.list(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.restartWhenStuck(0));
    }

    @Test
    void probesAreAnsweredWithAStatus() {
        assertThat(HealthStatus.UP.httpStatus()).isEqualTo(200);
        assertThat(HealthStatus.DEGRADED.httpStatus()).isEqualTo(200);
        assertThat(HealthStatus.DOWN.httpStatus()).isEqualTo(503);
    }
}
