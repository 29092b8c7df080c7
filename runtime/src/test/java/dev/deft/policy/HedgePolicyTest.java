package dev.deft.policy;

import static dev.deft.policy.Crew.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deft.DeadlineExceededException;
import dev.deft.Deft;
import dev.deft.Task;
import dev.deft.TaskBody;
import dev.deft.TaskContext;
import dev.deft.TaskInterruptedException;
import dev.deft.TaskName;
import dev.deft.TaskRejectedException;
import dev.deft.time.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HedgePolicyTest {
    private static final TaskName NAME = TaskName.of("shop.Payments", "charge", "Order");
    private static final Duration AFTER = Duration.ofMillis(50);

    private final VirtualTime time = new VirtualTime();
    private final Deft deft = Deft.builder().time(time).build();
    private final Crew crew = new Crew(time);
    private final Allowance allowance = new Allowance(null);
    private final HedgePolicy hedge = hedge(HedgeSettings.after(AFTER).max(2), allowance);
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger started = new AtomicInteger();
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());

    private HedgePolicy hedge(HedgeSettings settings, Allowance budget) {
        return new HedgePolicy(new Subject(deft, NAME), settings, budget);
    }

    @AfterEach
    void nothingIsLeft() {
        crew.close();
        assertThat(deft.drain(Duration.ofHours(1)))
                .as("no attempt is left running")
                .isTrue();
        assertThat(running).hasValue(0);
        assertThat(Thread.interrupted()).isFalse();
        deft.close();
    }

    /** An attempt: what the first, second … do, and the log of how each ended. */
    @SafeVarargs
    private <T> TaskBody<T> attempts(TaskBody<T>... bodies) {
        return () -> {
            int number = started.incrementAndGet();
            running.incrementAndGet();
            try {
                T result = bodies[Math.min(number, bodies.length) - 1].call();
                log.add(number + " " + result);
                return result;
            } catch (Throwable failure) {
                log.add(number + " " + failure.getClass().getSimpleName());
                throw failure;
            } finally {
                running.decrementAndGet();
            }
        };
    }

    private <T> TaskBody<T> after(long millis, T result) {
        return () -> {
            time.sleep(Duration.ofMillis(millis));
            return result;
        };
    }

    private <T> TaskBody<T> failing(long millis, Throwable failure) {
        return () -> {
            time.sleep(Duration.ofMillis(millis));
            throw failure;
        };
    }

    private long elapsedMillis() {
        return time.elapsed().toMillis();
    }

    @Test
    void aFastCallIsNotHedged() {
        assertThat(hedge.call(attempts(after(49, "a")))).isEqualTo("a");
        assertThat(elapsedMillis()).isEqualTo(49);
        assertThat(started).hasValue(1);
    }

    @Test
    void aSlowCallIsAndTheFirstSuccessWins() {
        assertThat(hedge.call(attempts(after(10_000, "a"), after(20, "b")))).isEqualTo("b");
        assertThat(elapsedMillis()).isEqualTo(70);
        assertThat(deft.drain(Duration.ofHours(1))).isTrue();
        assertThat(log).containsExactlyInAnyOrder("2 b", "1 InterruptedException");
        assertThat(elapsedMillis()).as("the loser was not waited out").isEqualTo(70);
    }

    @Test
    void theFirstMayStillWin() {
        assertThat(hedge.call(attempts(after(60, "a"), after(20, "b")))).isEqualTo("a");
        assertThat(elapsedMillis()).isEqualTo(60);
        assertThat(started).hasValue(2);
    }

    @Test
    void startsNoMoreThanItMay() {
        assertThat(hedge.call(attempts(after(500, "a"), after(500, "b"), after(500, "c"))))
                .isEqualTo("a");
        assertThat(elapsedMillis()).isEqualTo(500);
        assertThat(started).hasValue(3);
        assertThat(hedge(HedgeSettings.after(AFTER).max(0), allowance).call(after(500, "alone")))
                .isEqualTo("alone");
    }

    @Test
    void startsAllAtOnceAfterNothing() {
        HedgePolicy atOnce = hedge(HedgeSettings.after(Duration.ZERO).max(4), allowance);
        assertThat(atOnce.call(
                        attempts(after(500, "a"), after(500, "b"), after(500, "c"), after(30, "d"), after(500, "e"))))
                .isEqualTo("d");
        assertThat(elapsedMillis()).isEqualTo(30);
        assertThat(started).hasValue(5);
    }

    @Test
    void nullIsAResult() {
        assertThat(hedge.<Object>call(() -> null)).isNull();
    }

    @Test
    void attemptsHaveNumbersAndChildContexts() {
        List<Integer> numbers = Collections.synchronizedList(new ArrayList<>());
        TaskContext.Key<String> tenant = TaskContext.Key.of("tenant");
        TaskContext.current()
                .with(tenant, "acme")
                .run(() -> hedge.call(() -> {
                    numbers.add(TaskContext.current().attempt());
                    assertThat(TaskContext.current().get(tenant)).isEqualTo("acme");
                    assertThat(Thread.currentThread().isVirtual()).isTrue();
                    time.sleep(Duration.ofMillis(500));
                    return "";
                }));
        assertThat(numbers).containsExactly(1, 2, 3);
    }

    @Test
    void aFailureStartsTheNextAtOnce() {
        assertThat(hedge.call(attempts(failing(10, new IOException("a")), after(5, "b"))))
                .isEqualTo("b");
        assertThat(elapsedMillis()).isEqualTo(15);
        assertThat(started).hasValue(2);
    }

    @Test
    void theTimeCountsFromTheLastStart() {
        assertThat(hedge.call(attempts(failing(40, new IOException("a")), after(1_000, "b"), after(7, "c"))))
                .isEqualTo("c");
        assertThat(elapsedMillis()).isEqualTo(40 + 50 + 7);
    }

    @Test
    void whenAllFailTheLastFailureIsThrownAndCarriesTheOthers() {
        IOException first = new IOException("1");
        IllegalStateException second = new IllegalStateException("2");
        IOException third = new IOException("3");
        assertThatThrownBy(() -> hedge.call(attempts(failing(1, first), failing(1, second), failing(1, third))))
                .isSameAs(third);
        assertThat(third.getSuppressed()).containsExactly(first, second);
        assertThat(elapsedMillis()).isEqualTo(3);
    }

    @Test
    void theLastIsTheOneThatFailedLast() {
        IOException slow = new IOException("slow");
        IOException fast = new IOException("fast");
        HedgePolicy one = hedge(HedgeSettings.after(AFTER), allowance);
        assertThatThrownBy(() -> one.call(attempts(failing(100, slow), failing(10, fast))))
                .isSameAs(slow);
        assertThat(slow.getSuppressed()).containsExactly(fast);
    }

    @Test
    void keepsEightFailures() {
        IOException[] failures = new IOException[12];
        List<TaskBody<Object>> bodies = new ArrayList<>();
        for (int i = 0; i < failures.length; i++) {
            failures[i] = new IOException("" + i);
            bodies.add(failing(1, failures[i]));
        }
        HedgePolicy many = hedge(HedgeSettings.after(AFTER).max(11), allowance);
        @SuppressWarnings("unchecked")
        TaskBody<Object> all = attempts(bodies.toArray(TaskBody[]::new));
        assertThatThrownBy(() -> many.call(all)).isSameAs(failures[11]);
        assertThat(failures[11].getSuppressed())
                .hasSize(8)
                .startsWith(failures[3])
                .endsWith(failures[10]);
    }

    @Test
    void theSameFailureTwiceIsHarmless() {
        IOException same = new IOException();
        assertThatThrownBy(() -> hedge.call(attempts(failing(1, same)))).isSameAs(same);
        assertThat(same.getSuppressed()).isEmpty();
        assertThat(started).hasValue(3);
    }

    @Test
    void anErrorStartsNoMore() {
        StackOverflowError error = new StackOverflowError();
        assertThatThrownBy(() -> hedge.call(attempts(failing(10, error)))).isSameAs(error);
        assertThat(started).hasValue(1);
    }

    @Test
    void aCancellationOfTheBodyStartsNoMore() {
        CancellationException itself = new CancellationException("not ours");
        assertThatThrownBy(() -> hedge.call(attempts(failing(10, new CompletionException(itself)))))
                .hasCause(itself);
        assertThat(started).hasValue(1);
    }

    @Test
    void afterAnErrorThoseThatRunMayStillSucceed() {
        assertThat(hedge.call(attempts(after(100, "a"), failing(10, new StackOverflowError()))))
                .isEqualTo("a");
        assertThat(elapsedMillis()).isEqualTo(100);
        assertThat(started).hasValue(2);
    }

    @Test
    void cancellingTheCallerCancelsAllAttempts() {
        Crew.Member caller = crew.start(() -> {
            TaskContext.Cancellable context = (TaskContext.Cancellable) TaskContext.current();
            time.schedule(
                    Duration.ofMillis(120).toNanos(), () -> context.cancel(new IllegalArgumentException("enough")));
            hedge.call(attempts(after(100_000, "a")));
        });
        assertThat(caller.failure())
                .isInstanceOf(CancellationException.class)
                .hasMessageContaining("Payments.charge")
                .hasCauseInstanceOf(IllegalArgumentException.class);
        assertThat(deft.drain(Duration.ofHours(1))).isTrue();
        assertThat(log).hasSize(started.get()).allMatch(line -> line.endsWith("InterruptedException"));
        assertThat(log).hasSize(3);
        assertThat(elapsedMillis()).isEqualTo(120);
    }

    @Test
    void aCallerThatIsCancelledAlreadyGetsNothing() {
        Crew.Member caller = crew.start(() -> {
            ((TaskContext.Cancellable) TaskContext.current()).cancel();
            hedge.call(attempts(after(1_000, "a")));
        });
        assertThat(caller.failure()).isInstanceOf(CancellationException.class);
        assertThat(started).hasValue(0);
    }

    @Test
    void interruptingTheCallerCancelsAllAttempts() {
        Crew.Member caller = crew.start(() -> {
            time.schedule(Duration.ofMillis(70).toNanos(), interrupter(Thread.currentThread()));
            hedge.call(attempts(after(1_000, "a")));
        });
        assertThat(caller.failure())
                .isInstanceOf(TaskInterruptedException.class)
                .hasMessageContaining("Payments.charge");
        assertThat(caller.wasInterruptedAtEnd()).isTrue();
        assertThat(started).hasValue(2);
        Crew.Member declaring = crew.start(() -> {
            time.schedule(Duration.ofMillis(70).toNanos(), interrupter(Thread.currentThread()));
            hedge.callInterruptibly(attempts(after(1_000, "a")));
        });
        assertThat(declaring.failure()).isInstanceOf(InterruptedException.class);
        assertThat(declaring.wasInterruptedAtEnd()).isFalse();
        assertThat(deft.drain(Duration.ofHours(1))).isTrue();
        assertThat(log).hasSize(4).allMatch(line -> line.endsWith("InterruptedException"));
    }

    private Runnable interrupter(Thread thread) {
        return () -> time.interrupt(thread);
    }

    @Test
    void theDeadlineEndsItWithTheLastFailureAsItsCause() {
        IOException first = new IOException("1");
        Task<String> task = deft.start("outer", () -> {
            try (TaskContext.Cancellable bounded = TaskContext.current().withTimeout(Duration.ofMillis(120))) {
                return bounded.call(() -> hedge.call(attempts(failing(10, first), after(1_000, "b"))));
            }
        });
        assertThatThrownBy(task::join).hasCauseInstanceOf(DeadlineExceededException.class);
        assertThat(task.failure()).hasMessageContaining("Payments.charge").hasCause(first);
        assertThat(elapsedMillis()).isEqualTo(120);
        assertThat(deft.drain(Duration.ofHours(1))).isTrue();
        assertThat(log).contains("1 IOException", "2 InterruptedException", "3 InterruptedException");
        assertThat(elapsedMillis()).isEqualTo(120);
    }

    @Test
    void aClosedRuntimeTurnsItAway() {
        deft.close();
        assertThatThrownBy(() -> hedge.call(attempts(after(1, "a")))).isInstanceOf(TaskRejectedException.class);
        assertThat(started).hasValue(0);
    }

    @Test
    void aRuntimeThatClosesMeanwhileLetsItsAttemptsEnd() {
        Crew.Member caller = crew.start(() -> {
            try {
                hedge.call(attempts(after(60, "a")));
            } finally {
                log.add("returned");
            }
        });
        until(() -> started.get() > 0);
        deft.close();
        assertThat(caller.failure()).isNull();
        assertThat(log).contains("returned");
    }

    @Test
    void attemptsThatTheClosingRuntimeCancelsEndTheCall() {
        Deft impatient = Deft.builder().time(time).closeTimeout(Duration.ZERO).build();
        HedgePolicy doomed = new HedgePolicy(new Subject(impatient, NAME), HedgeSettings.after(AFTER), allowance);
        Crew.Member caller = crew.start(() -> doomed.call(attempts(after(100_000, "a"))));
        until(() -> started.get() > 0);
        impatient.close();
        assertThat(caller.failure()).isInstanceOf(CancellationException.class);
    }

    @Test
    void hedgesDrawOnTheBudget() {
        Allowance bounded = new Allowance(null);
        bounded.retried(0.2, time);
        HedgePolicy poor = hedge(HedgeSettings.after(AFTER).max(2), bounded);
        assertThat(poor.call(attempts(after(500, "a")))).isEqualTo("a");
        assertThat(started).hasValue(3);
        assertThat(bounded.own().balance()).isEqualTo(98);
        while (bounded.tryWithdraw()) {}
        started.set(0);
        assertThat(poor.call(attempts(after(500, "a")))).isEqualTo("a");
        assertThat(started).hasValue(1);
        assertThatThrownBy(() -> poor.call(failing(1, new IOException()))).isInstanceOf(IOException.class);
        assertThat(started).hasValue(1);
    }

    @Test
    void callsPayInOnceEachWhereThereIsNoRetry() {
        RetryBudget shared = new RetryBudget(time, 0.5);
        while (shared.tryWithdraw()) {}
        HedgePolicy paying = hedge(HedgeSettings.after(AFTER), new Allowance(shared));
        paying.call(() -> "");
        paying.call(() -> "");
        assertThat(shared.balance()).isOne();
        Allowance retried = new Allowance(shared);
        retried.retried(0, time);
        HedgePolicy beside = hedge(HedgeSettings.after(AFTER), retried);
        beside.call(() -> "");
        beside.call(() -> "");
        assertThat(shared.balance()).isOne();
    }

    @Test
    void aPercentileIsLearntBeforeItHedges() {
        HedgePolicy p95 = hedge(HedgeSettings.afterPercentile(0.95), allowance);
        for (int i = 1; i <= 20; i++) {
            assertThat(p95.after()).isNull();
            p95.call(attempts(after(i == 20 ? 1_000 : i, "")));
        }
        assertThat(started).hasValue(20);
        assertThat(p95.after()).isEqualTo(Duration.ofMillis(19).plusNanos(1));
        started.set(0);
        long before = elapsedMillis();
        assertThat(p95.call(attempts(after(19, "a"), after(1, "b")))).isEqualTo("a");
        assertThat(started).hasValue(1);
        assertThat(p95.call(attempts(after(19, "a")))).isEqualTo("a");
        started.set(0);
        assertThat(p95.call(attempts(after(5_000, "a"), after(1, "b")))).isEqualTo("b");
        assertThat(elapsedMillis() - before).isEqualTo(19 + 19 + 20);
    }

    @Test
    void hedgingDoesNotMakeThePercentileCreepDown() {
        HedgePolicy p90 = hedge(HedgeSettings.afterPercentile(0.9), allowance);
        java.util.SplittableRandom random = new java.util.SplittableRandom(7);
        int calls = 3_000;
        for (int call = 0; call < calls; call++) {
            long slow = random.nextInt(10) == 0 ? 5_000 : 10 + random.nextInt(10);
            int before = started.get();
            p90.call(() -> {
                boolean first = started.incrementAndGet() == before + 1;
                time.sleep(Duration.ofMillis(first ? slow : 12));
                return "";
            });
        }
        assertThat(p90.after()).isGreaterThanOrEqualTo(Duration.ofMillis(17));
        assertThat(started.get()).isBetween(calls, calls + calls / 5);
    }

    @Test
    void callsWhoseFirstAttemptFailedDoNotCount() {
        HedgePolicy p50 = hedge(HedgeSettings.afterPercentile(0.5), allowance);
        for (int i = 0; i < 50; i++) {
            started.set(0);
            p50.call(attempts(failing(1, new IOException()), after(1, "")));
        }
        assertThat(p50.after()).isNull();
    }

    @Test
    void settingsChangeWhileItLives() {
        assertThat(hedge.settings()).isEqualTo(HedgeSettings.after(AFTER).max(2));
        assertThat(hedge.after()).isEqualTo(AFTER);
        hedge.change(HedgeSettings.after(Duration.ofMillis(5)));
        assertThat(hedge.call(attempts(after(500, "a"), after(1, "b")))).isEqualTo("b");
        assertThat(elapsedMillis()).isEqualTo(6);
        HedgePolicy p50 = hedge(HedgeSettings.afterPercentile(0.5), allowance);
        for (int i = 0; i < 16; i++) {
            p50.call(after(3, ""));
        }
        assertThat(p50.after()).isNotNull();
        p50.change(HedgeSettings.afterPercentile(0.5).max(3));
        assertThat(p50.after()).isNotNull();
        p50.change(HedgeSettings.afterPercentile(0.6));
        assertThat(p50.after()).isNull();
    }

    @Test
    void settingsAreChecked() {
        assertThatIllegalArgumentException().isThrownBy(() -> HedgeSettings.after(Duration.ofNanos(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HedgeSettings.after(AFTER).max(-1));
        for (double percentile : new double[] {0, 1, -1, Double.NaN}) {
            assertThatIllegalArgumentException().isThrownBy(() -> HedgeSettings.afterPercentile(percentile));
        }
        assertThat(HedgeSettings.after(AFTER)).hasToString("after = 50ms, max = 1");
        assertThat(HedgeSettings.afterPercentile(0.95)).hasToString("after = p95, max = 1");
        assertThat(HedgeSettings.after(AFTER)).isNotEqualTo(HedgeSettings.afterPercentile(0.5));
        assertThat(HedgeSettings.after(AFTER))
                .hasSameHashCodeAs(HedgeSettings.after(AFTER).max(1));
    }

    @Test
    void policiesAreSharedByTaskAndSettings() {
        HedgeSettings settings = HedgeSettings.after(AFTER);
        assertThat(deft.policies().hedge(NAME, settings))
                .isSameAs(deft.policies().hedge(NAME, settings));
        assertThat(deft.policies().hedge(NAME, settings))
                .hasToString("@Hedge(after = 50ms, max = 1) of Payments.charge");
    }
}
