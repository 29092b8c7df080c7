package dev.deft.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deft.CircuitOpenException;
import dev.deft.Deft;
import dev.deft.TaskName;
import dev.deft.time.VirtualTime;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class KeyedCircuitBreakerTest {
    private static final TaskName NAME = TaskName.of("shop.Shop", "buy");

    @SuppressWarnings("StaticAssignmentOfThrowable") // its stack says nothing here
    private static final Exception FAILURE = new Exception("failed");

    private final VirtualTime time = VirtualTime.manual();
    private final Deft deft = Deft.builder().time(time).build();

    @Test
    void eachKeyHasACircuitOfItsOwn() {
        KeyedCircuitBreaker circuits = circuits(settings().window(2));
        calls(circuits, "a", "ff");
        assertThatThrownBy(() -> circuits.of("a").enter())
                .isInstanceOf(CircuitOpenException.class)
                .hasMessage("Shop.buy: @CircuitBreaker is open; try again in 5s");
        calls(circuits, "b", "s");
        calls(circuits, null, "s");
        assertThat(circuits.keys()).isEqualTo(3);
        assertThat(circuits.state("a").state()).isEqualTo(CircuitState.OPEN);
        assertThat(circuits.state("b").calls()).isEqualTo(1);
        assertThat(circuits.state(null).calls()).isEqualTo(1);
        assertThat(circuits.state("c")).isNull();
        time.advance(Duration.ofSeconds(5));
        calls(circuits, "a", "s");
        assertThat(circuits.state("a").state()).isEqualTo(CircuitState.CLOSED);
    }

    @Test
    void countsSuccessesToo() {
        KeyedCircuitBreaker circuits = circuits(settings().window(4));
        calls(circuits, "a", "ssff");
        assertThat(circuits.state("a").state()).isEqualTo(CircuitState.OPEN);
    }

    @Test
    void aCircuitIsForgottenWhenNobodyHasUsedItForLong() {
        KeyedCircuitBreaker circuits = circuits(settings().window(4));
        calls(circuits, "a", "f");
        time.advance(Duration.ofSeconds(49));
        calls(circuits, "a", "f");
        time.advance(Duration.ofSeconds(49));
        assertThat(circuits.keys()).isEqualTo(1);
        time.advance(Duration.ofSeconds(1));
        assertThat(circuits.keys()).isZero();
        calls(circuits, "a", "ffff");
        time.advance(Duration.ofSeconds(54)); // 5 open, 50 idle
        assertThat(circuits.keys()).isEqualTo(1);
        time.advance(Duration.ofSeconds(1));
        assertThat(circuits.keys()).isZero();
    }

    @Test
    void aCircuitIsKeptWhileSomebodyIsInside() {
        KeyedCircuitBreaker circuits = circuits(settings().window(1));
        CircuitBreakerPolicy circuit = circuits.of("a");
        long entry = circuit.enter();
        time.advance(Duration.ofDays(1));
        assertThat(circuits.keys()).isEqualTo(1);
        circuit.failed(entry, FAILURE);
        assertThatThrownBy(() -> circuits.of("a").enter()).isInstanceOf(CircuitOpenException.class);
        time.advance(Duration.ofDays(1));
        assertThat(circuits.keys()).isZero();
    }

    @Test
    void atTheBoundACleanCircuitMakesRoomElseTheCallPassesUnwatched() {
        KeyedCircuitBreaker circuits = circuits(settings().window(2).maxKeys(2));
        calls(circuits, "clean", "s");
        calls(circuits, "a", "ff");
        calls(circuits, "b", "ff"); // in the place of the clean one
        assertThat(circuits.state("clean")).isNull();
        calls(circuits, "c", "fffff");
        assertThat(circuits.state("c")).isNull();
        assertThat(circuits.of("c").state().state()).isEqualTo(CircuitState.DISABLED);
        CircuitBreakerPolicy cancelled = circuits.of("c");
        cancelled.failed(cancelled.enter(), new CancellationException());
        assertThat(circuits.keys()).isEqualTo(2);
        assertThatThrownBy(() -> circuits.forceOpen("c"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("maxKeys is 2");
    }

    @Test
    void isForcedByHand() {
        KeyedCircuitBreaker circuits = circuits(settings().window(1));
        circuits.forceOpen("a");
        time.advance(Duration.ofDays(1));
        assertThat(circuits.keys()).isEqualTo(1);
        assertThatThrownBy(() -> circuits.of("a").enter()).isInstanceOf(CircuitOpenException.class);
        circuits.forceClosed("a");
        calls(circuits, "a", "ff");
        circuits.disable("a");
        calls(circuits, "a", "f");
        circuits.reset("a");
        calls(circuits, "a", "f");
        assertThat(circuits.state("a").state()).isEqualTo(CircuitState.OPEN);
    }

    @Test
    void changesForAllKeys() {
        KeyedCircuitBreaker circuits = circuits(settings().window(3));
        calls(circuits, "a", "ff");
        circuits.change(settings().window(3).openFor(Duration.ofSeconds(1)));
        calls(circuits, "a", "f");
        assertThat(circuits.state("a").retryAfter()).isEqualTo(Duration.ofSeconds(1));
        assertThat(circuits.settings()).isEqualTo(settings().window(3).openFor(Duration.ofSeconds(1)));
    }

    @Test
    void sharesItsKeysByNameAndSpeaksForEachTask() {
        CircuitBreakerSettings settings = settings().window(1).named("hosts");
        KeyedCircuitBreaker one = deft.policies().keyedCircuitBreaker(NAME, settings);
        KeyedCircuitBreaker two = deft.policies().keyedCircuitBreaker(TaskName.of("shop.Shop", "sell"), settings);
        calls(one, "a", "f");
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> two.of("a").enter()).hasMessageStartingWith("Shop.sell: ");
            assertThatThrownBy(() -> one.of("a").enter()).hasMessageStartingWith("Shop.buy: ");
        }
        time.advance(Duration.ofDays(1));
        assertThat(one.keys()).isZero();
    }

    @Test
    void aMillionKeysLeaveNone() {
        KeyedCircuitBreaker circuits = circuits(settings().window(2));
        for (int i = 0; i < 1_000_000; i++) {
            calls(circuits, i, i % 3 == 0 ? "s" : i % 3 == 1 ? "f" : "ff");
        }
        assertThat(circuits.keys()).isBetween(1, 10_000);
        time.advance(Duration.ofSeconds(55));
        assertThat(circuits.keys()).isZero();
    }

    private KeyedCircuitBreaker circuits(CircuitBreakerSettings settings) {
        return deft.policies().keyedCircuitBreaker(NAME, settings);
    }

    private static CircuitBreakerSettings settings() {
        return CircuitBreakerSettings.failureRate(0.5);
    }

    private static void calls(KeyedCircuitBreaker circuits, Object key, String outcomes) {
        for (int i = 0; i < outcomes.length(); i++) {
            char outcome = outcomes.charAt(i);
            CircuitBreakerPolicy circuit = circuits.of(key);
            long entry = circuit.enter();
            if (outcome == 's') {
                circuit.succeeded(entry);
            } else {
                circuit.failed(entry, FAILURE);
            }
        }
    }
}
