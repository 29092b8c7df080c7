package dev.deft.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.deft.Deft;
import dev.deft.Task;
import dev.deft.TaskContext;
import dev.deft.TaskName;
import dev.deft.policy.AdaptiveLimitSettings;
import dev.deft.policy.LimitPolicy;
import dev.deft.policy.LimitSettings;
import dev.deft.policy.Policies;
import dev.deft.time.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Runs tests that leave something behind, and sees that they fail and say what it was. */
@Timeout(60)
class DeftExtensionTest {
    private static final TaskName CHARGE = TaskName.of("shop.PaymentService", "charge", "Order");
    private static final TaskName REFUND = TaskName.of("shop.PaymentService", "refund", "Order");

    private static Events run(DiscoverySelector tests) {
        return EngineTestKit.engine("junit-jupiter").selectors(tests).execute().testEvents();
    }

    private static Throwable failureOf(String test) {
        return failureOf(test, "dev.deft.Deft");
    }

    private static Throwable failureOf(String test, String parameterTypes) {
        return run(selectMethod(Untidy.class, test, parameterTypes)).failed().stream()
                .flatMap(event -> event.getPayload(TestExecutionResult.class).stream())
                .flatMap(result -> result.getThrowable().stream())
                .findFirst()
                .orElseThrow(() -> new AssertionError(test + " did not fail"));
    }

    @Test
    void aTaskThatIsLeftIsNamed() {
        assertThat(failureOf("waitingTask"))
                .isInstanceOf(AssertionError.class)
                .hasMessageMatching("The test left behind:\\R"
                        + "  the task PaymentService.charge, [0-9a-f]{16}, which is WAITING");
    }

    @Test
    void aBodyThatGoesOnIsNamed() {
        assertThat(failureOf("deafTask"))
                .hasMessageContaining("the task PaymentService.charge")
                .hasMessageContaining("whose body goes on though it is CANCELLED");
        Untidy.DEAF.countDown();
    }

    @Test
    void aTimerThatIsLeftIsNamed() {
        assertThat(failureOf("timer"))
                .hasMessage("The test left behind:\n"
                        + "  on the agenda: the deadline of PaymentService.charge, due after 1m");
    }

    @Test
    void permitsAndLocksThatAreHeldAreNamed() {
        assertThat(failureOf("permits")).hasMessage("""
                        The test left behind:
                          not given back: 3 permits of @Limit(4) "db" of PaymentService.charge
                          not given back: 1 key of @Limit(2) for each key of PaymentService.charge
                          not given back: 1 hold of @Locked "books" of PaymentService.charge""");
    }

    @Test
    void anInterruptThatIsLeftIsNamedAndTaken() {
        assertThat(failureOf("interrupt")).hasMessageContaining("an interrupt of the test's thread");
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void whatIsLeftIsCancelled() {
        failureOf("waitingTask");
        assertThat(Untidy.CANCELLED).isTrue();
    }

    @Test
    void aFailureKeepsItsPlaceAndSaysItsSeed() {
        Throwable failure = failureOf("failure");
        assertThat(failure).isInstanceOf(IOException.class);
        assertThat(failure.getSuppressed())
                .anySatisfy(suppressed ->
                        assertThat(suppressed).hasMessage("the seed was 7: repeat this with -Ddeft.seed=7"))
                .anySatisfy(suppressed -> assertThat(suppressed).hasMessageContaining("The test left behind"));
    }

    @Test
    void aFaultThatNothingCameByIsNamed() {
        assertThat(failureOf("fault", "dev.deft.Deft,dev.deft.testing.Faults")).hasMessage("""
                        No attempt came by the faults in:
                          PaymentService.chrge
                        Called were:
                          shop.PaymentService.charge(Order)""");
        assertThat(failureOf("faultWithoutCall", "dev.deft.testing.Faults"))
                .hasMessageEndingWith("Nothing was called.");
    }

    @Test
    void aFaultThatTheCalledTaskDidNotAskForHasAHint() {
        assertThat(failureOf("faultUnasked", "dev.deft.Deft,dev.deft.testing.Faults"))
                .hasMessage("""
                        No attempt came by the faults in:
                          PaymentService.charge
                        Called were:
                          shop.PaymentService.charge(Order)
                        Wrappers ask for faults if they were compiled with -Adeft.faults.""");
        assertThat(failureOf("faultAskedForElsewhere", "dev.deft.Deft,dev.deft.testing.Faults"))
                .as("its wrapper asks, but this one was turned away before")
                .hasMessageEndingWith("  shop.PaymentService.charge(Order)");
    }

    @Test
    void whatIsTidyPasses() {
        run(selectClass(Tidy.class))
                .assertStatistics(statistics -> statistics.started(4).succeeded(4));
    }

    @Test
    void theRuntimeCanHaveFurtherSettings() {
        run(selectClass(Configured.class))
                .assertStatistics(statistics -> statistics.started(1).succeeded(1));
    }

    @Test
    void theSeedCanBeRepeated() {
        System.setProperty("deft.seed", "99");
        try {
            Tidy.SEEDS.clear();
            run(selectClass(Tidy.class));
            assertThat(Tidy.SEEDS).containsOnly(99L);
        } finally {
            System.clearProperty("deft.seed");
        }
    }

    /** Each of its tests leaves something behind. */
    @DeftTest(seed = 7)
    static class Untidy {
        static final AtomicBoolean CANCELLED = new AtomicBoolean();
        static final CountDownLatch DEAF = new CountDownLatch(1);

        @Test
        void waitingTask(Deft deft) throws InterruptedException {
            CountDownLatch begun = new CountDownLatch(1);
            Task<?> task = deft.start(CHARGE, () -> {
                TaskContext.current().onCancel(() -> CANCELLED.set(true));
                begun.countDown();
                Task.await(new CompletableFuture<>());
            });
            begun.await();
            assertThat(task).isNotDone();
        }

        @Test
        void deafTask(Deft deft) throws InterruptedException {
            CountDownLatch begun = new CountDownLatch(1);
            Task<?> task = deft.start(CHARGE, () -> {
                begun.countDown();
                for (; ; ) {
                    try {
                        DEAF.await();
                        return;
                    } catch (InterruptedException ignored) {
                        // goes on
                    }
                }
            });
            begun.await();
            task.cancel(true);
        }

        @Test
        void timer(Deft deft) {
            deft.start(CHARGE, () -> TaskContext.current()).join().withTimeout(Duration.ofMinutes(1));
        }

        @Test
        void permits(Deft deft) {
            Policies policies = deft.policies();
            LimitPolicy limit = policies.limit(CHARGE, LimitSettings.permits(4).named("db"));
            policies.limit(REFUND, LimitSettings.permits(4).named("db"));
            limit.acquire(3);
            limit.acquire();
            limit.release();
            policies.keyedLimit(CHARGE, 2, LimitSettings.permits(2)).acquire("customer");
            policies.keyedLimit(REFUND, LimitSettings.permits(2));
            policies.adaptiveLimit(REFUND, AdaptiveLimitSettings.min(1));
            policies.lock(CHARGE, "books").lock();
        }

        @Test
        void interrupt(Deft deft) {
            Thread.currentThread().interrupt();
        }

        @Test
        void fault(Deft deft, Faults faults) {
            faults.in("PaymentService.chrge").fail(IOException::new).close();
            deft.start(CHARGE, () -> {}).join();
        }

        @Test
        void faultUnasked(Deft deft, Faults faults) {
            faults.in("PaymentService.charge").fail(IOException::new);
            deft.start(CHARGE, () -> {}).join();
        }

        @Test
        void faultAskedForElsewhere(Deft deft, Faults faults) throws Throwable {
            faults.in("PaymentService.charge").fail(IOException::new);
            deft.start(CHARGE, () -> {}).join();
            faults.beforeCall(TaskName.of(CHARGE.className(), "refund"));
        }

        @Test
        void faultWithoutCall(Faults faults) {
            faults.in("PaymentService.charge").hang();
        }

        @Test
        void failure(Deft deft) throws IOException {
            Thread.currentThread().interrupt();
            throw new IOException();
        }
    }

    /** Has a runtime with further settings. */
    static class Configured {
        @RegisterExtension
        static final DeftExtension DEFT = new DeftExtension(builder -> builder.retryBudget(0.2));

        @Test
        void hasABudget(Deft deft, @Seed long seed) {
            assertThat(deft.retryBudget()).isNotNull();
            assertThat(seed).isZero();
        }
    }

    /** Shows what is injected, and that it belongs together. */
    @DeftTest(seed = 42)
    static class Tidy {
        static final List<Long> SEEDS = new ArrayList<>();

        private Deft before;

        @BeforeEach
        void prepare(Deft deft) {
            before = deft;
        }

        @Test
        void oneRuntimeForATest(Deft deft, VirtualTime time, Recording recording) {
            assertThat(deft).isSameAs(before);
            assertThat(deft.time()).isSameAs(time);
            deft.start(CHARGE, () -> {}).join();
            assertThat(recording.calls()).hasSize(1);
        }

        @Test
        void randomnessGrowsFromTheSeed(Deft deft, RandomGenerator random, @Seed long seed) {
            SEEDS.add(seed);
            assertThat(deft.random().nextLong()).isEqualTo(random.nextLong()).isEqualTo(new Random(seed).nextLong());
        }

        @Test
        @DeftTest(manualTime = true, seed = 3)
        void theMethodHasTheLastWord(VirtualTime time, @Seed long seed) throws InterruptedException {
            SEEDS.add(seed);
            Thread away = Thread.ofVirtual().start(() -> {});
            away.join();
            assertThat(time.elapsed()).isZero();
        }

        @Test
        void aLongCallTakesNoTime(Deft deft, VirtualTime time) {
            deft.start(CHARGE, () -> time.sleep(Duration.ofDays(1))).join();
            assertThat(time.elapsed()).isEqualTo(Duration.ofDays(1));
        }

        @AfterEach
        void stillThere(Deft deft) {
            assertThat(deft.isClosed()).isFalse();
            assertThat(deft).isSameAs(before);
        }
    }
}
