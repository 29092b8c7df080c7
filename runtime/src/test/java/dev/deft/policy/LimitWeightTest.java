package dev.deft.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deft.Deft;
import dev.deft.LimitExceededException;
import dev.deft.Task;
import dev.deft.TaskInterruptedException;
import dev.deft.TaskName;
import dev.deft.time.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Weights at a limit; the rules are those of golang.org/x/sync/semaphore. */
class LimitWeightTest {
    private static final TaskName NAME = TaskName.of("shop.Shop", "buy");

    private final VirtualTime time = new VirtualTime();
    private final Deft deft = Deft.builder().time(time).build();
    private final ConcurrentLinkedQueue<String> order = new ConcurrentLinkedQueue<>();
    private LimitPolicy limit = limit(LimitSettings.permits(10));

    @AfterEach
    void booksAreBalanced() {
        deft.close();
        assertThat(limit.permits().isAtRest()).isTrue();
        assertThat(limit.permits().count()).isEqualTo(limit.settings().permits());
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void takesAndGivesBackAsManyAsItWeighs() throws InterruptedException {
        limit.acquire(7);
        limit.acquireInterruptibly(3);
        assertThat(limit.state()).isEqualTo(new LimitState(10, 10, 0));
        limit.release(3);
        limit.acquire();
        assertThat(limit.state().taken()).isEqualTo(8);
        limit.release();
        limit.release(7);
    }

    @Test
    void aWeightOfNothingTakesNothingAndNeverWaits() throws InterruptedException {
        limit.acquire(10);
        limit.acquire(0);
        limit.acquireInterruptibly(0);
        limit.release(0);
        assertThat(limit.state()).isEqualTo(new LimitState(10, 10, 0));
        limit.release(10);
    }

    @Test
    void whatCanNeverBeHadIsRefusedAtOnce() {
        assertThatThrownBy(() -> limit.acquire(11))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Shop.buy: a weight of 11 at @Limit(10), which takes weights from 0 to 10");
        assertThatThrownBy(() -> limit.acquire(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> limit.acquireInterruptibly(11)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> limit.release(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void moreThanIsHeldCannotBeGivenBack() {
        limit.acquire(2);
        assertThatThrownBy(() -> limit.release(3)).isInstanceOf(IllegalStateException.class);
        limit.release(2);
        assertThatThrownBy(limit::release).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aHeavyCallIsNotOvertaken() {
        limit.acquire(5);
        Task<Void> heavy = start("heavy", 8);
        Task<Void> light = start("light", 1); // five are free, yet it stands behind
        limit.release(2);
        assertThat(limit.state().waiting()).isEqualTo(2);
        limit.release(1);
        heavy.join(); // first, since two that are let in could say so in any order
        limit.release(2);
        light.join();
        assertThat(order).containsExactly("heavy", "light");
    }

    @Test
    void whatIsGivenBackMayLetSeveralIn() {
        limit.acquire(10);
        List<Task<Void>> tasks = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            tasks.add(start("weight " + i, i));
        }
        limit.release(10);
        tasks.forEach(Task::join);
        assertThat(order).containsExactlyInAnyOrder("weight 1", "weight 2", "weight 3", "weight 4");
    }

    @Test
    void whoGivesUpAtTheHeadLetsThoseBehindIn() {
        limit.acquire(5);
        Task<Void> heavy = start("heavy", 8); // has taken five of them by now
        Task<Void> light = start("light", 5);
        heavy.cancel(true);
        light.join();
        assertThatThrownBy(heavy::join).isInstanceOf(CancellationException.class);
        assertThat(order).containsExactly("light");
        limit.release(5);
    }

    @Test
    void whoIsInterruptedGivesBackWhatItHasTaken() {
        limit.acquire(5);
        Thread self = Thread.currentThread();
        time.schedule(1_000_000, () -> time.interrupt(self));
        assertThatThrownBy(() -> limit.acquire(8)).isInstanceOf(TaskInterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(limit.state()).isEqualTo(new LimitState(10, 5, 0));
        time.schedule(1_000_000, () -> time.interrupt(self));
        assertThatThrownBy(() -> limit.acquireInterruptibly(8)).isInstanceOf(InterruptedException.class);
        assertThat(limit.state()).isEqualTo(new LimitState(10, 5, 0));
        limit.release(5);
    }

    @Test
    void whoWaitsTooLongGivesBackWhatItHasTaken() {
        limit = limit(LimitSettings.permits(10).maxWait(Duration.ofSeconds(1)));
        limit.acquire(5);
        assertThatThrownBy(() -> limit.acquire(8))
                .isInstanceOf(LimitExceededException.class)
                .hasMessage("Shop.buy: @Limit(10) had less than 8 permits free for 1s, and nobody else waits");
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1));
        limit.acquire(5);
        limit.release(10);
    }

    @Test
    void whoMayNotWaitIsRefusedAndHasTakenNothing() {
        limit = limit(LimitSettings.permits(10).maxWait(Duration.ZERO));
        limit.acquire(5);
        assertThatThrownBy(() -> limit.acquire(6))
                .isInstanceOf(LimitExceededException.class)
                .hasMessage("Shop.buy: @Limit(10) has less than 6 permits free, and nobody else waits");
        limit.acquire(5);
        limit.release(5);
        limit.release(5);
    }

    @Test
    void changesWhileItRuns() {
        limit.acquire(8);
        limit.change(LimitSettings.permits(4));
        assertThat(limit.state()).isEqualTo(new LimitState(4, 8, 0));
        assertThatThrownBy(() -> limit.acquire(5)).isInstanceOf(IllegalArgumentException.class);
        Task<Void> waiting = start("waiting", 3);
        limit.release(4); // these vanish
        assertThat(waiting.isDone()).isFalse();
        limit.release(3);
        waiting.join();
        limit.change(LimitSettings.permits(6).maxWait(Duration.ZERO));
        limit.acquire(5);
        assertThatThrownBy(() -> limit.acquire(1)).isInstanceOf(LimitExceededException.class);
        limit.release(6);
        assertThat(limit.settings()).isEqualTo(LimitSettings.permits(6).maxWait(Duration.ZERO));
    }

    private LimitPolicy limit(LimitSettings settings) {
        return deft.policies().limit(NAME, settings);
    }

    /** A call that waits by the time this returns. */
    private Task<Void> start(String name, int weight) {
        int before = limit.state().waiting();
        Task<Void> task = deft.start(NAME, () -> {
            limit.acquire(weight);
            order.add(name);
            limit.release(weight);
        });
        while (limit.state().waiting() == before) {
            Thread.onSpinWait();
        }
        return task;
    }
}
