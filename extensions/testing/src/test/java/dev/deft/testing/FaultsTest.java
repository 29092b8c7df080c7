package dev.deft.testing;

import static dev.deft.testing.DeftAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deft.CircuitOpenException;
import dev.deft.Deft;
import dev.deft.Task;
import dev.deft.TaskName;
import dev.deft.TaskRejectedException;
import dev.deft.TaskTimeoutException;
import dev.deft.policy.CircuitBreakerPolicy;
import dev.deft.policy.Policy;
import dev.deft.time.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DeftTest(seed = 11)
class FaultsTest {
    private static final String CHARGE = "PaymentService.charge";
    private static final String REFUND = "PaymentService.refund";

    private PaymentServiceTasks payments;

    @BeforeEach
    void wrap(Deft deft, VirtualTime time) {
        payments = new PaymentServiceTasks(new PaymentService(time), deft);
    }

    // tag::first[]
    @Test
    void survivesABankThatFailsTwice(Faults faults, Recording recording) {
        faults.in("PaymentService.charge").failFirst(2, () -> new IOException("no answer"));

        assertThat(payments.charge("42").join()).isEqualTo("charge 42");

        assertThat(recording.call("PaymentService.charge"))
                .hasAttempts(3)
                .waited(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }
    // end::first[]

    @Test
    void aSynchronousCallWithNothingButARetryIsReached(Faults faults, Recording recording) throws Exception {
        faults.in(REFUND).failFirst(1, IOException::new);
        assertThat(payments.refund("42")).isEqualTo("refund 42");
        assertThat(payments.refund("43")).as("each call anew").isEqualTo("refund 43");
        assertThat(recording.calls(REFUND))
                .allSatisfy(call -> assertThat(call).hasAttempts(2).succeeded());
    }

    @Test
    void whatFailsAlwaysComesToTheFallback(Faults faults, Recording recording) throws Exception {
        faults.in("dev.deft.testing.PaymentService.refund(String)").fail(IOException::new);
        assertThat(payments.refund("42")).isEqualTo("queued 42");
        assertThat(recording.call(REFUND)).hasAttempts(4).recovered();
    }

    @Test
    void whatHangsTimesOut(Faults faults, Recording recording) {
        faults.in(CHARGE).hang();
        Task<String> task = payments.charge("42");
        assertThatThrownBy(task::join).hasCauseInstanceOf(TaskTimeoutException.class);
        assertThat(recording.call(CHARGE)).hasAttempts(4).timedOut().took(Duration.ofSeconds(4 * 30 + 7));
    }

    @Test
    void whatHangsCanBeCancelled(Deft deft, VirtualTime time, Faults faults, Recording recording) throws Exception {
        faults.in(CHARGE).hang();
        Task<String> task = payments.charge("42");
        time.sleep(Duration.ofSeconds(1));
        task.cancel(true);
        assertThat(deft.drain(Duration.ofSeconds(1))).isTrue();
        assertThat(recording.call(CHARGE)).wasCancelled().hasAttempts(1);
    }

    @Test
    void latencyTakesTime(Faults faults, Recording recording) {
        faults.in(CHARGE).delay(Duration.ofSeconds(20));
        assertThat(payments.charge("42").join()).isEqualTo("charge 42");
        assertThat(recording.call(CHARGE)).hasAttempts(1).took(Duration.ofSeconds(20));
    }

    @Test
    void faultsAddUp(Faults faults, Recording recording) {
        faults.in(CHARGE).delay(Duration.ofSeconds(20)).failFirst(1, IOException::new);
        assertThat(payments.charge("42").join()).isEqualTo("charge 42");
        assertThat(recording.call(CHARGE)).hasAttempts(2).took(Duration.ofSeconds(41));
    }

    @Test
    void whoIsTurnedAwayFails(Faults faults) {
        faults.in(CHARGE).reject();
        assertThatThrownBy(payments.charge("42")::join).hasCauseInstanceOf(TaskRejectedException.class);
        faults.clear(CHARGE);
        faults.in(CHARGE).openCircuit(Duration.ofSeconds(5));
        assertThatThrownBy(payments.charge("42")::join).hasCauseInstanceOf(CircuitOpenException.class);
    }

    @Test
    void chanceGrowsFromTheSeed() {
        List<List<Boolean>> runs = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            Faults seeded = new Faults(5);
            seeded.switchOn();
            seeded.in("a").failAtRandom(0.5, IOException::new);
            runs.add(Stream.generate(() -> fails(seeded, "a")).limit(64).toList());
        }
        assertThat(runs.get(0)).isEqualTo(runs.get(1)).contains(true, false);
    }

    @Test
    void whatIsDrawnForATaskDoesNotDependOnOthers() {
        Faults alone = new Faults(5);
        alone.switchOn();
        alone.in("a").failAtRandom(0.5, IOException::new);
        Faults beside = new Faults(5);
        beside.switchOn();
        beside.in("a").failAtRandom(0.5, IOException::new);
        beside.in("b").failAtRandom(0.5, IOException::new);
        for (int i = 0; i < 64; i++) {
            fails(beside, "b");
            assertThat(fails(beside, "a")).isEqualTo(fails(alone, "a"));
        }
    }

    @Test
    void oneAttemptFailsOverAllCalls(Faults faults, Recording recording) throws Exception {
        faults.in(REFUND).failNth(2, IOException::new);
        for (String order : List.of("1", "2", "3")) {
            assertThat(payments.refund(order)).isEqualTo("refund " + order);
        }
        assertThat(recording.calls(REFUND).stream().map(RecordedCall::attempts)).containsExactly(1, 2, 1);
    }

    /** Many at once, and exactly one of them is the n-th. */
    @Test
    void isCountedAndChangedByManyThreads() throws InterruptedException {
        Faults many = new Faults();
        many.switchOn();
        many.in("a").failNth(500, IOException::new);
        AtomicInteger failures = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int thread = 0; thread < 8; thread++) {
            threads.add(Thread.ofVirtual().start(() -> {
                for (int i = 0; i < 250; i++) {
                    try (var others = many.in("b").fail(IOException::new)) {
                        if (fails(many, "a")) {
                            failures.incrementAndGet();
                        }
                        assertThat(others).isNotNull();
                    }
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failures).hasValue(1);
        assertThat(fails(many, "b")).isFalse();
    }

    // tag::close[]
    @Test
    void theBankComesBack(Faults faults) throws Exception {
        try (var outage = faults.in("PaymentService.refund")) {
            outage.fail(() -> new IOException("maintenance"));
            assertThat(payments.refund("42")).isEqualTo("queued 42");
        }
        assertThat(payments.refund("42")).isEqualTo("refund 42");
    }
    // end::close[]

    @Test
    void nothingGoesWrongThatIsNotMeant(Faults faults) throws Exception {
        faults.in("PaymentService.other").fail(IOException::new);
        faults.in(REFUND).fail(IOException::new);
        assertThat(payments.charge("42").join()).isEqualTo("charge 42");
        faults.clear();
        assertThat(payments.refund("42")).isEqualTo("refund 42");
    }

    @Test
    void everyBodyIsReachedWhateverStandsAroundIt(Deft deft, Faults faults) {
        PlacesTasks places = new PlacesTasks(new Places(), deft);
        Map<String, Callable<?>> calls = new LinkedHashMap<>();
        calls.put("task", () -> Task.await(places.task()));
        calls.put("stage", () -> Task.await(places.stage()));
        calls.put("limited", places::limited);
        calls.put("ofTheClass", places::ofTheClass);
        calls.put("adaptive", places::adaptive);
        calls.put("paced", places::paced);
        calls.put("locked", places::locked);
        calls.put("guarded", places::guarded);
        calls.put("timed", places::timed);
        calls.put("bounded", places::bounded);
        calls.put("hedged", places::hedged);
        calls.put("shared", () -> places.shared("key"));
        calls.put("retried", places::retried);
        calls.put("polled", places::polled);
        calls.put("cleaned", places::cleaned);
        calls.put("cleanedAfterSuccess", places::cleanedAfterSuccess);
        calls.put("cleanedAfterFailure", places::cleanedAfterFailure);
        calls.put("deferringUnderALimit", places::deferringUnderALimit);
        calls.put("recovering", places::recovering);
        calls.put("scheduled", () -> {
            places.scheduled();
            return "done";
        });
        calls.forEach((name, call) -> {
            int bodies = Places.bodies();
            assertThatCode(call::call).as(name).doesNotThrowAnyException();
            assertThat(Places.bodies()).as(name).isEqualTo(bodies + 1);
            faults.in("Places." + name).fail(() -> new IllegalStateException(name));
            assertThatThrownBy(call::call)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(name);
            assertThat(Places.bodies()).as(name).isEqualTo(bodies + 1);
        });
    }

    @Test
    void whatIsRecoveredInTheBodyIsRecoveredHere(Deft deft, Faults faults) {
        faults.in("Places.recovering").fail(IllegalArgumentException::new);
        assertThat(new PlacesTasks(new Places(), deft).recovering()).isEqualTo("recovered");
    }

    @Test
    void aCircuitCountsFaults(Deft deft, Faults faults) {
        PlacesTasks places = new PlacesTasks(new Places(), deft);
        faults.in("Places.guarded").fail(IllegalStateException::new);
        for (int call = 0; call < 20; call++) {
            assertThatThrownBy(places::guarded).isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(places::guarded).isInstanceOf(CircuitOpenException.class);
    }

    @Test
    void aCircuitIsOpenedByHand(Deft deft) {
        PlacesTasks places = new PlacesTasks(new Places(), deft);
        // tag::forceopen[]
        for (Policy<?> policy : deft.policies().of("Places.guarded")) {
            if (policy instanceof CircuitBreakerPolicy circuit) {
                circuit.forceOpen();
            }
        }
        // end::forceopen[]
        assertThatThrownBy(places::guarded).isInstanceOf(CircuitOpenException.class);
    }

    @Test
    void otherRuntimesGoOn(VirtualTime time, Faults faults) throws Exception {
        faults.in(REFUND).fail(IOException::new);
        assertThat(payments.refund("42")).isEqualTo("queued 42");
        try (Deft other = Deft.builder().time(time).build()) {
            assertThat(other.isObserved()).isFalse();
            assertThat(new PaymentServiceTasks(new PaymentService(time), other).refund("42"))
                    .isEqualTo("refund 42");
        }
    }

    // tag::service[]
    @Test
    void inAServiceFaultsAreOffUntilTheyAreSwitchedOn(VirtualTime time) throws Exception {
        Faults faults = new Faults();
        Deft deft = Deft.builder().time(time).faults(faults).build();
        PaymentServiceTasks service = new PaymentServiceTasks(new PaymentService(time), deft);
        faults.in("PaymentService.refund").fail(() -> new IOException("an exercise"));

        assertThat(service.refund("42")).isEqualTo("refund 42");
        faults.switchOn();
        assertThat(service.refund("42")).isEqualTo("queued 42");
        faults.switchOff();
        assertThat(service.refund("42")).isEqualTo("refund 42");
        deft.close();
    }
    // end::service[]

    @Test
    void whatCannotBeIsRefused(Faults faults) {
        Faults.InTask charge = faults.in(CHARGE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> charge.failAtRandom(2, IOException::new))
                .withMessage("a probability is from 0 to 1, not 2.0");
        assertThatIllegalArgumentException().isThrownBy(() -> charge.failAtRandom(Double.NaN, IOException::new));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> charge.failFirst(0, IOException::new))
                .withMessage("attempts are counted from 1, not 0");
        assertThatIllegalArgumentException().isThrownBy(() -> charge.failNth(0, IOException::new));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> charge.delay(Duration.ofSeconds(-1)))
                .withMessage("a time is not negative: PT-1S");
        assertThatIllegalArgumentException().isThrownBy(() -> charge.openCircuit(Duration.ofNanos(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> faults.in(" "));
        assertThatNullPointerException().isThrownBy(() -> charge.fail(null)).withMessage("failure");
    }

    @Test
    void aSupplierThatGivesNothingIsNamed() {
        Faults faults = new Faults();
        faults.switchOn();
        faults.in("a").fail(() -> null);
        assertThatNullPointerException()
                .isThrownBy(() -> faults.beforeCall(TaskName.named("a")))
                .withMessage("the supplier of a fault in a gave null");
    }

    private static boolean fails(Faults faults, String task) {
        try {
            faults.beforeCall(TaskName.named(task));
            return false;
        } catch (Throwable fault) {
            assertThat(fault).isInstanceOf(IOException.class);
            return true;
        }
    }
}
