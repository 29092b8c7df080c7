package dev.deft.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.deft.DeadlineExceededException;
import dev.deft.Deft;
import dev.deft.LimitExceededException;
import dev.deft.TaskContext;
import dev.deft.TaskEvent;
import dev.deft.TaskInterruptedException;
import dev.deft.TaskName;
import dev.deft.TaskTimeoutException;
import dev.deft.time.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LimitTest {
    private static final TaskName CHARGE = TaskName.of("shop.PaymentService", "charge", "Order");
    private static final LimitSettings ONE = LimitSettings.permits(1);

    private final VirtualTime time = new VirtualTime();
    private final List<TaskEvent> events = Collections.synchronizedList(new ArrayList<>());
    private final Policies policies =
            Deft.builder().time(time).listener(events::add).build().policies();
    private LimitPolicy limit = policies.limit(CHARGE, ONE);

    /** Every test gives back what it took. */
    @AfterEach
    void balances() {
        assertThat(limit.permits().isAtRest()).isTrue();
        assertThat(limit.permits().count()).isEqualTo(1);
        assertThat(Thread.interrupted()).isFalse();
    }

    private void use(LimitSettings settings) {
        limit = policies.limit(CHARGE, settings);
    }

    private interface Step {
        void run() throws Throwable;
    }

    /** Starts a thread that runs {@code step}; returns once it waits at the limit. */
    private FutureTask<Throwable> waiting(Step step) {
        int before = limit.permits().waiting();
        FutureTask<Throwable> outcome = new FutureTask<>(() -> catchThrowable(step::run));
        Thread.startVirtualThread(outcome);
        while (limit.permits().waiting() == before && !outcome.isDone()) {
            Thread.onSpinWait();
        }
        return outcome;
    }

    @Test
    void firstComeFirstServed() throws Exception {
        List<Integer> served = Collections.synchronizedList(new ArrayList<>());
        List<FutureTask<Throwable>> all = new ArrayList<>();
        limit.acquire();
        for (int i = 0; i < 20; i++) {
            int number = i;
            all.add(waiting(() -> Call.limited(limit, () -> served.add(number))));
        }
        limit.release();
        for (FutureTask<Throwable> each : all) {
            assertThat(each.get()).isNull();
        }
        assertThat(served).hasSize(20).isSorted();
    }

    @Test
    void nobodyOvertakesAWaiter() throws Exception {
        limit.acquire();
        FutureTask<Throwable> first = waiting(limit::acquire);
        limit.release(); // to the waiter
        assertThat(limit.permits().take()).isFalse();
        limit.permits().untake(1);
        assertThat(first.get()).isNull();
        limit.release();
    }

    @Test
    void zeroRefusesAtOnce() {
        for (LimitSettings settings : List.of(ONE.maxWait(Duration.ZERO), ONE.maxQueue(0))) {
            use(settings);
            limit.acquire();
            assertThatThrownBy(limit::acquire)
                    .isInstanceOf(LimitExceededException.class)
                    .hasMessageContaining("PaymentService.charge")
                    .hasMessageContaining("@Limit(1)")
                    .hasMessageContaining("nobody else waits");
            limit.release();
            assertThat(limit.permits().isAtRest()).isTrue();
            assertThat(limit.permits().count()).isEqualTo(1);
        }
        assertThat(time.elapsed()).isZero();
        assertThat(events).hasSize(2).allSatisfy(event -> assertThat(event).isInstanceOf(TaskEvent.Rejected.class));
    }

    @Test
    void refusesWhenTheWaitTookTooLong() {
        use(ONE.maxWait(Duration.ofMillis(250)).named("db"));
        limit.acquire();
        assertThatThrownBy(limit::acquire)
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("\"db\"");
        assertThat(time.elapsed()).isEqualTo(Duration.ofMillis(250));
        limit.release();
        assertThat(events).hasSize(3);
        assertThat(events.get(0)).isInstanceOf(TaskEvent.Limited.class);
        assertThat(events.get(1)).isInstanceOf(TaskEvent.Waited.class);
        assertThat(events.get(2)).isInstanceOf(TaskEvent.Rejected.class);
    }

    @Test
    void refusesWhenTooManyWait() throws Exception {
        use(ONE.maxQueue(2));
        limit.acquire();
        FutureTask<Throwable> first = waiting(limit::acquire);
        FutureTask<Throwable> second = waiting(limit::acquire);
        assertThatThrownBy(limit::acquire)
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("2 others wait");
        limit.release();
        assertThat(first.get()).isNull();
        FutureTask<Throwable> third = waiting(limit::acquire);
        limit.release();
        assertThat(second.get()).isNull();
        limit.release();
        assertThat(third.get()).isNull();
        limit.release();
    }

    @Test
    void anInterruptEndsTheWaitAndIsKept() {
        limit.acquire();
        Thread.currentThread().interrupt();
        assertThatThrownBy(limit::acquire)
                .isInstanceOf(TaskInterruptedException.class)
                .hasMessageContaining("PaymentService.charge");
        assertThat(Thread.interrupted()).isTrue();
        limit.release();
    }

    @Test
    void anInterruptEndsTheInterruptibleWaitAndIsThrown() {
        limit.acquire();
        Thread self = Thread.currentThread();
        time.schedule(1, () -> time.interrupt(self));
        assertThatThrownBy(limit::acquireInterruptibly).isInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        limit.release();
    }

    @Test
    void cancellationEndsTheWait() {
        limit.acquire();
        try (var context = TaskContext.current().withCancel()) {
            time.schedule(1000, context::cancel);
            context.run(() -> assertThatThrownBy(limit::acquire)
                    .isInstanceOf(CancellationException.class)
                    .hasMessageContaining("PaymentService.charge"));
        }
        assertThat(time.elapsed()).isEqualTo(Duration.ofNanos(1000));
        limit.release();
    }

    @Test
    void aDeadlineEndsTheWait() {
        limit.acquire();
        DeadlinePolicy deadline = policies.deadline(CHARGE, Duration.ofSeconds(1));
        assertThatThrownBy(() -> Call.bounded(deadline, () -> Call.limited(limit, () -> "never")))
                .isInstanceOf(DeadlineExceededException.class);
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1));
        limit.release();
    }

    @Test
    void aTimeoutEndsTheWait() {
        limit.acquire();
        TimeoutPolicy timeout = policies.timeout(CHARGE, Duration.ofSeconds(1));
        assertThatThrownBy(() -> Call.timed(timeout, () -> Call.limited(limit, () -> "never")))
                .isInstanceOf(TaskTimeoutException.class)
                .hasCauseInstanceOf(TaskInterruptedException.class);
        limit.release();
    }

    @Test
    void whoGivesUpLeavesTheOthersInOrder() throws Exception {
        limit.acquire();
        List<FutureTask<Throwable>> all = new ArrayList<>();
        List<TaskContext.Cancellable> contexts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            TaskContext.Cancellable context = TaskContext.current().withCancel();
            contexts.add(context);
            all.add(waiting(() -> context.run(limit::acquire)));
        }
        contexts.get(1).cancel();
        assertThat(all.get(1).get()).isInstanceOf(CancellationException.class);
        limit.release();
        assertThat(all.get(0).get()).isNull();
        assertThat(all.get(2).isDone()).isFalse();
        limit.release();
        assertThat(all.get(2).get()).isNull();
        limit.release();
    }

    @Test
    void givingBackTooMuchIsAnError() {
        assertThatThrownBy(limit::release).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aBodyThatFailsGivesItsPermitBack() {
        assertThatThrownBy(() -> Call.limited(limit, () -> {
                    throw new ArithmeticException();
                }))
                .isInstanceOf(ArithmeticException.class);
    }
}
