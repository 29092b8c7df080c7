package dev.deft.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.deft.CircuitOpenException;
import dev.deft.DeadlineExceededException;
import dev.deft.Deft;
import dev.deft.RetryAfter;
import dev.deft.TaskContext;
import dev.deft.TaskEvent;
import dev.deft.TaskInterruptedException;
import dev.deft.TaskName;
import dev.deft.TaskRejectedException;
import dev.deft.time.VirtualTime;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class CircuitBreakerPolicyTest {
    private static final TaskName NAME = TaskName.of("shop.Shop", "buy");
    private static final TaskName OTHER = TaskName.of("shop.Shop", "sell");

    @SuppressWarnings("StaticAssignmentOfThrowable") // its stack says nothing here
    private static final Exception FAILURE = new Exception("failed");

    private final VirtualTime time = VirtualTime.manual();
    private final List<TaskEvent> events = new CopyOnWriteArrayList<>();
    private final Deft deft = Deft.builder().time(time).listener(events::add).build();

    // Closed

    @Test
    void opensWhenTheRateIsReachedInAFullWindow() {
        CircuitBreakerPolicy circuit = circuit(settings().window(4));
        calls(circuit, "ffs");
        assertThat(state(circuit)).isEqualTo(CircuitState.CLOSED); // 3 of 4
        calls(circuit, "s");
        assertThat(state(circuit)).isEqualTo(CircuitState.OPEN); // a success that completes the window opens it as well
    }

    @Test
    void staysClosedBelowTheRate() {
        CircuitBreakerPolicy circuit = circuit(settings().window(4));
        calls(circuit, "fsssfsssfsss");
        assertThat(circuit.state()).isEqualTo(new CircuitBreakerState(CircuitState.CLOSED, 4, 1, 0, Duration.ZERO));
        calls(circuit, "f");
        assertThat(circuit.state().failures()).isEqualTo(1); // another one has left
    }

    @Test
    void needsMinCalls() {
        CircuitBreakerPolicy circuit = circuit(settings().window(10).minCalls(3));
        calls(circuit, "ff");
        assertThat(state(circuit)).isEqualTo(CircuitState.CLOSED);
        calls(circuit, "f");
        assertThat(state(circuit)).isEqualTo(CircuitState.OPEN);
    }

    @Test
    void minCallsBeyondTheWindowAreTheWindow() {
        CircuitBreakerPolicy circuit = circuit(settings().window(2).minCalls(100));
        calls(circuit, "ff");
        assertThat(state(circuit)).isEqualTo(CircuitState.OPEN);
    }

    @Test
    void aWindowByTimeForgetsInTenths() {
        CircuitBreakerPolicy circuit =
                circuit(settings().windowTime(Duration.ofSeconds(10)).minCalls(4));
        calls(circuit, "ff");
        pass(millis(9_999));
        assertThat(circuit.state().failures()).isEqualTo(2);
        pass(millis(1));
        assertThat(circuit.state()).isEqualTo(new CircuitBreakerState(CircuitState.CLOSED, 0, 0, 0, Duration.ZERO));
        calls(circuit, "sssfff");
        assertThat(state(circuit)).isEqualTo(CircuitState.OPEN);
    }

    @Test
    void slowCallsOpenItWhetherTheyFailOrNot() {
        CircuitBreakerPolicy circuit = circuit(CircuitBreakerSettings.failureRate(1)
                .window(4)
                .slowCall(millis(100))
                .slowRate(0.75));
        lasting(circuit, millis(101), null);
        lasting(circuit, millis(100), null); // not longer
        lasting(circuit, millis(200), FAILURE);
        assertThat(circuit.state()).isEqualTo(new CircuitBreakerState(CircuitState.CLOSED, 3, 1, 2, Duration.ZERO));
        lasting(circuit, millis(500), null);
        assertThat(state(circuit)).isEqualTo(CircuitState.OPEN);
    }

    @Test
    void slowCallsAreCountedWhenTheyEnd() {
        CircuitBreakerPolicy circuit = circuit(settings().window(1).slowCall(millis(100)));
        long entry = circuit.enter();
        pass(Duration.ofDays(2));
        assertThat(circuit.state().calls()).isZero();
        circuit.succeeded(entry);
        assertThat(state(circuit)).isEqualTo(CircuitState.OPEN);
    }

    @Test
    void aQuickCallAtTimeZeroOfAFullWindowIsStillTimed() {
        CircuitBreakerPolicy circuit = circuit(settings().window(1).slowCall(millis(100)));
        calls(circuit, "s");
        lasting(circuit, millis(101), null);
        assertThat(state(circuit)).isEqualTo(CircuitState.OPEN);
    }

    // Open and half open

    @Test
    void openRefusesAndTellsHowLong() {
        CircuitBreakerPolicy circuit = opened(settings().window(1).openFor(Duration.ofSeconds(5)));
        pass(Duration.ofSeconds(2));
        CircuitOpenException refusal = refusal(circuit);
        assertThat(refusal).isInstanceOf(TaskRejectedException.class).isInstanceOf(RetryAfter.class);
        assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(3));
        assertThat(refusal).hasMessage("Shop.buy: @CircuitBreaker is open; try again in 3s");
        assertThat(circuit.state().retryAfter()).isEqualTo(Duration.ofSeconds(3));
        assertThat(events.getLast())
                .isInstanceOfSatisfying(
                        TaskEvent.Rejected.class,
                        rejected -> assertThat(rejected.reason()).isSameAs(refusal));
        pass(refusal.retryAfter()); // who comes exactly then passes
        circuit.succeeded(circuit.enter());
        assertThat(state(circuit)).isEqualTo(CircuitState.CLOSED);
    }

    @Test
    void halfOpenLetsSoManyThroughInAll() {
        CircuitBreakerPolicy circuit = opened(settings().window(1).trialCalls(3));
        pass(Duration.ofSeconds(5));
        long one = circuit.enter();
        long two = circuit.enter();
        circuit.succeeded(one);
        long three = circuit.enter();
        assertThat(state(circuit)).isEqualTo(CircuitState.HALF_OPEN);
        assertThat(refusal(circuit).retryAfter()).isZero();
        circuit.succeeded(two);
        assertThat(refusal(circuit)).hasMessage("Shop.buy: @CircuitBreaker awaits the outcome of its trial calls");
        circuit.succeeded(three);
        assertThat(circuit.state()).isEqualTo(new CircuitBreakerState(CircuitState.CLOSED, 0, 0, 0, Duration.ZERO));
    }

    @Test
    void oneTrialThatFailsOpensIt() {
        CircuitBreakerPolicy circuit = opened(settings().window(1).trialCalls(3));
        pass(Duration.ofSeconds(5));
        long one = circuit.enter();
        long two = circuit.enter();
        circuit.failed(one, FAILURE);
        assertThat(circuit.state())
                .isEqualTo(new CircuitBreakerState(CircuitState.OPEN, 0, 0, 0, Duration.ofSeconds(5)));
        circuit.succeeded(two); // too late to matter
        assertThat(state(circuit)).isEqualTo(CircuitState.OPEN);
    }

    @Test
    void oneTrialThatIsSlowOpensIt() {
        CircuitBreakerPolicy circuit = opened(settings().window(1).trialCalls(2).slowCall(millis(10)));
        pass(Duration.ofSeconds(5));
        lasting(circuit, millis(11), null);
        assertThat(state(circuit)).isEqualTo(CircuitState.OPEN);
    }

    @Test
    void aCancelledTrialGivesItsPlaceBack() {
        CircuitBreakerPolicy circuit = opened(settings().window(1));
        pass(Duration.ofSeconds(5));
        for (Throwable end : List.of(
                new CancellationException(),
                new InterruptedException(),
                new TaskInterruptedException("interrupted", null),
                new CompletionException(new CancellationException()),
                new StackOverflowError())) {
            circuit.failed(circuit.enter(), end);
            assertThat(state(circuit)).isEqualTo(CircuitState.HALF_OPEN);
        }
        circuit.succeeded(circuit.enter());
        assertThat(state(circuit)).isEqualTo(CircuitState.CLOSED);
    }

    @Test
    void aTrialThatNeverEndsIsGivenUp() {
        CircuitBreakerPolicy circuit = opened(settings().window(1).openFor(Duration.ofSeconds(5)));
        pass(Duration.ofSeconds(5));
        long stuck = circuit.enter();
        pass(millis(4_999));
        refusal(circuit);
        pass(millis(1));
        long another = circuit.enter();
        circuit.failed(stuck, FAILURE);
        assertThat(state(circuit)).isEqualTo(CircuitState.HALF_OPEN);
        refusal(circuit); // there is still one trial at a time
        circuit.succeeded(another);
        assertThat(state(circuit)).isEqualTo(CircuitState.CLOSED);
    }

    @Test
    void aCallThatEndsUnderAnotherStateCountsForNothing() {
        CircuitBreakerPolicy circuit = circuit(settings().window(1));
        long early = circuit.enter();
        long alsoEarly = circuit.enter();
        calls(circuit, "f");
        pass(Duration.ofSeconds(5));
        long trial = circuit.enter();
        circuit.succeeded(early);
        assertThat(state(circuit)).isEqualTo(CircuitState.HALF_OPEN);
        circuit.succeeded(trial);
        circuit.failed(alsoEarly, FAILURE);
        assertThat(state(circuit)).isEqualTo(CircuitState.CLOSED);
        calls(circuit, "f");
        assertThat(state(circuit)).isEqualTo(CircuitState.OPEN);
    }

    // What is a failure

    @Test
    void onAndExceptSayWhatIsAFailure() {
        CircuitBreakerPolicy circuit = circuit(
                settings().window(5).on(FailureFilter.on(IOException.class).except(FileNotFoundException.class)));
        end(circuit, new IOException());
        end(circuit, new FileNotFoundException());
        end(circuit, new IllegalStateException());
        end(circuit, new AssertionError());
        end(circuit, new CompletionException(new IOException()));
        assertThat(circuit.state()).isEqualTo(new CircuitBreakerState(CircuitState.CLOSED, 4, 2, 0, Duration.ZERO));
    }

    @Test
    void otherExceptionsAreAnswersAndOtherErrorsNothing() {
        CircuitBreakerPolicy circuit = circuit(settings().window(10).on(FailureFilter.on(IOException.class)));
        end(circuit, new IllegalStateException());
        end(circuit, new AssertionError());
        end(circuit, new CompletionException(new AssertionError()));
        end(circuit, new RuntimeException(new IOException()));
        assertThat(circuit.state()).isEqualTo(new CircuitBreakerState(CircuitState.CLOSED, 2, 0, 0, Duration.ZERO));
    }

    @Test
    void causesAreLookedAtIfTheFilterDoes() {
        CircuitBreakerPolicy circuit = circuit(
                settings().window(10).on(FailureFilter.on(IOException.class).alongCauses()));
        end(circuit, new RuntimeException(new IOException()));
        assertThat(circuit.state().failures()).isEqualTo(1);
    }

    @Test
    void errorsAreFailuresIfTheyAreNamed() {
        CircuitBreakerPolicy circuit = circuit(settings().window(1).on(FailureFilter.on(Throwable.class)));
        end(circuit, new AssertionError());
        assertThat(state(circuit)).isEqualTo(CircuitState.OPEN);
    }

    @Test
    void cancellationsAreFailuresIfTheyAreNamed() {
        CircuitBreakerPolicy circuit = circuit(settings().window(1).on(FailureFilter.on(CancellationException.class)));
        end(circuit, new CancellationException());
        assertThat(state(circuit)).isEqualTo(CircuitState.OPEN);
    }

    @Test
    void whateverACancelledCallThrowsCountsForNothing() {
        CircuitBreakerPolicy circuit = circuit(settings().window(1));
        try (TaskContext.Cancellable context = TaskContext.current().withCancel()) {
            long entry = circuit.enter();
            context.cancel();
            context.run(() -> circuit.failed(entry, new IOException("closed by interrupt")));
        }
        assertThat(circuit.state().calls()).isZero();
    }

    @Test
    void aCallThatItsDeadlineStoppedHasFailed() {
        CircuitBreakerPolicy circuit = circuit(settings().window(1));
        DeadlineScope scope = deft.policies().deadline(NAME, millis(10)).open();
        long entry = circuit.enter();
        pass(millis(10));
        InterruptedException stopped = new InterruptedException();
        circuit.failed(entry, stopped);
        assertThatThrownBy(() -> scope.close(stopped)).isInstanceOf(DeadlineExceededException.class);
        assertThat(state(circuit)).isEqualTo(CircuitState.OPEN);
    }

    // By hand

    @Test
    void forcedOpenStaysOpen() {
        CircuitBreakerPolicy circuit = circuit(settings().window(1));
        long early = circuit.enter();
        circuit.forceOpen();
        pass(Duration.ofDays(1));
        assertThat(refusal(circuit).retryAfter()).isEqualTo(Duration.ofSeconds(5));
        circuit.succeeded(early);
        assertThat(state(circuit)).isEqualTo(CircuitState.FORCED_OPEN);
        circuit.reset();
        calls(circuit, "s");
        assertThat(circuit.state()).isEqualTo(new CircuitBreakerState(CircuitState.CLOSED, 1, 0, 0, Duration.ZERO));
    }

    @Test
    void forcedClosedStaysClosedAndWatches() {
        CircuitBreakerPolicy circuit = opened(settings().window(3));
        circuit.forceClosed();
        calls(circuit, "fff");
        assertThat(circuit.state())
                .isEqualTo(new CircuitBreakerState(CircuitState.FORCED_CLOSED, 3, 3, 0, Duration.ZERO));
        circuit.reset();
        assertThat(circuit.state()).isEqualTo(new CircuitBreakerState(CircuitState.CLOSED, 0, 0, 0, Duration.ZERO));
    }

    @Test
    void disabledLooksAtNothing() {
        CircuitBreakerPolicy circuit = opened(settings().window(1));
        circuit.disable();
        calls(circuit, "fsf");
        assertThat(circuit.state()).isEqualTo(new CircuitBreakerState(CircuitState.DISABLED, 0, 0, 0, Duration.ZERO));
    }

    @Test
    void tellsEachChange() {
        CircuitBreakerPolicy circuit = opened(settings().window(1));
        pass(Duration.ofSeconds(5));
        calls(circuit, "f");
        pass(Duration.ofSeconds(5));
        calls(circuit, "s");
        circuit.forceOpen();
        circuit.forceOpen();
        circuit.disable();
        circuit.forceClosed();
        circuit.reset();
        circuit.reset();
        assertThat(events)
                .extracting(event -> event instanceof TaskEvent.CircuitChanged change
                        ? change.from() + " to " + change.to()
                        : event.toString())
                .containsExactly(
                        "CLOSED to OPEN",
                        "OPEN to HALF_OPEN",
                        "HALF_OPEN to OPEN",
                        "OPEN to HALF_OPEN",
                        "HALF_OPEN to CLOSED",
                        "CLOSED to FORCED_OPEN",
                        "FORCED_OPEN to DISABLED",
                        "DISABLED to FORCED_CLOSED",
                        "FORCED_CLOSED to CLOSED");
        assertThat(events).allSatisfy(event -> assertThat(event.name()).isEqualTo(NAME));
    }

    // Change

    @Test
    void keepsWhatItSawWhenOtherSettingsComeUnlessTheWindowChanges() {
        CircuitBreakerPolicy circuit = circuit(settings().window(4));
        calls(circuit, "ff");
        circuit.change(settings().window(4).openFor(Duration.ofSeconds(1)));
        assertThat(circuit.state().failures()).isEqualTo(2);
        circuit.change(settings().window(5));
        assertThat(circuit.state().calls()).isZero();
        calls(circuit, "sffff");
        assertThat(state(circuit)).isEqualTo(CircuitState.OPEN);
        circuit.change(settings().window(5).openFor(Duration.ofSeconds(1)));
        assertThat(circuit.state().retryAfter()).isEqualTo(Duration.ofSeconds(1));
        pass(Duration.ofSeconds(1));
        long lost = circuit.enter();
        circuit.change(settings().window(6).trialCalls(2));
        circuit.failed(lost, FAILURE);
        calls(circuit, "ss");
        assertThat(state(circuit)).isEqualTo(CircuitState.CLOSED);
        circuit.disable();
        circuit.change(settings().window(7));
        assertThat(state(circuit)).isEqualTo(CircuitState.DISABLED);
        assertThat(circuit.settings()).isEqualTo(settings().window(7));
    }

    @Test
    void aWindowFullOfSuccessesStillSeesTheNextFailure() {
        CircuitBreakerPolicy circuit = circuit(settings().window(3));
        for (int i = 0; i < 10; i++) {
            calls(circuit, "sssf");
            assertThat(circuit.state().failures()).isEqualTo(1);
        }
        calls(circuit, "f");
        assertThat(state(circuit)).isEqualTo(CircuitState.OPEN);
    }

    // Identity

    @Test
    void sharesItsStateByName() {
        CircuitBreakerSettings settings = settings().window(1).named("db");
        CircuitBreakerPolicy one = deft.policies().circuitBreaker(NAME, settings);
        CircuitBreakerPolicy two = deft.policies().circuitBreaker(OTHER, settings);
        calls(one, "f");
        assertThat(refusal(two)).hasMessage("Shop.sell: @CircuitBreaker \"db\" is open; try again in 5s");
        assertThatThrownBy(() -> deft.policies().circuitBreaker(OTHER, settings.window(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"db\"")
                .hasMessageContaining("shop.Shop.buy()")
                .hasMessageContaining("shop.Shop.sell()");
    }

    @Test
    void refusesSettingsThatMeanNothing() {
        assertThatThrownBy(() -> CircuitBreakerSettings.failureRate(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CircuitBreakerSettings.failureRate(1.1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CircuitBreakerSettings.failureRate(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> settings().slowRate(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> settings().window(0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(settings().window(1_000_000).attributes()).containsEntry("window", "1000000");
        assertThatThrownBy(() -> settings().window(1_000_001))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 1000000, but is 1000001");
        assertThatThrownBy(() -> settings().minCalls(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> settings().trialCalls(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> settings().openFor(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> settings().windowTime(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> settings().slowCall(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> settings().maxKeys(0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(settings())
                .isEqualTo(settings().minCalls(20))
                .hasSameHashCodeAs(settings().minCalls(20));
        assertThat(settings()).isNotEqualTo(settings().window(21));
        assertThat(settings())
                .hasToString("failureRate = 0.5, window = 20, minCalls = 20, openFor = 5s, trialCalls = 1,"
                        + " on [Exception]");
    }

    private static CircuitBreakerSettings settings() {
        return CircuitBreakerSettings.failureRate(0.5);
    }

    private CircuitBreakerPolicy circuit(CircuitBreakerSettings settings) {
        return deft.policies().circuitBreaker(NAME, settings);
    }

    private CircuitBreakerPolicy opened(CircuitBreakerSettings settings) {
        CircuitBreakerPolicy circuit = circuit(settings);
        while (state(circuit) == CircuitState.CLOSED) {
            calls(circuit, "f");
        }
        return circuit;
    }

    private static CircuitState state(CircuitBreakerPolicy circuit) {
        return circuit.state().state();
    }

    /** Calls that succeed or fail. */
    private static void calls(CircuitBreakerPolicy circuit, String outcomes) {
        for (int i = 0; i < outcomes.length(); i++) {
            char outcome = outcomes.charAt(i);
            long entry = circuit.enter();
            if (outcome == 's') {
                circuit.succeeded(entry);
            } else {
                circuit.failed(entry, FAILURE);
            }
        }
    }

    private static void end(CircuitBreakerPolicy circuit, Throwable failure) {
        circuit.failed(circuit.enter(), failure);
    }

    private void lasting(CircuitBreakerPolicy circuit, Duration duration, Throwable failure) {
        long entry = circuit.enter();
        pass(duration);
        if (failure == null) {
            circuit.succeeded(entry);
        } else {
            circuit.failed(entry, failure);
        }
    }

    private void pass(Duration duration) {
        time.advance(duration);
    }

    private static CircuitOpenException refusal(CircuitBreakerPolicy circuit) {
        return catchThrowableOfType(CircuitOpenException.class, circuit::enter);
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }
}
