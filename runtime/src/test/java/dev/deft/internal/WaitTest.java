package dev.deft.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.DeadlineExceededException;
import dev.deft.TaskContext;
import dev.deft.TaskInterruptedException;
import dev.deft.TaskWait;
import dev.deft.time.TimeSource;
import dev.deft.time.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WaitTest {
    private final VirtualTime time = new VirtualTime();
    private final Scope scope = new Scope(Context.background(), time, null).open(Context.background());

    @AfterEach
    void nothingIsLeft() {
        assertThat(scope.linked()).isZero();
        assertThat(Interrupts.due()).isZero();
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void endsWhenItsTimeIsUp() {
        assertThat(Wait.sleep(time, 1000)).isEqualTo(TaskWait.Outcome.TIME_UP);
        assertThat(time.nanoTime()).isEqualTo(1000);
        assertThat(Wait.sleep(time, 0)).isEqualTo(TaskWait.Outcome.TIME_UP);
    }

    @Test
    void endsWithASignalBeforeOrAfterItBegins() {
        Wait early = new Wait(time);
        assertThat(early.signal()).isTrue();
        assertThat(early.signal()).isFalse();
        assertThat(early.await()).isEqualTo(TaskWait.Outcome.SIGNALLED);
        Wait wait = new Wait(time);
        time.schedule(10, wait::signal);
        assertThat(wait.await()).isEqualTo(TaskWait.Outcome.SIGNALLED);
        assertThat(time.nanoTime()).isEqualTo(10);
    }

    /** Or else whatever this thread parks for next would return at once. */
    @Test
    void unparksNobodyWhoIsNotParked() {
        Wait early = new Wait(time);
        early.signal();
        assertThat(early.await()).isEqualTo(TaskWait.Outcome.SIGNALLED);
        time.parkUntil(this, 1000);
        assertThat(time.nanoTime()).isEqualTo(1000);

        assertThat(Wait.sleep(time, 500)).isEqualTo(TaskWait.Outcome.TIME_UP);
        time.parkUntil(this, 2000);
        assertThat(time.nanoTime()).isEqualTo(2000);
    }

    @Test
    void endsWithItsContext() {
        time.schedule(10, scope::cancel);
        scope.run(() -> {
            TaskWait.Outcome outcome = Wait.sleep(time, 1000);
            assertThat(outcome).isEqualTo(TaskWait.Outcome.CONTEXT_ENDED);
            IOException last = new IOException();
            assertThat(Wait.failure(outcome, "charge", last))
                    .isInstanceOf(CancellationException.class)
                    .hasMessageContaining("charge");
            assertThat(new Wait(time).await()).isEqualTo(TaskWait.Outcome.CONTEXT_ENDED);
        });
        assertThat(time.nanoTime()).isEqualTo(10);
    }

    @Test
    void endsWithTheDeadlineOfItsContext() {
        try (TaskContext.Cancellable bounded = scope.withTimeout(Duration.ofNanos(500))) {
            bounded.run(() -> {
                TaskWait.Outcome outcome = Wait.sleep(time, 1000);
                assertThat(outcome).isEqualTo(TaskWait.Outcome.CONTEXT_ENDED);
                IOException last = new IOException();
                assertThat(Wait.failure(outcome, "charge", last))
                        .isInstanceOf(DeadlineExceededException.class)
                        .hasCause(last);
            });
        }
        assertThat(time.nanoTime()).isEqualTo(500);
    }

    @Test
    void endsWithAnInterruptAndKeepsIt() {
        Thread self = Thread.currentThread();
        time.schedule(10, () -> time.interrupt(self));
        TaskWait.Outcome outcome = Wait.sleep(time, 1000);
        assertThat(outcome).isEqualTo(TaskWait.Outcome.INTERRUPTED);
        assertThat(Wait.failure(outcome, "charge", null)).isInstanceOf(TaskInterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aSignalIsEitherTakenOrRefused() throws InterruptedException {
        TimeSource real = TimeSource.system();
        int signalled = 0;
        for (int round = 0; round < 5000; round++) {
            Wait[] wait = new Wait[1];
            TaskWait.Outcome[] outcome = new TaskWait.Outcome[1];
            Scope own = new Scope(Context.background(), real, null).open(Context.background());
            Thread waiter = Thread.ofVirtual()
                    .unstarted(() -> own.run(() -> {
                        synchronized (wait) {
                            wait[0] = new Wait(real);
                            wait.notifyAll();
                        }
                        outcome[0] = wait[0].awaitUntil(real.nanoTime() + 20_000);
                    }));
            waiter.start();
            synchronized (wait) {
                while (wait[0] == null) {
                    wait.wait();
                }
            }
            if (round % 3 == 0) {
                Thread.startVirtualThread(own::cancel);
            }
            boolean taken = wait[0].signal();
            waiter.join();
            assertThat(outcome[0] == TaskWait.Outcome.SIGNALLED).isEqualTo(taken);
            assertThat(own.linked()).isZero();
            signalled += taken ? 1 : 0;
        }
        assertThat(signalled).isPositive();
    }

    @Test
    void aGuardInterruptsOnlyWhatItGuards() throws InterruptedException {
        TimeSource real = TimeSource.system();
        AtomicInteger stray = new AtomicInteger();
        for (int round = 0; round < 20_000; round++) {
            InterruptGuard[] guard = new InterruptGuard[1];
            InterruptGuard guarded = new InterruptGuard();
            guard[0] = guarded;
            Thread firing = Thread.startVirtualThread(() -> guard[0].fire(real));
            for (int spin = 0; spin < round % 100; spin++) {
                Thread.onSpinWait();
            }
            guarded.finish();
            if (Thread.currentThread().isInterrupted()) {
                stray.incrementAndGet();
            }
            firing.join();
            if (Thread.interrupted()) {
                stray.incrementAndGet();
            }
        }
        assertThat(stray).hasValue(0);
    }

    @Test
    void nestedGuardsKeepEachOthersInterrupts() {
        InterruptGuard outer = new InterruptGuard();
        InterruptGuard inner = new InterruptGuard();
        assertThat(outer.fire(time)).isTrue();
        assertThat(inner.fire(time)).isTrue();
        assertThat(inner.fire(time)).isFalse();
        assertThat(inner.isFired()).isTrue();
        assertThat(Thread.interrupted()).isTrue(); // the body takes notice
        assertThat(inner.finish()).isTrue();
        assertThat(Thread.currentThread().isInterrupted()).isTrue(); // the outer one still means it
        assertThat(outer.finish()).isTrue();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(outer.finish()).isFalse();
    }

    @Test
    void anInterruptFromBeforeStays() {
        Thread.currentThread().interrupt();
        InterruptGuard guard = new InterruptGuard();
        guard.fire(time);
        assertThat(guard.finish()).isTrue();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aGuardThatHasFinishedDoesNotFire() {
        InterruptGuard guard = new InterruptGuard();
        assertThat(guard.finish()).isFalse();
        assertThat(guard.fire(time)).isFalse();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
}
