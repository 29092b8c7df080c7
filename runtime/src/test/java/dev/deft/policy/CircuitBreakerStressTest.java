package dev.deft.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deft.CircuitOpenException;
import dev.deft.Deft;
import dev.deft.TaskContext;
import dev.deft.TaskEvent;
import dev.deft.TaskName;
import dev.deft.TaskTimeoutException;
import dev.deft.time.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Timeout;

/** Windows and trials under calls that end in every way; then the books. */
@Timeout(120)
class CircuitBreakerStressTest {
    private static final TaskName NAME = TaskName.named("stress");
    private static final int TRIALS = 3;

    private final VirtualTime time = VirtualTime.manual();
    private final ConcurrentLinkedQueue<TaskEvent.CircuitChanged> changes = new ConcurrentLinkedQueue<>();
    private final Deft deft = Deft.builder()
            .time(time)
            .listener(event -> {
                if (event instanceof TaskEvent.CircuitChanged change) {
                    changes.add(change);
                }
            })
            .build();
    private final AtomicReference<Throwable> unexpected = new AtomicReference<>();
    private final CircuitBreakerSettings settings = CircuitBreakerSettings.failureRate(0.5)
            .window(10)
            .minCalls(4)
            .trialCalls(TRIALS)
            .openFor(Duration.ofNanos(50));

    @RepeatedTest(20)
    void noTrialGetsLost(RepetitionInfo repetition) throws InterruptedException {
        CircuitBreakerPolicy circuit = deft.policies().circuitBreaker(NAME, settings);
        run(repetition, random -> call(circuit, random));
        assertThat(unexpected.get()).isNull();
        assertThat(changes).isNotEmpty();

        // Whatever state it was left in: the calls that it lets through now close it, and no more than that are let
        // through.
        CircuitBreakerState left = circuit.state();
        if (left.state() == CircuitState.OPEN) {
            if (left.retryAfter().isPositive()) {
                assertThatThrownBy(circuit::enter).isInstanceOf(CircuitOpenException.class);
            }
            time.advance(left.retryAfter());
        }
        if (left.state() != CircuitState.CLOSED) {
            List<Long> trials = new ArrayList<>();
            for (int i = left.state() == CircuitState.OPEN ? 0 : left.calls(); i < TRIALS; i++) {
                trials.add(circuit.enter());
            }
            assertThatThrownBy(circuit::enter).isInstanceOf(CircuitOpenException.class);
            trials.forEach(circuit::succeeded);
        }
        assertThat(circuit.state().state()).isEqualTo(CircuitState.CLOSED);
        assertThat(circuit.state().failures())
                .isLessThanOrEqualTo(circuit.state().calls());
        assertThat(circuit.state().calls()).isBetween(0, 10);
    }

    /** Each half open phase lets so many through at once, and a change of state is told once. */
    @RepeatedTest(20)
    void trialsAreBounded(RepetitionInfo repetition) throws InterruptedException {
        Circuit circuit = new Circuit(time, settings.openFor(Duration.ofNanos(20)));
        Subject subject = new Subject(deft, NAME);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        circuit.force(subject, CircuitState.FORCED_OPEN);
        circuit.phase = new CircuitPhase.HalfOpen(settings.openFor(Duration.ofDays(1)), circuit.phase.number + 1, 0);
        run(repetition, random -> {
            try {
                long entry = circuit.enter(subject);
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                Thread.onSpinWait();
                inside.decrementAndGet();
                circuit.abandoned(entry);
            } catch (CircuitOpenException refused) {
                return;
            }
        });
        assertThat(inside).hasValue(0);
        assertThat(most.get()).isBetween(1, TRIALS);
        for (int i = 0; i < TRIALS; i++) {
            circuit.ended(subject, circuit.enter(subject), false);
        }
        assertThat(circuit.phase.state).isEqualTo(CircuitState.CLOSED);
    }

    @RepeatedTest(10)
    void noKeyIsLeft(RepetitionInfo repetition) throws InterruptedException {
        KeyedCircuitBreaker circuits = deft.policies().keyedCircuitBreaker(NAME, settings.maxKeys(3));
        run(repetition, random -> call(circuits.of(random.nextInt(5)), random));
        assertThat(unexpected.get()).isNull();
        assertThat(circuits.keys()).isLessThanOrEqualTo(3);
        time.advance(Duration.ofSeconds(1));
        assertThat(circuits.keys()).isZero();
    }

    private void call(CircuitBreakerPolicy circuit, Random random) {
        long entry;
        try {
            entry = circuit.enter();
        } catch (CircuitOpenException refused) {
            return;
        }
        switch (random.nextInt(8)) {
            case 0 -> circuit.failed(entry, new Exception("failed"));
            case 1 -> circuit.failed(entry, new TaskTimeoutException("timed out"));
            case 2 -> circuit.failed(entry, new StackOverflowError());
            case 3 -> circuit.failed(entry, new CancellationException());
            case 4 -> circuit.failed(entry, new InterruptedException());
            case 5 -> {
                TaskContext.Cancellable context = TaskContext.current().withCancel();
                context.cancel();
                context.run(() -> circuit.failed(entry, new IllegalStateException("stopped")));
            }
            default -> circuit.succeeded(entry);
        }
    }

    private void run(RepetitionInfo repetition, Consumer<Random> call) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Random random = new Random(repetition.getCurrentRepetition() * 10L + i);
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    for (int round = 0; round < 5_000; round++) {
                        call.accept(random);
                    }
                } catch (Throwable thrown) {
                    unexpected.compareAndSet(null, thrown);
                }
            }));
        }
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                time.advance(Duration.ofNanos(1));
                thread.join(Duration.ofNanos(1_000));
            }
        }
    }
}
