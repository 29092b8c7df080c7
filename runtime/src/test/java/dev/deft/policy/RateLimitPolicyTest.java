package dev.deft.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.deft.Deft;
import dev.deft.RateLimitExceededException;
import dev.deft.RetryAfter;
import dev.deft.Task;
import dev.deft.TaskContext;
import dev.deft.TaskEvent;
import dev.deft.TaskInterruptedException;
import dev.deft.TaskName;
import dev.deft.TaskRejectedException;
import dev.deft.time.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RateLimitPolicyTest {
    private static final TaskName NAME = TaskName.of("shop.Shop", "buy");
    private static final TaskName OTHER = TaskName.of("shop.Shop", "sell");

    private final VirtualTime time = new VirtualTime();
    private final List<TaskEvent> events = new CopyOnWriteArrayList<>();
    private final Deft deft = Deft.builder().time(time).listener(events::add).build();

    @AfterEach
    void leavesNoInterruptBehind() {
        assertThat(Thread.interrupted()).isFalse();
        deft.close();
    }

    @Test
    void letsTheBurstThroughAndThenOneAtATime() {
        RateLimitPolicy rate = rate(RateLimitSettings.permits(10).burst(3));
        List<Duration> passed = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            rate.acquire();
            passed.add(time.elapsed());
        }
        assertThat(passed).containsExactly(millis(0), millis(0), millis(0), millis(100), millis(200), millis(300));
    }

    @Test
    void theBurstIsAsLargeAsTheRateIfNothingIsSaid() {
        RateLimitPolicy rate = rate(RateLimitSettings.permits(2).per(Duration.ofMinutes(1)));
        rate.acquire();
        rate.acquire();
        assertThat(time.elapsed()).isZero();
        rate.acquire();
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void refusesAtOnceWhoWouldWaitLongerThanItMay() {
        RateLimitPolicy rate = rate(RateLimitSettings.permits(10).burst(1).maxWait(millis(250)));
        rate.acquire();
        List<Task<Duration>> waiting = List.of(start(rate), start(rate));
        await(() -> rate.state().available() == -2);
        RateLimitExceededException refusal = refusal(rate);
        assertThat(refusal).isInstanceOf(TaskRejectedException.class).isInstanceOf(RetryAfter.class);
        assertThat(refusal.retryAfter()).isEqualTo(millis(300));
        assertThat(refusal)
                .hasMessage("Shop.buy: @RateLimit(10) would let it pass in 300ms, but it may wait 250ms at most");
        assertThat(waiting.stream().map(Task::join)).containsExactlyInAnyOrder(millis(100), millis(200));
        assertThat(events.stream().filter(TaskEvent.Limited.class::isInstance)).hasSize(2);
        assertThat(events).contains(lastRejection());
        assertThat(lastRejection().reason()).isSameAs(refusal);
        rate.acquire(); // the refused one took nothing
        assertThat(time.elapsed()).isEqualTo(millis(300));
    }

    @Test
    void doesNotWaitAtAllWithAMaxWaitOfNothing() {
        RateLimitPolicy rate = rate(RateLimitSettings.permits(1).maxWait(Duration.ZERO));
        rate.acquire();
        assertThat(refusal(rate).retryAfter()).isEqualTo(Duration.ofSeconds(1));
        assertThat(time.elapsed()).isZero();
    }

    @Test
    void aWaitUntilTheDeadlineIsRefusedAtOnceAndTakesNothing() {
        RateLimitPolicy rate = rate(RateLimitSettings.permits(10).burst(1));
        rate.acquire();
        DeadlineScope scope = deft.policies().deadline(NAME, millis(100)).open();
        RateLimitExceededException refusal = refusal(rate);
        scope.close(refusal);
        assertThat(refusal.retryAfter()).isEqualTo(millis(100));
        assertThat(refusal).hasMessageEndingWith("but its deadline is sooner");
        assertThat(time.elapsed()).isZero();

        DeadlineScope later = deft.policies().deadline(NAME, millis(101)).open();
        rate.acquire();
        later.close();
        assertThat(time.elapsed()).isEqualTo(millis(100));
    }

    @Test
    void aCancelledWaitGivesItsTokenBack() {
        RateLimitPolicy rate = rate(RateLimitSettings.permits(10).burst(1));
        rate.acquire();
        Task<Duration> first = start(rate);
        await(() -> rate.state().available() == -1);
        first.cancel(true);
        assertThatThrownBy(first::join).isInstanceOf(CancellationException.class);
        first.terminated().join();
        assertThat(rate.state().available()).isZero();
        rate.acquire();
        assertThat(time.elapsed()).isEqualTo(millis(100));
    }

    @Test
    void whoWaitsBehindAWaitThatIsCancelledKeepsItsTime() {
        RateLimitPolicy rate = rate(RateLimitSettings.permits(10).burst(1));
        rate.acquire();
        Task<Duration> first = start(rate);
        await(() -> rate.state().available() == -1);
        Task<Duration> second = start(rate);
        await(() -> rate.state().available() == -2);
        first.cancel(true);
        assertThat(second.join()).isEqualTo(millis(200));
    }

    @Test
    void anInterruptEndsTheWaitAndIsKept() {
        RateLimitPolicy rate = rate(RateLimitSettings.permits(10).burst(1));
        rate.acquire();
        Thread self = Thread.currentThread();
        time.schedule(millis(30).toNanos(), () -> time.interrupt(self));
        assertThatThrownBy(rate::acquire)
                .isInstanceOf(TaskInterruptedException.class)
                .hasMessageContaining("Shop.buy");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(time.elapsed()).isEqualTo(millis(30));
        assertThat(rate.state().available()).isZero();
    }

    @Test
    void anInterruptIsThrownAsItselfWhereThatIsDeclared() {
        RateLimitPolicy rate = rate(RateLimitSettings.permits(10).burst(1));
        rate.acquire();
        Thread self = Thread.currentThread();
        time.schedule(millis(30).toNanos(), () -> time.interrupt(self));
        assertThatThrownBy(rate::acquireInterruptibly)
                .isInstanceOf(InterruptedException.class)
                .hasMessageContaining("Shop.buy");
        assertThat(Thread.interrupted()).isFalse();
        assertThat(rate.state().available()).isZero();
    }

    @Test
    void whoIsInterruptedAlreadyPassesButDoesNotWait() {
        RateLimitPolicy rate = rate(RateLimitSettings.permits(10).burst(2));
        Thread.currentThread().interrupt();
        rate.acquire();
        rate.acquire(1);
        assertThatThrownBy(rate::acquire).isInstanceOf(TaskInterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(rate.state().available()).isZero();
    }

    @Test
    void whoIsCancelledAlreadyPassesButDoesNotWait() {
        RateLimitPolicy rate = rate(RateLimitSettings.permits(10).burst(1));
        Task<Void> task = deft.start(NAME, () -> {
            TaskContext.Cancellable context = TaskContext.current().withCancel();
            context.cancel();
            context.run(() -> {
                rate.acquire();
                assertThatThrownBy(rate::acquire).isInstanceOf(CancellationException.class);
            });
        });
        task.join();
        assertThat(rate.state().available()).isZero();
    }

    @Test
    void firstComeFirstServed() {
        RateLimitPolicy rate = rate(RateLimitSettings.permits(10).burst(2));
        rate.acquire(2);
        ConcurrentLinkedQueue<Integer> order = new ConcurrentLinkedQueue<>();
        List<Task<Void>> tasks = new ArrayList<>();
        int taken = 0;
        for (int i = 0; i < 20; i++) {
            int number = i;
            int weight = 1 + i % 2;
            tasks.add(deft.start(NAME, () -> {
                rate.acquire(weight);
                order.add(number);
            }));
            taken += weight;
            long expected = -taken;
            await(() -> rate.state().available() == expected);
        }
        tasks.forEach(Task::join);
        assertThat(order).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19);
        assertThat(time.elapsed()).isEqualTo(millis(100L * taken));
    }

    @Test
    void takesAsManyTokensAsACallWeighs() throws InterruptedException {
        RateLimitPolicy rate = rate(RateLimitSettings.permits(10).burst(5));
        rate.acquire(5);
        rate.acquireInterruptibly(3);
        assertThat(time.elapsed()).isEqualTo(millis(300));
        rate.acquire(0);
        rate.acquireInterruptibly(0);
        assertThat(time.elapsed()).isEqualTo(millis(300));
    }

    @Test
    void refusesAWeightThatCanNeverPass() {
        RateLimitPolicy rate = rate(RateLimitSettings.permits(10).burst(5));
        assertThatThrownBy(() -> rate.acquire(6))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Shop.buy: a weight of 6 at @RateLimit(10), which takes weights from 0 to its burst of 5");
        assertThatThrownBy(() -> rate.acquire(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rate.acquireInterruptibly(6)).isInstanceOf(IllegalArgumentException.class);
        assertThat(rate.state().available()).isEqualTo(5);
    }

    @Test
    void changesWhileItRuns() {
        RateLimitPolicy rate = rate(RateLimitSettings.permits(5).burst(2));
        rate.acquire(2);
        Task<Duration> waiting = start(rate);
        await(() -> rate.state().available() == -1);
        rate.change(RateLimitSettings.permits(10).burst(2));
        assertThat(rate.settings().toString()).isEqualTo("value = 10, per = 1s, burst = 2");
        assertThat(rate.state()).isEqualTo(new RateLimitState(2, -1, millis(200)));
        assertThat(waiting.join()).isEqualTo(millis(200)); // keeps its time
        assertThatThrownBy(() -> rate.change(RateLimitSettings.permits(1)
                        .per(Duration.ofDays(10_000))
                        .burst(9)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(rate.settings().burst()).isEqualTo(2);
    }

    @Test
    void goesOnAfterYearsAndBeyondTheHorizonOfABucket() {
        RateLimitPolicy rate = rate(RateLimitSettings.permits(999_983).burst(1).maxWait(Duration.ZERO));
        for (int i = 0; i < 100; i++) {
            rate.acquire();
            refusal(rate);
            time.advance(Duration.ofDays(1L << (i % 10)));
            assertThat(rate.state().available()).isEqualTo(1);
        }
    }

    @Test
    void sharesItsTokensByName() {
        RateLimitSettings settings = RateLimitSettings.permits(1).named("mail").maxWait(Duration.ZERO);
        RateLimitPolicy one = deft.policies().rateLimit(NAME, settings);
        RateLimitPolicy two = deft.policies().rateLimit(OTHER, settings);
        one.acquire();
        assertThat(refusal(two)).hasMessageStartingWith("Shop.sell: @RateLimit(1) \"mail\" would");
        assertThatThrownBy(() -> deft.policies().rateLimit(OTHER, settings.burst(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"mail\"")
                .hasMessageContaining("shop.Shop.buy()")
                .hasMessageContaining("shop.Shop.sell()");
    }

    @Test
    void belongsToItsTaskAndOrdinal() {
        RateLimitSettings settings = RateLimitSettings.permits(1);
        Policies policies = deft.policies();
        assertThat(policies.rateLimit(NAME, settings)).isSameAs(policies.rateLimit(NAME, RateLimitSettings.permits(1)));
        assertThat(policies.rateLimit(NAME, settings)).isNotSameAs(policies.rateLimit(NAME, 2, settings));
        policies.rateLimit(NAME, settings).acquire();
        assertThat(policies.rateLimit(OTHER, settings).state().available()).isEqualTo(1);
        assertThat(policies.rateLimit(NAME, settings)).hasToString("@RateLimit(1) of Shop.buy");
    }

    @Test
    void refusesSettingsThatMeanNothing() {
        assertThatThrownBy(() -> RateLimitSettings.permits(0)).isInstanceOf(IllegalArgumentException.class);
        RateLimitSettings settings = RateLimitSettings.permits(1);
        assertThatThrownBy(() -> settings.burst(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> settings.per(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> settings.maxWait(millis(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> settings.maxKeys(0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(settings).isEqualTo(settings.burst(1)).hasSameHashCodeAs(settings.burst(1));
        assertThat(settings).isNotEqualTo(settings.maxKeys(5));
    }

    private RateLimitPolicy rate(RateLimitSettings settings) {
        return deft.policies().rateLimit(NAME, settings);
    }

    private Task<Duration> start(RateLimitPolicy rate) {
        return deft.start(NAME, () -> {
            rate.acquire();
            return time.elapsed();
        });
    }

    private static RateLimitExceededException refusal(RateLimitPolicy rate) {
        return catchThrowableOfType(RateLimitExceededException.class, rate::acquire);
    }

    private TaskEvent.Rejected lastRejection() {
        return events.stream()
                .filter(TaskEvent.Rejected.class::isInstance)
                .map(TaskEvent.Rejected.class::cast)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }
}
