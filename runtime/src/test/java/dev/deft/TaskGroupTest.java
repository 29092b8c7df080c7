package dev.deft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.deft.policy.HedgeSettings;
import dev.deft.time.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@SuppressWarnings("FutureReturnValueIgnored") // the group, or the end of the runtime, waits for the tasks
class TaskGroupTest {
    private static final TaskName NAME = TaskName.of("shop.PaymentService", "charge", "Order");

    private final VirtualTime time = new VirtualTime();
    private final Deft deft =
            Deft.builder().time(time).closeTimeout(Duration.ofSeconds(1)).build();

    @AfterEach
    void nothingIsLeft() {
        assertThat(TaskContext.current().id()).matches("0{16}");
        assertThat(TaskContext.current()).isSameAs(TaskContext.current().withoutCancel());
        assertThat(deft.drain(Duration.ofSeconds(1))).isTrue();
        assertThat(Thread.interrupted()).isFalse();
        deft.close();
    }

    private int after(int seconds) throws InterruptedException {
        time.sleep(Duration.ofSeconds(seconds));
        return seconds;
    }

    @Test
    void waitsForAllAndGivesResultsInTheOrderOfTheirStart() {
        try (TaskGroup<Integer> group = deft.group()) {
            for (int seconds : new int[] {3, 1, 2}) {
                group.start("sleep " + seconds, () -> after(seconds));
            }
            assertThat(group.await()).containsExactly(3, 1, 2);
            assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(3));
        }
    }

    @Test
    void anEmptyGroupHasNoResults() { // W1
        try (TaskGroup<Integer> group = deft.group()) {
            assertThat(group.await()).isEmpty();
        }
    }

    @Test
    void whatWrappersStartInTheBlockBelongsToIt() {
        Task<Integer> before = deft.start(NAME, () -> after(9));
        Task<Integer> within;
        try (TaskGroup<Object> group = deft.group()) {
            within = deft.start(NAME, () -> after(2));
            deft.start("other", () -> "text");
            assertThat(group.await()).containsExactly(2, "text");
            assertThat(group.tasks()).first().isSameAs(within);
            assertThat(before.isDone()).isFalse();
        }
        Task<Integer> outside = deft.start(NAME, () -> after(1));
        assertThat(outside.context().isCancelled()).isFalse();
        assertThat(before.join() + outside.join()).isEqualTo(10);
    }

    @Test
    void awaitMayBeCalledAgainAfterMoreTasks() { // W7
        try (TaskGroup<Integer> group = deft.group()) {
            group.start(() -> 1);
            assertThat(group.await()).containsExactly(1);
            group.start(() -> 2);
            assertThat(group.await()).containsExactly(1, 2);
        }
    }

    @Test
    void nullIsAResultToo() {
        try (TaskGroup<Object> group = deft.group()) {
            group.start(() -> {});
            group.start("text", () -> "text");
            assertThat(group.await()).containsExactly(null, "text");
        }
    }

    @Test
    void theFirstFailureCancelsTheRestAndIsThrownAsItself() { // E1, E3
        IOException failure = new IOException("first");
        AtomicReference<Throwable> cause = new AtomicReference<>();
        try (TaskGroup<Integer> group = deft.group()) {
            Task<Integer> slow = group.start("slow", () -> {
                try {
                    return after(60);
                } finally {
                    cause.set(TaskContext.current().cause());
                }
            });
            group.start("failing", () -> {
                after(1);
                throw failure;
            });
            assertThat(catchThrowable(group::await)).isSameAs(failure).hasNoSuppressedExceptions();
            assertThat(slow.isCancelled()).isTrue();
            assertThat(slow.failure()).hasCause(failure);
            assertThat(cause.get()).isSameAs(failure);
            assertThat(slow.terminated()).isDone();
            assertThat(group.context().isCancelled()).isTrue(); // E4
        }
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void failuresAfterTheFirstAreSuppressed() {
        IOException first = new IOException("first");
        IllegalStateException cleanup = new IllegalStateException("in its cleanup");
        try (TaskGroup<Integer> group = deft.group()) {
            group.start("cancelled", () -> {
                try {
                    return after(60);
                } catch (InterruptedException cancelled) {
                    throw cleanup;
                }
            });
            group.start("failing", () -> {
                after(1);
                throw first;
            });
            group.start("well behaved", () -> after(60));
            assertThat(catchThrowable(group::await)).isSameAs(first);
            assertThat(first.getSuppressed()).containsExactly(cleanup);
            assertThat(catchThrowable(group::await)).isSameAs(first); // again, and nothing twice
            assertThat(first.getSuppressed()).hasSize(1);
        }
    }

    @Test
    void aDeadlineThatOneMissedIsNoDeadlineOfTheOthers() {
        try (TaskGroup<Integer> group = deft.group()) {
            Task<Integer> other = group.start("other", () -> after(60));
            deft.start(NAME, deft.policies().deadline(NAME, Duration.ofSeconds(1)), () -> after(60));
            assertThatThrownBy(group::await).isInstanceOf(DeadlineExceededException.class);
            assertThat(other.failure())
                    .isInstanceOf(CancellationException.class)
                    .hasCauseInstanceOf(DeadlineExceededException.class);
        }
    }

    @Test
    void aMemberThatIsCancelledOnItsOwnFailsTheGroup() {
        try (TaskGroup<Integer> group = deft.group()) {
            Task<Integer> other = group.start("other", () -> after(60));
            group.start("cancelled", () -> after(60)).cancel(true);
            assertThatThrownBy(group::await)
                    .isInstanceOf(CancellationException.class)
                    .hasMessageContaining("cancelled was cancelled");
            assertThat(other.isCancelled()).isTrue();
        }
    }

    @Test
    void collectLetsTheOthersGoOn() { // E2
        IOException failure = new IOException("one");
        try (TaskGroup<Integer> group = deft.<Integer>group().collect()) {
            group.start("a", () -> after(3));
            group.start("failing", () -> {
                throw failure;
            });
            group.start("b", () -> after(2));
            assertThat(group.await()).containsExactly(3, 2);
            assertThat(group.failures()).containsExactly(failure);
            assertThat(group.tasks())
                    .extracting(Task::status)
                    .containsExactly(TaskStatus.SUCCEEDED, TaskStatus.FAILED, TaskStatus.SUCCEEDED);
        }
    }

    @Test
    void anErrorIsEverybodysEvenWhenCollecting() { // R14
        AssertionError panic = new AssertionError("panic");
        IOException failure = new IOException("before");
        try (TaskGroup<Integer> group = deft.<Integer>group().collect()) {
            Task<Integer> other = group.start("other", () -> after(60));
            group.start("failing", () -> {
                throw failure;
            });
            group.start("panicking", () -> {
                after(1);
                throw panic;
            });
            assertThat(catchThrowable(group::await)).isSameAs(panic).hasSuppressedException(failure);
            assertThat(other.isCancelled()).isTrue();
        }
    }

    @Test
    void anErrorThatNobodyAwaitedIsThrownByClose() {
        AssertionError panic = new AssertionError("panic");
        TaskGroup<Integer> group = deft.group();
        Task<Integer> task = group.start("panicking", () -> {
            throw panic;
        });
        task.terminated().join();
        assertThat(catchThrowable(group::close)).isSameAs(panic);
        group.close();
    }

    @Test
    void leavingTheBlockLeavesNothingRunning() {
        AtomicBoolean cleaned = new AtomicBoolean();
        Task<Integer> task;
        try (TaskGroup<Integer> group = deft.group()) {
            task = group.start("slow", () -> {
                try {
                    return after(60);
                } finally {
                    for (long until = time.nanoTime() + 2_000_000_000L; time.nanoTime() < until; ) {
                        boolean interrupted = Thread.interrupted();
                        time.parkUntil(this, until);
                        assertThat(interrupted).isIn(true, false);
                    }
                    cleaned.set(true);
                }
            });
            time.sleep(Duration.ofSeconds(1));
        } catch (InterruptedException impossible) {
            throw new AssertionError(impossible);
        }
        assertThat(task.isCancelled()).isTrue();
        assertThat(task.terminated()).isDone();
        assertThat(cleaned).isTrue();
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void anExceptionOutOfTheBlockCancelsItsTasks() {
        AtomicReference<Task<Integer>> started = new AtomicReference<>();
        assertThatIllegalStateException().isThrownBy(() -> {
            try (TaskGroup<Integer> group = deft.group()) {
                started.set(group.start("slow", () -> after(60)));
                throw new IllegalStateException("out of here");
            }
        });
        assertThat(started.get().isCancelled()).isTrue();
        assertThat(time.elapsed()).isZero();
    }

    @Test
    void tasksMayStartMoreInTheSameGroup() { // W2
        try (TaskGroup<Integer> group = deft.group()) {
            tree(group, 4);
            assertThat(group.await()).hasSize(31).containsOnlyOnce(4).contains(0, 1, 2, 3);
        }
    }

    private void tree(TaskGroup<Integer> group, int depth) {
        group.start("level " + depth, () -> {
            if (depth > 0) {
                after(1);
                tree(group, depth - 1);
                tree(group, depth - 1);
            }
            return depth;
        });
    }

    @Test
    void whatAMemberStartsIsWaitedForButNotItsResult() {
        AtomicReference<Task<Integer>> below = new AtomicReference<>();
        try (TaskGroup<String> group = deft.group()) {
            group.start("member", () -> {
                below.set(deft.start(NAME, () -> after(5)));
                return "started";
            });
            assertThat(group.await()).containsExactly("started");
            assertThat(below.get().join()).isEqualTo(5);
            assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(5));
        }
    }

    @Test
    void aFailureBelowAMemberIsThatMembersBusiness() {
        try (TaskGroup<String> group = deft.group()) {
            group.start("member", () -> {
                Task<String> below = deft.start("below", () -> {
                    throw new IOException("a test's");
                });
                below.terminated().join();
                return "saw " + below.failure();
            });
            assertThat(group.await()).containsExactly("saw java.io.IOException: a test's");
        }
    }

    @Test
    void aDetachedTaskBelongsToNoGroup() {
        Task<Integer> detached;
        try (TaskGroup<Object> group = deft.group()) {
            detached = deft.startDetached(NAME, () -> after(5));
            assertThat(group.await()).isEmpty();
        }
        assertThat(detached.isDone()).isFalse();
        assertThat(detached.join()).isEqualTo(5);
    }

    @Test
    void attemptsOfAHedgedCallAreNoMembers() {
        var hedge = deft.policies().hedge(NAME, HedgeSettings.after(Duration.ofSeconds(1)));
        try (TaskGroup<Object> group = deft.group()) {
            AtomicInteger attempt = new AtomicInteger();
            Integer result = hedge.call(() -> after(attempt.incrementAndGet() == 1 ? 60 : 1));
            assertThat(result).isEqualTo(1);
            assertThat(group.tasks()).isEmpty();
            assertThat(group.await()).isEmpty();
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void groupsNest() {
        try (TaskGroup<Integer> outer = deft.group()) {
            deft.start(NAME, () -> after(1));
            try (TaskGroup<Integer> inner = deft.group()) {
                deft.start(NAME, () -> after(2));
                assertThat(inner.await()).containsExactly(2);
            }
            deft.start(NAME, () -> after(3));
            assertThat(outer.await()).containsExactly(1, 3);
        }
    }

    @Test
    void anOuterGroupWaitsForABatchThatAMemberStarted() {
        AtomicInteger done = new AtomicInteger();
        try (TaskGroup<String> group = deft.group()) {
            group.start("member", () -> {
                deft.batch(
                        List.of(1, 2, 3),
                        seconds -> deft.start(NAME, () -> {
                            after(seconds);
                            return done.incrementAndGet();
                        }));
                return "started";
            });
            assertThat(group.await()).containsExactly("started");
            assertThat(done).hasValue(3);
        }
    }

    @Test
    void theEndOfTheContextAroundEndsItAll() {
        Task<Integer> member;
        try (TaskContext.Cancellable request = TaskContext.current().withCancel()) {
            member = request.call(() -> {
                try (TaskGroup<Integer> group = deft.group()) {
                    Task<Integer> started = group.start("slow", () -> after(60));
                    deft.start("canceller", () -> {
                        after(1);
                        request.cancel(new IOException("why"));
                    });
                    assertThatThrownBy(group::await)
                            .isInstanceOf(CancellationException.class)
                            .hasCauseInstanceOf(IOException.class);
                    return started;
                }
            });
        }
        assertThat(member.isCancelled()).isTrue();
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void theDeadlineAroundEndsItAll() {
        try (Deft timed = Deft.builder().time(time).build()) {
            Task<Object> task = timed.start(NAME, () -> {
                try (var limit = TaskContext.current().withTimeout(Duration.ofSeconds(2))) {
                    return limit.call(() -> {
                        try (TaskGroup<Integer> group = timed.group()) {
                            group.start("slow", () -> after(60));
                            return group.await();
                        }
                    });
                }
            });
            assertThat(task.failure()).isNull();
            assertThatThrownBy(task::join).hasCauseInstanceOf(DeadlineExceededException.class);
            assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(2));
        }
    }

    @Test
    void aDeadlineWithinTheBlockEndsTheWait() {
        try (TaskGroup<Integer> group = deft.group()) {
            group.start("slow", () -> after(60));
            TaskContext inTask = TaskContext.current();
            assertThat(inTask).isSameAs(group.context());
            try (var limit = deft.start(NAME, () -> 1).context().withoutCancel().withTimeout(Duration.ofSeconds(2))) {
                assertThatThrownBy(() -> limit.run(group::await)).isInstanceOf(DeadlineExceededException.class);
            }
            assertThat(group.context().isCancelled()).isTrue();
        }
    }

    @Test
    void aFailureIsThrownAlsoWhereTheWaitLiesInAContextBelow() {
        IOException failure = new IOException("first");
        try (TaskGroup<Integer> group = deft.group()) {
            group.start("failing", () -> {
                after(1);
                throw failure;
            });
            try (var limit = TaskContext.current().withTimeout(Duration.ofSeconds(30))) {
                assertThat(catchThrowable(() -> limit.run(group::await))).isSameAs(failure);
            }
        }
    }

    @Test
    void anInterruptOfTheWaitCancelsTheGroup() {
        Task<Boolean> waiter = deft.start(NAME, () -> {
            Task<Integer> member;
            try (TaskGroup<Integer> group = deft.group()) {
                member = group.start("slow", () -> after(60));
                Thread.currentThread().interrupt();
                assertThatThrownBy(group::await).isInstanceOf(TaskInterruptedException.class);
                assertThat(Thread.currentThread().isInterrupted()).isTrue();
            }
            assertThat(Thread.interrupted()).isTrue();
            return member.isCancelled();
        });
        assertThat(waiter.join()).isTrue();
    }

    @Test
    void cancelEndsAllMembers() {
        try (TaskGroup<Integer> group = deft.group()) {
            Task<Integer> member = group.start("slow", () -> after(60));
            group.cancel();
            assertThat(member.isCancelled()).isTrue();
            assertThatThrownBy(group::await).isInstanceOf(CancellationException.class);
            assertThat(group.start("late", () -> 1).isCancelled()).isTrue();
        }
    }

    @Test
    void whatIsCancelledAfterAllSucceededHasItsResults() {
        try (TaskGroup<Integer> group = deft.group()) {
            group.start("quick", () -> 1).terminated().join();
            group.cancel();
            assertThat(group.await()).containsExactly(1);
        }
    }

    @Test
    void neverMoreThanTheLimitRun() { // E5
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (TaskGroup<Integer> group = deft.<Integer>group().limit(3)) {
            for (int i = 0; i < 10; i++) {
                deft.start(NAME, () -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    after(1);
                    return running.decrementAndGet();
                });
            }
            assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(3)); // the starter waited for places
            assertThat(group.await()).hasSize(10);
        }
        assertThat(most).hasValue(3);
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void aMemberThatStartsMoreThanTheLimitDoesNotWaitForItself() { // E9
        try (TaskGroup<Integer> group = deft.<Integer>group().limit(1)) {
            group.start("member", () -> {
                for (int i = 0; i < 3; i++) {
                    group.start("more", () -> after(1));
                }
                return 0;
            });
            assertThat(group.await()).containsExactly(0, 1, 1, 1);
            assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(3));
        }
    }

    @Test
    void tryStartStartsOnlyWhereThereIsAPlace() { // E8
        try (TaskGroup<Integer> group = deft.<Integer>group().limit(1)) {
            Task<Integer> first = group.tryStart("first", () -> after(1));
            assertThat(first).isNotNull();
            assertThat(group.tryStart("second", () -> 2)).isNull();
            assertThat(group.tryStart("third", () -> {})).isNull();
            assertThat(group.await()).containsExactly(1);
            assertThat(group.tryStart("fourth", () -> 4)).isNotNull();
            assertThat(group.await()).containsExactly(1, 4);
        }
    }

    @Test
    void aStarterThatWaitsForAPlaceIsReleasedByTheEndOfTheGroup() { // E10, E11
        AtomicInteger begun = new AtomicInteger();
        IOException failure = new IOException("first");
        try (TaskGroup<Integer> group = deft.<Integer>group().limit(1)) {
            group.start("failing", () -> {
                after(1);
                throw failure;
            });
            Task<Integer> second = group.start("second", begun::incrementAndGet);
            assertThat(second.isCancelled()).isTrue();
            assertThat(catchThrowable(group::await)).isSameAs(failure).hasNoSuppressedExceptions();
        }
        assertThat(begun).hasValue(0);
    }

    @Test
    void aStarterThatIsInterruptedWhileItWaitsForAPlaceGetsAFailedTask() {
        try (TaskGroup<Integer> group = deft.<Integer>group().limit(1)) {
            group.start("slow", () -> after(60));
            Thread.currentThread().interrupt();
            Task<Integer> second = group.start("second", () -> 2);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(second.failure()).isInstanceOf(TaskInterruptedException.class);
            assertThatThrownBy(group::await).isSameAs(second.failure());
        }
    }

    @Test
    void settingsComeBeforeTasks() { // E6, E7
        try (TaskGroup<Integer> group = deft.group()) {
            assertThatIllegalArgumentException().isThrownBy(() -> group.limit(0));
            group.start(() -> 1);
            assertThatIllegalStateException().isThrownBy(() -> group.limit(2));
            assertThatIllegalStateException().isThrownBy(group::collect);
            group.await();
        }
    }

    @Test
    void aMemberCannotWaitForItsOwnGroup() {
        try (TaskGroup<Object> group = deft.group()) {
            group.start("await", () -> catchThrowable(group::await));
            group.start("close", () -> catchThrowable(group::close));
            assertThat(group.await()).allSatisfy(each -> assertThat(each).isInstanceOf(IllegalStateException.class));
        }
    }

    @Test
    void onlyTheThreadThatOpenedItClosesIt() {
        try (TaskGroup<Object> group = deft.group()) {
            Task<Throwable> other = deft.startDetached(NAME, () -> catchThrowable(group::close));
            assertThat(other.join()).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aClosedGroupStartsNothing() { // E12
        TaskGroup<Integer> group = deft.group();
        group.close();
        assertThatIllegalStateException().isThrownBy(() -> group.start(() -> 1));
        assertThatIllegalStateException().isThrownBy(() -> group.tryStart("late", () -> 1));
        assertThat(group.await()).isEmpty();
    }

    @Test
    void aBatchStartsOneForEachItem() {
        TaskGroup<Integer> batch = deft.batch(List.of(3, 1, 2), seconds -> deft.start(NAME, () -> after(seconds)));
        assertThat(TaskContext.current().isCancelled()).isFalse();
        assertThat(batch.await()).containsExactly(3, 1, 2);
        assertThatIllegalStateException().isThrownBy(() -> batch.start(() -> 4));
    }

    @Test
    void aBatchIsForgottenByItsParentWhenItIsOver() {
        try (TaskContext.Cancellable request = TaskContext.current().withCancel()) {
            TaskGroup<Integer> batch =
                    request.call(() -> deft.batch(List.of(1, 2), seconds -> deft.start(NAME, () -> after(seconds))));
            assertThat(batch.await()).containsExactly(1, 2);
            request.cancel();
            assertThat(batch.context().isCancelled()).isFalse();
        }
    }

    @Test
    void aBatchWhoseItemsFailToComeIsCancelled() {
        List<Task<Integer>> started = new ArrayList<>();
        Iterable<Integer> items = () -> IntStream.iterate(1, i -> i + 1)
                .peek(i -> {
                    if (i == 3) {
                        throw new IllegalStateException("no more");
                    }
                })
                .iterator();
        assertThatIllegalStateException()
                .isThrownBy(() -> deft.batch(items, i -> {
                    Task<Integer> task = deft.start(NAME, () -> after(60));
                    started.add(task);
                    return task;
                }));
        assertThat(started).hasSize(2).allMatch(Task::isCancelled);
        started.forEach(task -> task.terminated().join());
    }

    @Test
    void aBatchStopsStartingWhenOneHasFailed() {
        IOException failure = new IOException("first");
        List<Integer> asked = Collections.synchronizedList(new ArrayList<>());
        TaskGroup<Integer> batch = deft.batch(List.of(1, 2, 3), item -> {
            asked.add(item);
            Task<Integer> task = deft.start(NAME, () -> {
                throw failure;
            });
            task.terminated().join();
            return task;
        });
        assertThat(catchThrowable(batch::await)).isSameAs(failure);
        assertThat(asked).containsExactly(1);
    }

    @Test
    void aClosedRuntimeFailsTheGroup() {
        Deft closed = Deft.builder().time(time).build();
        closed.close();
        try (TaskGroup<Integer> group = closed.group()) {
            group.start(() -> 1);
            assertThatThrownBy(group::await).isInstanceOf(TaskRejectedException.class);
        }
    }

    @Test
    void severalMayWait() { // W6
        try (TaskGroup<Integer> group = deft.group()) {
            group.start("slow", () -> after(5));
            List<Task<List<Integer>>> waiters = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                waiters.add(deft.startDetached(NAME, group::await));
            }
            assertThat(waiters).allSatisfy(waiter -> assertThat(waiter.join()).containsExactly(5));
        }
    }

    @Test
    void callbacksAreWaitedFor() {
        AtomicBoolean called = new AtomicBoolean();
        try (TaskGroup<Integer> group = deft.group()) {
            group.start("member", () -> after(1)).onSuccess(result -> {
                try {
                    after(1);
                } catch (InterruptedException cancelled) {
                    throw new AssertionError(cancelled);
                }
                called.set(true);
            });
            group.await();
            assertThat(called).isTrue();
        }
    }

    @Test
    void tenThousandMembers() {
        try (Deft real = Deft.builder().build();
                TaskGroup<Integer> group = real.group()) {
            CompletableFuture<Void> go = new CompletableFuture<>();
            for (int i = 0; i < 10_000; i++) {
                int number = i;
                group.start(() -> {
                    Task.await(go);
                    return number;
                });
            }
            go.complete(null);
            List<Integer> results = group.await();
            assertThat(results).hasSize(10_000);
            assertThat(results.get(9_999)).isEqualTo(9_999);
        }
    }

    @Test
    void aCallbackThatComesLateGivesNoPlaceBackAgain() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (TaskGroup<Integer> group = deft.<Integer>group().limit(1)) {
            Task<Integer> first = group.start("first", () -> 1);
            first.join();
            for (int i = 0; i < 5; i++) {
                CompletableFuture<Integer> told = new CompletableFuture<>();
                first.onSuccess(told::complete);
                told.join();
            }
            for (int i = 0; i < 8; i++) {
                group.start("next", () -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    time.sleep(Duration.ofSeconds(1));
                    return running.decrementAndGet();
                });
            }
            group.await();
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void whatCannotBeStartedTakesNoPlace() {
        try (TaskGroup<Integer> group = deft.<Integer>group().limit(1)) {
            assertThatThrownBy(() -> group.tryStart("none", (TaskBody<Integer>) null))
                    .isInstanceOf(NullPointerException.class);
            assertThatThrownBy(() -> group.tryStart(null, () -> 1)).isInstanceOf(NullPointerException.class);

            assertThat(group.tryStart("one", () -> 1)).isNotNull();
            assertThat(group.await()).containsExactly(1);
        }
    }
}
