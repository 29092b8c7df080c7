package dev.deft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.deft.time.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@SuppressWarnings("FutureReturnValueIgnored") // the group, or the end of the runtime, waits for the tasks
class TaskPoolTest {
    private static final TaskName NAME = TaskName.named("work");

    private final VirtualTime time = new VirtualTime();
    private final List<String> order = Collections.synchronizedList(new ArrayList<>());
    private final List<TaskEvent> events = Collections.synchronizedList(new ArrayList<>());
    private final Deft deft = Deft.builder()
            .time(time)
            .listener(events::add)
            .closeTimeout(Duration.ofMinutes(2))
            .pool("one", PoolSettings.platformThreads(1))
            .pool("two", PoolSettings.platformThreads(2).queue(2))
            .pool("strict", PoolSettings.platformThreads(1).queue(1).whenFull(WhenFull.REJECT))
            .pool("direct", PoolSettings.platformThreads(1).queue(0))
            .pool("polite", PoolSettings.platformThreads(1).queue(1).whenFull(WhenFull.RUN_IN_CALLER))
            .pool("free", PoolSettings.virtualThreads())
            .build();

    @AfterEach
    void nothingIsLeft() throws InterruptedException {
        assertThat(Thread.interrupted()).isFalse();
        assertThat(TaskContext.current().id()).matches("0{16}");
        deft.close();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().matches("(one|two|strict|direct|polite)-\\d+")) {
                thread.join(Duration.ofSeconds(20));
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    private Task<Integer> sleeping(TaskPool pool, int seconds) {
        return pool.start(NAME, () -> {
            time.sleep(Duration.ofSeconds(seconds));
            return seconds;
        });
    }

    @Test
    void tasksRunOnThreadsOfThePool() {
        Task<String> task =
                deft.pool("two").start(NAME, () -> Thread.currentThread().toString());
        assertThat(task.join()).contains("two-1").doesNotContain("Virtual");
        assertThat(deft.pool("two").threads()).isEqualTo(2);
        assertThat(deft.pool("two").name()).isEqualTo("two");
    }

    @Test
    void aPoolOfVirtualThreadsIsOnlyAName() {
        TaskPool free = deft.pool("free");
        assertThat(free.start(NAME, () -> Thread.currentThread().isVirtual()).join())
                .isTrue();
        assertThat(free.threads()).isZero();
        assertThat(free).hasToString("pool free of virtual threads");
        assertThatIllegalStateException().isThrownBy(() -> free.resize(2));
        assertThatIllegalStateException()
                .isThrownBy(() -> PoolSettings.virtualThreads().queue(1));
    }

    @Test
    void anUnknownPoolIsAnErrorThatListsThoseThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> deft.pool("tow"))
                .withMessageContaining("\"tow\"")
                .withMessageContaining("\"one\", \"two\", \"strict\", \"direct\", \"polite\", \"free\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Deft.global().pool("cpu"))
                .withMessageContaining("none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Deft.builder()
                        .pool("a", PoolSettings.virtualThreads())
                        .pool("a", PoolSettings.virtualThreads()));
        assertThatIllegalArgumentException().isThrownBy(() -> Deft.builder().pool(" ", PoolSettings.virtualThreads()));
    }

    @Test
    void noMoreRunThanThereAreThreads() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Set<String> threads = ConcurrentHashMap.newKeySet();
        try (TaskGroup<Integer> group = deft.group()) {
            for (int i = 0; i < 6; i++) {
                deft.pool("two").start(NAME, () -> {
                    threads.add(Thread.currentThread().getName());
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    time.sleep(Duration.ofSeconds(1));
                    return running.decrementAndGet();
                });
            }
            assertThat(group.await()).hasSize(6);
        }
        assertThat(most).hasValue(2);
        assertThat(threads).containsExactlyInAnyOrder("two-1", "two-2");
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void theUrgentComeFirstThenTheOld() {
        TaskPool one = deft.pool("one");
        Task<Integer> first = sleeping(one, 1);
        for (String name : List.of("a0", "b5", "c0", "d5", "e-1")) {
            int priority = Integer.parseInt(name.substring(1));
            TaskContext.current()
                    .with(TaskPool.PRIORITY, priority)
                    .run(() -> one.start(NAME, () -> order.add(name)).onFailure(failure -> order.add("failed")));
        }
        assertThat(one.queued()).isEqualTo(5);
        assertThat(one.active()).isEqualTo(1);
        first.join();
        deft.drain(Duration.ofSeconds(1));
        assertThat(order).containsExactly("b5", "d5", "a0", "c0", "e-1");
    }

    @Test
    void aStarterWaitsForRoom() {
        TaskPool two = deft.pool("two");
        for (int i = 0; i < 4; i++) {
            sleeping(two, 1);
        }
        assertThat(time.elapsed()).isZero();
        Task<Integer> fifth = sleeping(two, 1);
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1));
        fifth.join();
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void withoutAQueueAStarterWaitsForAThread() {
        TaskPool direct = deft.pool("direct");
        sleeping(direct, 2);
        Task<Integer> second = sleeping(direct, 1);
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(2));
        second.join();
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void aStarterThatIsInterruptedWhileItWaitsGetsAFailedTask() {
        TaskPool direct = deft.pool("direct");
        sleeping(direct, 5);
        Thread.currentThread().interrupt();
        Task<Integer> second = sleeping(direct, 1);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(second.failure()).isInstanceOf(TaskInterruptedException.class);
        assertThat(second.terminated()).isDone();
        assertThat(direct.queued()).isZero();
    }

    @Test
    void aStarterWhoseContextEndsWaitsNoLonger() {
        TaskPool direct = deft.pool("direct");
        sleeping(direct, 5);
        try (var limit = TaskContext.current().withCancel()) {
            TaskContext timed = deft.start(NAME, () -> {
                        time.sleep(Duration.ofSeconds(1));
                        limit.cancel(new IOException("why"));
                        return 1;
                    })
                    .context();
            Task<Integer> second = limit.call(() -> sleeping(direct, 1));
            assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1));
            assertThatThrownBy(second::join).isInstanceOf(CancellationException.class);
            assertThat(second.failure())
                    .isInstanceOf(CancellationException.class)
                    .hasCauseInstanceOf(IOException.class);
            assertThat(timed.isCancelled()).isFalse();
        }
    }

    @Test
    void aFullPoolMayReject() {
        TaskPool strict = deft.pool("strict");
        sleeping(strict, 1);
        sleeping(strict, 1);
        Task<Integer> third = sleeping(strict, 1);
        assertThat(third.failure())
                .isInstanceOf(TaskRejectedException.class)
                .hasMessage("work was not started: the pool strict is full, 1 tasks wait for a thread");
        assertThat(third.terminated()).isDone();
        assertThat(events).filteredOn(TaskEvent.Rejected.class::isInstance).hasSize(1);
    }

    @Test
    void aFullPoolMayLetTheCallerRun() {
        TaskPool polite = deft.pool("polite");
        sleeping(polite, 1);
        sleeping(polite, 1);
        Thread caller = Thread.currentThread();
        Task<Thread> third = polite.start(NAME, () -> {
            assertThat(TaskContext.current().id()).doesNotMatch("0{16}");
            return Thread.currentThread();
        });
        assertThat(third.isDone()).isTrue();
        assertThat(third.join()).isSameAs(caller);
        assertThat(third.terminated()).isDone();
        assertThat(TaskContext.current().id()).matches("0{16}");
    }

    @Test
    void aCallersTaskIsInterruptedAloneAndNotTheCaller() {
        TaskPool polite = deft.pool("polite");
        sleeping(polite, 9);
        sleeping(polite, 9);
        Task<Integer> bounded = polite.start(NAME, deft.policies().deadline(NAME, Duration.ofSeconds(1)), () -> {
            time.sleep(Duration.ofSeconds(60));
            return 1;
        });
        assertThatThrownBy(bounded::join).hasCauseInstanceOf(DeadlineExceededException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aTaskThatEndsWhileItWaitsMakesRoomAtOnce() {
        TaskPool strict = deft.pool("strict");
        sleeping(strict, 5);
        Task<Integer> second = sleeping(strict, 1);
        assertThat(second.status()).isEqualTo(TaskStatus.PENDING);
        second.cancel(true);
        assertThat(second.isCancelled()).isTrue();
        assertThat(second.terminated()).isDone();
        assertThat(strict.queued()).isZero();
        assertThat(sleeping(strict, 1).join()).isEqualTo(1);
    }

    @Test
    void aTaskThatIsCancelledWhileItsStarterWaitsReleasesTheStarter() {
        TaskPool direct = deft.pool("direct");
        sleeping(direct, 5);
        Task<Integer> second = direct.start(NAME, deft.policies().deadline(NAME, Duration.ofSeconds(1)), () -> 2);
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1));
        assertThatThrownBy(second::join).hasCauseInstanceOf(DeadlineExceededException.class);
        assertThat(direct.queued()).isZero();
    }

    @Test
    void aCancelledBodyIsInterruptedAndItsThreadGoesOnClean() {
        TaskPool one = deft.pool("one");
        Task<Integer> first = sleeping(one, 60);
        Task<Boolean> second = one.start(NAME, () -> Thread.currentThread().isInterrupted());
        Task<Boolean> third = one.start(NAME, () -> {
            Thread.currentThread().interrupt(); // of its own doing
            return true;
        });
        Task<Boolean> fourth = one.start(NAME, () -> Thread.currentThread().isInterrupted());
        deft.start(NAME, () -> {
            time.sleep(Duration.ofSeconds(1));
            first.cancel(true);
        });
        assertThat(second.join()).isFalse();
        assertThat(third.join()).isTrue();
        assertThat(fourth.join()).isFalse();
        assertThat(first.isCancelled()).isTrue();
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aCallbackThatComesLateRunsOnNoThreadOfThePool() {
        TaskPool one = deft.pool("one");
        Task<Integer> first = one.start(NAME, () -> 1);
        first.terminated().join();
        CompletableFuture<String> thread = new CompletableFuture<>();
        one.start(
                        NAME,
                        () -> first.onSuccess(
                                result -> thread.complete(Thread.currentThread().toString())))
                .join();
        assertThat(thread.join()).contains("Virtual");
    }

    @Test
    void sizesChangeWhileItRuns() {
        TaskPool one = deft.pool("one");
        List<Task<Integer>> tasks = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            tasks.add(sleeping(one, 1));
        }
        one.resize(3);
        assertThat(one.active()).isEqualTo(3);
        assertThat(one.queued()).isEqualTo(6);
        assertThat(one.queueSize()).isEqualTo(1_000);
        one.resizeQueue(7);
        assertThat(one.queueSize()).isEqualTo(7);
        assertThat(deft.pools()).contains(one).extracting(TaskPool::name).startsWith("one");
        tasks.get(2).join();
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1));
        one.resize(1);
        tasks.forEach(Task::join);
        assertThat(time.elapsed()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(7));
        assertThat(one.threads()).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> one.resize(0));
        assertThatIllegalArgumentException().isThrownBy(() -> one.resizeQueue(-1));
    }

    @Test
    void moreRoomAdmitsThoseThatWait() {
        TaskPool direct = deft.pool("direct");
        sleeping(direct, 5);
        deft.start(NAME, () -> {
            time.sleep(Duration.ofSeconds(1));
            direct.resizeQueue(1);
        });
        Task<Integer> second = sleeping(direct, 1);
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1));
        assertThat(second.join()).isEqualTo(1);
    }

    @Test
    void closingLetsWhatWaitsRun() {
        TaskPool one = deft.pool("one");
        Task<Integer> first = sleeping(one, 2);
        Task<Integer> second = sleeping(one, 2);
        deft.close();
        assertThat(first.join() + second.join()).isEqualTo(4);
        assertThat(one.start(NAME, () -> 1).failure()).isInstanceOf(TaskRejectedException.class);
    }

    @Test
    void closingCancelsWhatStillWaits() {
        TaskPool one = deft.pool("one");
        Task<Integer> first = sleeping(one, 600);
        Task<Integer> second = sleeping(one, 600);
        deft.close();
        assertThat(List.of(first, second)).allMatch(Task::isCancelled);
    }

    @Test
    void aTaskWithAFallbackRunsThereToo() {
        Task<String> task = deft.pool("one")
                .start(
                        NAME,
                        deft.policies().deadline(NAME, Duration.ofSeconds(9)),
                        () -> {
                            throw new IOException("a test's");
                        },
                        failure -> Thread.currentThread().getName());
        assertThat(task.join()).isEqualTo("one-1");
    }

    @Test
    void manyStartersAndCancellersLoseNothing() {
        for (int round = 0; round < 20; round++) {
            TaskPool two = deft.pool("two");
            List<Task<Integer>> tasks = Collections.synchronizedList(new ArrayList<>());
            try (TaskGroup<Object> starters = deft.group()) {
                for (int starter = 0; starter < 4; starter++) {
                    starters.start(() -> {
                        for (int i = 0; i < 25; i++) {
                            Task<Integer> task = two.start(NAME, () -> 1);
                            tasks.add(task);
                            if (i % 5 == 0) {
                                task.cancel(true);
                            }
                        }
                    });
                }
                starters.await();
            }
            assertThat(tasks).hasSize(100).allSatisfy(task -> {
                task.terminated().join();
                assertThat(task.isDone()).isTrue();
            });
            assertThat(two.queued()).isZero();
        }
    }

    @Test
    void aMemberThatRunsOnTheThreadOfItsGroupsOpenerDoesNotWaitForItself() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        List<Task<Integer>> blocking = new ArrayList<>();
        for (int i = 0; i < 2; i++) { // the thread, and the queue
            blocking.add(deft.pool("polite").start(NAME, () -> {
                release.await();
                return 0;
            }));
        }
        AtomicReference<Throwable> refused = new AtomicReference<>();
        try (TaskGroup<Integer> group = deft.<Integer>group().limit(1)) {
            deft.pool("polite").start(NAME, () -> {
                assertThat(Thread.currentThread().getName()).doesNotContain("polite");
                group.start("below", () -> 2); // waits for the place itself
                refused.set(catchThrowable(group::await));
                return 1;
            });
            assertThat(group.await()).containsExactlyInAnyOrder(1, 2);
        } finally {
            release.countDown();
        }
        assertThat(refused.get()).isInstanceOf(IllegalStateException.class).hasMessageContaining("wait for itself");
        blocking.forEach(Task::join);
    }

    @Test
    void aTaskThatIsCancelledOnItsWayIntoTheQueueLeavesNothingThere() throws InterruptedException {
        AtomicReference<TaskContext.Cancellable> victim = new AtomicReference<>();
        ContextCarrier cancelling = () -> {
            TaskContext.Cancellable context = victim.get();
            if (context != null) {
                context.cancel();
            }
            return () -> () -> {};
        };
        CountDownLatch release = new CountDownLatch(1);
        try (Deft own = Deft.builder()
                .time(time)
                .carrier(cancelling)
                .pool("strict", PoolSettings.platformThreads(1).queue(1).whenFull(WhenFull.REJECT))
                .build()) {
            Task<Integer> blocking = own.pool("strict").start(NAME, () -> {
                release.await();
                return 1;
            });
            TaskContext.Cancellable context = TaskContext.current().withCancel();
            Task<Integer> cancelled = context.call(() -> {
                victim.set(context);
                return own.pool("strict").start(NAME, () -> 2);
            });
            victim.set(null);

            assertThat(cancelled.terminated()).isCompleted();
            assertThat(own.pool("strict").queued()).isZero();
            Task<Integer> next = own.pool("strict").start(NAME, () -> 3);
            release.countDown();
            assertThat(next.join()).isEqualTo(3);
            assertThat(blocking.join()).isEqualTo(1);
        }
    }
}
