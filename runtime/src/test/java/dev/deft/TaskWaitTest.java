package dev.deft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deft.time.VirtualTime;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TaskWaitTest {
    private final VirtualTime time = new VirtualTime();
    private final Deft deft = Deft.builder().time(time).build();

    @Test
    void waitsByTheTimeOfItsTask() {
        Task<TaskWait.Outcome> task = deft.start("waits", () -> TaskWait.begin().await(Duration.ofNanos(1_000)));

        assertThat(task.join()).isEqualTo(TaskWait.Outcome.TIME_UP);
        assertThat(time.nanoTime()).isEqualTo(1_000);
    }

    @Test
    void waitsByTheTimeOfTheMachineOutsideOfTasks() {
        assertThat(TaskWait.begin().await(Duration.ofNanos(1_000))).isEqualTo(TaskWait.Outcome.TIME_UP);
        assertThat(time.nanoTime()).isZero();
    }

    @Test
    void endsWithASignalOfAnyThread() {
        CompletableFuture<TaskWait> begun = new CompletableFuture<>();
        Task<TaskWait.Outcome> task = deft.start("waits", () -> {
            TaskWait wait = TaskWait.begin();
            begun.complete(wait);
            return wait.await();
        });

        assertThat(begun.join().signal()).isTrue();
        assertThat(begun.join().signal()).isFalse();
        assertThat(task.join()).isEqualTo(TaskWait.Outcome.SIGNALLED);
    }

    @Test
    void tellsWhetherItIsDecided() {
        TaskWait signalled = TaskWait.begin();
        assertThat(signalled.isDecided()).isFalse();
        signalled.signal();
        assertThat(signalled.isDecided()).isTrue();
        assertThat(signalled.await()).isEqualTo(TaskWait.Outcome.SIGNALLED);
        assertThat(signalled.isDecided()).isTrue();
    }

    @Test
    void isNotDecidedWhileItsThreadIsParked() {
        CompletableFuture<TaskWait> begun = new CompletableFuture<>();
        Task<TaskWait.Outcome> task = deft.start("waits", () -> {
            TaskWait wait = TaskWait.begin();
            begun.complete(wait);
            return wait.await(Duration.ofNanos(1_000));
        });
        CompletableFuture<Boolean> meanwhile = new CompletableFuture<>();
        time.schedule(500, () -> meanwhile.complete(begun.join().isDecided()));

        assertThat(task.join()).isEqualTo(TaskWait.Outcome.TIME_UP);
        assertThat(meanwhile.join()).isFalse();
        assertThat(begun.join().isDecided()).isTrue();
    }

    @Test
    void saysWhichTaskWasCancelled() {
        CompletableFuture<RuntimeException> failure = new CompletableFuture<>();
        Task<?> task = deft.start("waits", () -> {
            TaskWait wait = TaskWait.begin();
            failure.complete(wait.failure(wait.await()));
        });
        time.schedule(1_000, () -> task.cancel(false));

        assertThat(failure.join()).isInstanceOf(CancellationException.class).hasMessage("waits was cancelled");
    }

    @Test
    void saysWhichTaskWasInterrupted() {
        CompletableFuture<RuntimeException> failure = new CompletableFuture<>();
        Task<?> task = deft.start("waits", () -> {
            Thread self = Thread.currentThread();
            time.schedule(1_000, () -> time.interrupt(self));
            TaskWait wait = TaskWait.begin();
            failure.complete(wait.failure(wait.await()));
            assertThat(Thread.interrupted()).isTrue();
        });

        assertThat(failure.join())
                .isInstanceOf(TaskInterruptedException.class)
                .hasMessage("waits was interrupted while it waited");
        assertThat(task.join()).isNull();
    }

    @Test
    void aSignalIsNoFailure() {
        TaskWait wait = TaskWait.begin();

        assertThatThrownBy(() -> wait.failure(TaskWait.Outcome.SIGNALLED)).isInstanceOf(IllegalArgumentException.class);
    }
}
