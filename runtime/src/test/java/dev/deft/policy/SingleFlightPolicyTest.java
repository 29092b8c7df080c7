package dev.deft.policy;

import static dev.deft.policy.Crew.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deft.DeadlineExceededException;
import dev.deft.Deft;
import dev.deft.Task;
import dev.deft.TaskBody;
import dev.deft.TaskContext;
import dev.deft.TaskInterruptedException;
import dev.deft.TaskName;
import dev.deft.policy.SingleFlightPolicy.State;
import dev.deft.time.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SingleFlightPolicyTest {
    private static final TaskName NAME = TaskName.of("shop.Prices", "quote", "String");

    private final VirtualTime time = new VirtualTime();
    private final Deft deft = Deft.builder().time(time).build();
    private final Crew crew = new Crew(time);
    private final SingleFlightPolicy flight = deft.policies().singleFlight(NAME);
    private final AtomicInteger runs = new AtomicInteger();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final List<Object> results = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void nothingIsLeft() {
        gate.countDown();
        crew.close();
        assertThat(flight.state()).isEqualTo(new State(0, 0));
        assertThat(Thread.interrupted()).isFalse();
        deft.close();
    }

    private <T> TaskBody<T> gated(T result) {
        return () -> {
            runs.incrementAndGet();
            gate.await();
            return result;
        };
    }

    private Crew.Member call(Object key, TaskBody<?> body) {
        return crew.start(() -> results.add(flight.call(key, body)));
    }

    private void untilUnder(int executions, int waiting) {
        until(() -> flight.state().equals(new State(executions, waiting)));
    }

    @Test
    void concurrentCallsShareOneExecutionAndItsResult() {
        Object result = new Object();
        for (int i = 0; i < 10; i++) {
            call("k", gated(result));
        }
        untilUnder(1, 9);
        gate.countDown();
        crew.close();
        assertThat(results).hasSize(10).allSatisfy(each -> assertThat(each).isSameAs(result));
        assertThat(runs).hasValue(1);
    }

    @Test
    void otherKeysRunByThemselves() {
        call("a", gated("a"));
        call("b", gated("b"));
        call(null, gated("null"));
        call(CallKey.of("a", 1), gated("(a)"));
        untilUnder(4, 0);
        call(null, gated("never"));
        call(CallKey.of("a", 1), gated("never"));
        untilUnder(4, 2);
        gate.countDown();
        crew.close();
        assertThat(results).containsExactlyInAnyOrder("a", "b", "null", "null", "(a)", "(a)");
    }

    @Test
    void nothingIsKept() {
        for (int i = 0; i < 3; i++) {
            int n = i;
            assertThat(flight.<Integer>call("k", () -> n)).isEqualTo(n);
        }
        assertThatThrownBy(() -> flight.call("k", () -> {
                    throw new IOException();
                }))
                .isInstanceOf(IOException.class);
        assertThat(flight.<String>call("k", () -> "again")).isEqualTo("again");
    }

    @Test
    void nullIsAResult() {
        call("k", gated(null));
        untilUnder(1, 0);
        call("k", gated("never"));
        untilUnder(1, 1);
        gate.countDown();
        crew.close();
        assertThat(results).containsExactly(null, null);
    }

    @Test
    void theSameFailureReachesAll() {
        for (Throwable failure : List.of(new IOException(), new IllegalStateException(), new StackOverflowError())) {
            CountDownLatch until = new CountDownLatch(1);
            List<Crew.Member> callers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                callers.add(call("k", () -> {
                    until.await();
                    throw failure;
                }));
            }
            untilUnder(1, 3);
            until.countDown();
            assertThat(callers)
                    .allSatisfy(caller -> assertThat(caller.failure()).isSameAs(failure));
        }
    }

    @Test
    void aCallThatWaitsIsCancelledAlone() {
        Crew.Member leader = call("k", gated("result"));
        untilUnder(1, 0);
        Crew.Member impatient = call("k", gated("never"));
        Crew.Member patient = call("k", gated("never"));
        untilUnder(1, 2);
        impatient.context.cancel();
        assertThat(impatient.failure())
                .isInstanceOf(CancellationException.class)
                .hasMessageContaining("Prices.quote");
        untilUnder(1, 1);
        gate.countDown();
        assertThat(leader.failure()).isNull();
        assertThat(patient.failure()).isNull();
        assertThat(results).containsExactly("result", "result");
    }

    @Test
    void aCallThatWaitsIsInterruptedAlone() {
        Crew.Member leader = call("k", gated("result"));
        untilUnder(1, 0);
        Crew.Member waiting = call("k", gated("never"));
        Crew.Member declaring = crew.start(() -> flight.callInterruptibly("k", gated("never")));
        untilUnder(1, 2);
        waiting.interrupt();
        declaring.interrupt();
        assertThat(waiting.failure())
                .isInstanceOf(TaskInterruptedException.class)
                .hasMessageContaining("Prices.quote");
        assertThat(waiting.wasInterruptedAtEnd()).isTrue();
        assertThat(declaring.failure()).isInstanceOf(InterruptedException.class).hasMessageContaining("Prices.quote");
        assertThat(declaring.wasInterruptedAtEnd()).isFalse();
        gate.countDown();
        assertThat(leader.failure()).isNull();
    }

    @Test
    void aDeadlineEndsTheWaitAlone() {
        Task<String> leader = deft.start(
                "leader",
                () -> flight.call("k", () -> {
                    time.sleep(Duration.ofSeconds(10));
                    return "result";
                }));
        untilUnder(1, 0);
        Task<String> bounded = deft.start("bounded", () -> {
            try (TaskContext.Cancellable context = TaskContext.current().withTimeout(Duration.ofSeconds(1))) {
                return context.call(() -> flight.call("k", () -> "never"));
            }
        });
        assertThatThrownBy(bounded::join).hasCauseInstanceOf(DeadlineExceededException.class);
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1));
        assertThat(leader.join()).isEqualTo("result");
    }

    @Test
    void whenTheLeaderIsCancelledAnotherLeads() throws InterruptedException {
        List<Crew.Member> callers = new ArrayList<>();
        AtomicReference<Thread> leading = new AtomicReference<>();
        CountDownLatch begun = new CountDownLatch(1);
        for (int i = 0; i < 5; i++) {
            callers.add(call("k", () -> {
                if (runs.incrementAndGet() == 1) {
                    leading.set(Thread.currentThread());
                    begun.countDown();
                    time.sleep(Duration.ofHours(1));
                }
                gate.await();
                return "second";
            }));
        }
        untilUnder(1, 4);
        begun.await();
        Crew.Member leader = callers.stream()
                .filter(caller -> caller.thread == leading.get())
                .findFirst()
                .orElseThrow();
        leader.interrupt();
        assertThat(leader.failure()).isInstanceOf(InterruptedException.class);
        untilUnder(1, 3);
        gate.countDown();
        crew.close();
        assertThat(results).hasSize(4).containsOnly("second");
        assertThat(runs).hasValue(2);
    }

    @Test
    void whateverTheBodyMakesOfALeadersCancellationIsNotShared() {
        // As a channel that is closed by an interrupt: an ordinary exception.
        AtomicReference<TaskContext.Cancellable> leading = new AtomicReference<>();
        Crew.Member leader = call("k", () -> {
            leading.set((TaskContext.Cancellable) TaskContext.current());
            gate.await();
            throw new IOException("closed");
        });
        untilUnder(1, 0);
        until(() -> leading.get() != null);
        Crew.Member next = call("k", () -> "own");
        untilUnder(1, 1);
        leading.get().cancel();
        gate.countDown();
        assertThat(leader.failure()).isInstanceOf(IOException.class);
        assertThat(next.failure()).isNull();
        assertThat(results).containsExactly("own");
    }

    @Test
    void aLeadersDeadlineIsNotTheOthers() {
        Task<String> leader = deft.start("leader", () -> {
            try (TaskContext.Cancellable context = TaskContext.current().withTimeout(Duration.ofSeconds(1))) {
                return context.call(() -> flight.call("k", () -> {
                    runs.incrementAndGet();
                    while (!TaskContext.current().isCancelled()) {
                        time.sleep(Duration.ofMillis(100));
                    }
                    TaskContext.current().checkCancelled();
                    return "never";
                }));
            }
        });
        until(() -> runs.get() == 1 || leader.isDone());
        Task<String> other = deft.start("other", () -> flight.call("k", () -> "own"));
        assertThat(other.join()).isEqualTo("own");
        assertThatThrownBy(leader::join).hasCauseInstanceOf(DeadlineExceededException.class);
    }

    @Test
    void aSuccessCountsEvenIfTheLeaderWasCancelled() {
        Crew.Member leader = call("k", () -> {
            ((TaskContext.Cancellable) TaskContext.current()).cancel();
            gate.await();
            return "result";
        });
        untilUnder(1, 0);
        Crew.Member other = call("k", gated("never"));
        untilUnder(1, 1);
        gate.countDown();
        assertThat(leader.failure()).isNull();
        assertThat(other.failure()).isNull();
        assertThat(results).containsExactly("result", "result");
    }

    @Test
    void aBodyThatCallsItselfRunsByItself() {
        assertThat(flight.<String>call("k", () -> "outer " + flight.<String>call("k", () -> "inner")))
                .isEqualTo("outer inner");
        assertThatThrownBy(() -> flight.call(
                        "k",
                        () -> flight.call("k", () -> {
                            throw new IOException("inner");
                        })))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aForgottenKeyRunsAnew() {
        Crew.Member leading = call("k", gated("old"));
        untilUnder(1, 0);
        Crew.Member waiting = call("k", gated("never"));
        untilUnder(1, 1);
        flight.forget("k");
        CountDownLatch second = new CountDownLatch(1);
        Crew.Member anew = crew.start(() -> results.add(flight.call("k", () -> {
            second.await();
            return "new";
        })));
        untilUnder(1, 0);
        gate.countDown();
        assertThat(leading.failure()).isNull();
        assertThat(waiting.failure()).isNull();
        assertThat(results).containsExactly("old", "old");
        Crew.Member joining = call("k", gated("never")); // the old one has not taken the new one's place away
        untilUnder(1, 1);
        second.countDown();
        assertThat(anew.failure()).isNull();
        assertThat(joining.failure()).isNull();
        assertThat(results).containsExactly("old", "old", "new", "new");
        flight.forget(null);
    }

    @Test
    void aKeyThatChangesUnderWayIsRemovedAllTheSame() {
        List<String> key = new ArrayList<>(List.of("a"));
        assertThat(flight.<String>call(key, () -> {
                    key.add("b");
                    return "done";
                }))
                .isEqualTo("done");
        assertThat(flight.state()).isEqualTo(new State(0, 0));
    }

    @Test
    void aKeyThatBreaksUnderWayLeavesNobodyWaiting() {
        Broken key = new Broken();
        Crew.Member leader = call(key, () -> {
            gate.await();
            return "result";
        });
        untilUnder(1, 0);
        Crew.Member other = call(key, gated("never"));
        untilUnder(1, 1);
        key.broken = true;
        gate.countDown();
        assertThat(leader.failure()).isNull();
        assertThat(other.failure()).isNull();
        assertThat(results).containsExactly("result", "result");
    }

    private static final class Broken {
        volatile boolean broken;

        @Override
        public int hashCode() {
            if (broken) {
                throw new IllegalStateException("broken");
            }
            return 1;
        }

        @Override
        @SuppressWarnings("EqualsUnsafeCast")
        public boolean equals(Object other) {
            return this == other;
        }
    }

    @Test
    void aMillionKeysLeaveNone() {
        for (int i = 0; i < 1_000_000; i++) {
            flight.call(i, () -> "");
        }
        assertThat(flight.state()).isEqualTo(new State(0, 0));
    }

    @Test
    void isOneATask() {
        assertThat(deft.policies().singleFlight(NAME)).isSameAs(flight);
        assertThat(flight).hasToString("@SingleFlight of Prices.quote");
    }

    @Test
    void anOverflowOfTheStackLeavesNoFlightBehind() throws InterruptedException {
        Thread deep = new Thread(
                null,
                () -> assertThatThrownBy(() -> recurse(0)).isInstanceOf(StackOverflowError.class),
                "deep",
                256 * 1024);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        deep.setUncaughtExceptionHandler((thread, failure) -> thrown.set(failure));
        deep.start();
        deep.join();
        assertThat(thrown.get()).isNull();

        assertThat(flight.call(0, () -> "again")).isEqualTo("again");
        assertThat(flight.state()).isEqualTo(new State(0, 0));
    }

    private Object recurse(int depth) {
        return flight.call(depth, () -> recurse(depth + 1));
    }
}
