package dev.deft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.deft.time.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@SuppressWarnings("FutureReturnValueIgnored") // the end of the runtime waits for the tasks
class ShutdownTest {
    private static final TaskName NAME = TaskName.named("work");

    private final VirtualTime time = new VirtualTime();
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private final Deft deft = Deft.builder().time(time).build();

    private Task<Integer> sleeping(int seconds) {
        return deft.start(NAME, () -> {
            time.sleep(Duration.ofSeconds(seconds));
            return seconds;
        });
    }

    @Test
    void whatEndsInTimeIsNotReported() {
        Task<Integer> task = sleeping(5);
        ShutdownReport report = deft.shutdown(Duration.ofSeconds(10));
        assertThat(report.isClean()).isTrue();
        assertThat(task.join()).isEqualTo(5);
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void whatIsCutOffIsReportedOnceItHasCleanedUp() {
        Task<Integer> quick = sleeping(1);
        Task<Integer> slow = deft.start(NAME, () -> {
            try {
                time.sleep(Duration.ofSeconds(60));
            } finally {
                log.add("cleaned up");
            }
            return 60;
        });
        ShutdownReport report = deft.shutdown(Duration.ofSeconds(10));
        assertThat(log).containsExactly("cleaned up");
        assertThat(report.isClean()).isFalse();
        assertThat(report.cutOff()).hasSize(1).first().isSameAs(slow);
        assertThat(report.running()).isEmpty();
        assertThat(slow.isCancelled()).isTrue();
        assertThat(quick.join()).isEqualTo(1);
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void whatDoesNotStopIsReportedAsRunning() {
        Task<Integer> stubborn = deft.start(NAME, () -> {
            long until = time.nanoTime() + Duration.ofSeconds(100).toNanos();
            while (time.nanoTime() < until) {
                log.add(String.valueOf(Thread.interrupted()));
                time.parkUntil(this, until);
            }
            return 1;
        });
        ShutdownReport report = deft.shutdown(Duration.ofSeconds(1));
        assertThat(report.cutOff()).isEmpty();
        assertThat(report.running()).hasSize(1).first().isSameAs(stubborn);
        stubborn.terminated().join();
    }

    @Test
    void whatWasDoneBeforeAndOnlyCleansUpIsNotCutOff() {
        Task<Integer> done = tidying();
        done.complete(7);
        Task<Integer> cancelled = tidying();
        cancelled.cancel(true);

        ShutdownReport report = deft.shutdown(Duration.ZERO);

        assertThat(log).containsExactly("cleaned up", "cleaned up");
        assertThat(report.isClean()).isTrue();
        assertThat(done.join()).isEqualTo(7);
    }

    /** Sleeps, and takes a second to clean up. */
    private Task<Integer> tidying() {
        AtomicBoolean begun = new AtomicBoolean();
        Task<Integer> task = deft.start(NAME, () -> {
            begun.set(true);
            try {
                time.sleep(Duration.ofSeconds(60));
            } catch (InterruptedException end) {
                time.sleep(Duration.ofSeconds(1));
                log.add("cleaned up");
            }
            return 60;
        });
        while (!begun.get()) {
            Thread.onSpinWait(); // a body that has not begun would have nothing to clean up
        }
        return task;
    }

    @Test
    void whoeverIsInterruptedWhileClosingCutsOffButLetsCleanUp() {
        Task<Integer> task = tidying();
        Thread.currentThread().interrupt();

        ShutdownReport report = deft.shutdown(Duration.ofSeconds(10));

        assertThat(Thread.interrupted()).as("it stays interrupted").isTrue();
        assertThat(log).containsExactly("cleaned up");
        assertThat(report.cutOff()).hasSize(1).first().isSameAs(task);
        assertThat(report.running()).isEmpty();
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void whoeverIsCancelledWhileClosingCutsOffButLetsCleanUp() {
        Task<Integer> task = tidying();
        ShutdownReport report;
        try (TaskContext.Cancellable context = TaskContext.current().withCancel()) {
            context.cancel();
            report = context.call(() -> deft.shutdown(Duration.ofSeconds(10)));
        }

        assertThat(log).containsExactly("cleaned up");
        assertThat(report.cutOff()).hasSize(1).first().isSameAs(task);
        assertThat(report.running()).isEmpty();
    }

    /** Each of them ends by itself at the same moment as somebody loses patience. */
    @Test
    void aScheduleThatHasSucceededIsNotCutOff() throws InterruptedException {
        for (int i = 0; i < 2_000; i++) {
            boolean interrupted = i % 2 == 0;
            Deft other = Deft.builder().time(time).build();
            Task<Void> ticker = other.schedule(NAME, Schedule.every(Duration.ofHours(1)), () -> {});
            time.sleep(Duration.ofSeconds(1));
            if (interrupted) {
                Thread.currentThread().interrupt();
            }

            ShutdownReport report = other.shutdown(interrupted ? Duration.ofSeconds(30) : Duration.ZERO);

            assertThat(Thread.interrupted()).isEqualTo(interrupted);
            assertThat(report.running()).isEmpty();
            assertThat(report.cutOff()).hasSize(ticker.isCancelled() ? 1 : 0);
        }
    }

    @Test
    void newWorkIsRefusedMeanwhileAndAfterwards() {
        Task<Task<Integer>> task = deft.start(NAME, () -> {
            time.sleep(Duration.ofSeconds(1));
            return deft.start("late", () -> 1);
        });
        deft.shutdown(Duration.ofSeconds(10));
        assertThat(task.join().failure())
                .isInstanceOf(TaskRejectedException.class)
                .hasMessage("late was not started: the runtime is closed");
        assertThat(sleeping(1).failure()).isInstanceOf(TaskRejectedException.class);
        assertThat(deft.shutdown(Duration.ofSeconds(10)).isClean()).isTrue();
        deft.close();
    }

    @Test
    void theGlobalOneCannotBeShutDownNorATimeBeNegative() {
        assertThatIllegalStateException().isThrownBy(() -> Deft.global().shutdown(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> deft.shutdown(Duration.ofSeconds(-1)));
        assertThat(deft.isClosed()).isFalse();
        deft.close();
    }

    @Test
    void aShutdownHookIsGoneWhenTheRuntimeIsClosed() {
        Deft hooked = Deft.builder().time(time).closeAtShutdown().build();
        hooked.close();
        assertThat(hooked.isClosed()).isTrue();
    }

    @Test
    void mainRunsInATask() {
        Deft.main(() -> {
            log.add(String.valueOf(Thread.currentThread().isVirtual()));
            log.add(String.valueOf(TaskContext.current().id().matches("0{16}")));
        });
        assertThat(log).containsExactly("true", "false");
    }

    @Test
    void mainOnARuntimeOfItsOwnThrowsWhatItsBodyDoes() {
        IOException failure = new IOException("a test's");
        try (deft) {
            assertThat(catchThrowable(() -> Deft.main(deft, () -> {
                        time.sleep(Duration.ofSeconds(1));
                        throw failure;
                    })))
                    .isSameAs(failure);
        }
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void anInterruptOfMainCancelsItsBody() {
        try (deft) {
            Thread.currentThread().interrupt();
            assertThat(catchThrowable(() -> Deft.main(deft, () -> time.sleep(Duration.ofSeconds(60)))))
                    .isInstanceOf(TaskInterruptedException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(time.elapsed()).isZero();
    }

    @Test
    void aScheduleThatSleepsEndsAtOnceAndIsNotCutOff() throws InterruptedException {
        Task<Void> ticker = deft.schedule(NAME, Schedule.every(Duration.ofHours(1)), () -> {});
        time.sleep(Duration.ofSeconds(1));

        ShutdownReport report = deft.shutdown(Duration.ofSeconds(30));

        assertThat(report.cutOff()).isEmpty();
        assertThat(ticker.status()).isEqualTo(TaskStatus.SUCCEEDED);
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aRunOfAScheduleThatIsUnderWayComesToItsEndAndNoOtherBegins() throws InterruptedException {
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger ended = new AtomicInteger();
        Task<Void> ticker = deft.schedule(NAME, Schedule.every(Duration.ofSeconds(10)), () -> {
            begun.incrementAndGet();
            time.sleep(Duration.ofSeconds(5));
            ended.incrementAndGet();
        });
        time.sleep(Duration.ofSeconds(12));

        ShutdownReport report = deft.shutdown(Duration.ofSeconds(30));

        assertThat(report.cutOff()).isEmpty();
        assertThat(ticker.isDone()).isTrue();
        assertThat(begun).hasValue(1);
        assertThat(ended).hasValue(1);
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(15));
    }
}
