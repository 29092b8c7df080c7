package dev.deft.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deft.DeadlineExceededException;
import dev.deft.Deft;
import dev.deft.Task;
import dev.deft.TaskContext;
import dev.deft.TaskName;
import dev.deft.time.TimeSource;
import dev.deft.time.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The rules of Go's contexts. The numbers are those of the list they were taken from. */
class ContextTest {
    private static final TaskContext.Key<String> KEY = TaskContext.Key.of("key");
    private static final TaskContext.Key<String> OTHER = TaskContext.Key.of("key");

    private final VirtualTime time = VirtualTime.manual();
    private final Scope root = scope(Context.background());

    private Scope scope(Context parent) {
        return new Scope(parent, time, null).open(parent);
    }

    @Test
    void theBackgroundNeverEnds() { // C1, C21
        TaskContext background = TaskContext.current();
        assertThat(background).isNotNull().isSameAs(TaskContext.current());
        assertThat(background.isCancelled()).isFalse();
        assertThat(background.cause()).isNull();
        assertThat(background.deadline()).isNull();
        assertThat(background.remaining()).isNull();
        assertThat(background.get(KEY)).isNull();
        assertThat(background.attempt()).isEqualTo(1);
        assertThat(background.id()).matches("0{16}");
        assertThat(background.traceId()).matches("0{32}");
        assertThat(background.withoutCancel()).isSameAs(background);
        assertThatCode(background::checkCancelled).doesNotThrowAnyException();
    }

    @Test
    void cancelReachesAnyDepthWithItsCause() { // C2, C31
        List<TaskContext> below = new ArrayList<>();
        TaskContext context = root;
        for (int depth = 0; depth < 100; depth++) {
            context = depth % 3 == 0 ? context.with(KEY, "v") : context.withCancel();
            below.add(context);
        }
        IllegalStateException cause = new IllegalStateException("why");
        root.cancel(cause);
        assertThat(below).allSatisfy(each -> {
            assertThat(each.isCancelled()).isTrue();
            assertThat(each.cause()).isSameAs(cause);
        });
    }

    @Test
    void aChildEndsNeitherParentNorSiblings() { // C3
        TaskContext.Cancellable child = root.withCancel();
        TaskContext.Cancellable sibling = root.withCancel();
        child.cancel();
        assertThat(child.isCancelled()).isTrue();
        assertThat(root.isCancelled()).isFalse();
        assertThat(sibling.isCancelled()).isFalse();
    }

    @Test
    void cancelLeavesTheParent() { // C4
        for (int i = 0; i < 1000; i++) {
            root.withCancel().cancel();
            root.withTimeout(Duration.ofDays(1)).close();
        }
        assertThat(root.linked()).isZero();
    }

    @Test
    void theFirstCauseWins() { // C5, C18, C19
        TaskContext.Cancellable child = root.withCancel();
        TaskContext.Cancellable live = root.withCancel();
        Throwable first = new IllegalStateException("first");
        Throwable second = new IllegalStateException("second");
        child.cancel(first);
        child.cancel(second);
        root.cancel(second);
        root.cancel();
        assertThat(child.cause()).isSameAs(first);
        assertThat(root.cause()).isSameAs(second);
        assertThat(live.cause()).isSameAs(second);
    }

    @Test
    void oneOfManyCancellersWins() throws InterruptedException { // C5
        for (int round = 0; round < 2000; round++) {
            TaskContext.Cancellable context = root.withCancel();
            AtomicInteger ran = new AtomicInteger();
            context.onCancel(ran::incrementAndGet);
            Throwable one = new IllegalStateException("1");
            Throwable two = new IllegalStateException("2");
            race(() -> context.cancel(one), () -> context.cancel(two));
            assertThat(context.cause()).isIn(one, two);
            assertThat(ran).hasValue(1);
        }
    }

    @Test
    void aChildOfTheDeadIsDead() { // C8
        Throwable cause = new IllegalStateException();
        root.cancel(cause);
        assertThat(root.withCancel().cause()).isSameAs(cause);
        assertThat(root.withTimeout(Duration.ofSeconds(1)).cause()).isSameAs(cause);
        assertThat(root.with(KEY, "v").cause()).isSameAs(cause);
        assertThat(root.linked()).isZero();
    }

    @Test
    void deriveRacesWithCancel() throws InterruptedException { // C8, nobody is forgotten between the two
        for (int round = 0; round < 5000; round++) {
            Scope parent = scope(root);
            List<TaskContext> children = new ArrayList<>();
            AtomicInteger told = new AtomicInteger();
            race(parent::cancel, () -> {
                children.add(parent.withCancel());
                parent.onCancel(told::incrementAndGet);
            });
            assertThat(children.get(0).isCancelled()).isTrue();
            assertThat(told).hasValue(1);
        }
        assertThat(root.linked()).isZero();
    }

    @Test
    void theSoonerDeadlineHolds() { // C10
        TaskContext outer = root.withTimeout(Duration.ofSeconds(1));
        TaskContext later = outer.withTimeout(Duration.ofSeconds(5));
        TaskContext sooner = outer.withTimeout(Duration.ofMillis(10));
        assertThat(later.deadline()).isEqualTo(outer.deadline());
        assertThat(later.remaining()).isEqualTo(Duration.ofSeconds(1));
        assertThat(sooner.remaining()).isEqualTo(Duration.ofMillis(10));
        time.advance(Duration.ofMillis(10));
        assertThat(sooner.cause()).isInstanceOf(DeadlineExceededException.class);
        assertThat(outer.isCancelled()).isFalse();
        time.advance(Duration.ofMillis(989));
        assertThat(later.isCancelled()).isFalse();
        time.advance(Duration.ofMillis(1));
        assertThat(later.cause()).isInstanceOf(DeadlineExceededException.class).isSameAs(outer.cause());
        assertThat(later.remaining()).isZero();
    }

    @Test
    void aDeadlinePastIsOverAtOnce() { // C11
        assertThat(root.withTimeout(Duration.ZERO).cause()).isInstanceOf(DeadlineExceededException.class);
        assertThat(root.withTimeout(Duration.ofSeconds(Long.MIN_VALUE)).isCancelled())
                .isTrue();
        assertThat(root.withDeadline(time.now()).cause()).isInstanceOf(DeadlineExceededException.class);
        assertThat(root.withDeadline(time.now().plusSeconds(1)).remaining()).isEqualTo(Duration.ofSeconds(1));
        assertThat(root.withTimeout(Duration.ofSeconds(Long.MAX_VALUE)).isCancelled())
                .isFalse();
    }

    @Test
    void cancelBeforeTheDeadlineIsCancel() { // C12, C13
        TaskContext.Cancellable context = root.withTimeout(Duration.ofSeconds(1));
        context.cancel();
        time.advance(Duration.ofSeconds(2));
        assertThat(context.cause()).isInstanceOf(CancellationException.class);
    }

    @Test
    void cancelStopsTheTimer() { // C13
        CountingTime counting = new CountingTime(time);
        Scope bounded = new Scope(root, counting, null, counting.nanoTime() + 1000).open(root);
        assertThat(counting.timers).hasValue(1);
        bounded.cancel();
        assertThat(counting.timers).hasValue(0);
        new Scope(root, counting, null, counting.nanoTime() + 1000).open(root).finish();
        assertThat(counting.timers).hasValue(0);
    }

    @Test
    void checkThrowsAnewWhatFits() { // C16, C17
        TaskContext.Cancellable plain = root.withCancel();
        plain.cancel();
        assertThatThrownBy(plain::checkCancelled)
                .isInstanceOf(CancellationException.class)
                .hasNoCause();
        TaskContext.Cancellable custom = root.withCancel();
        Throwable cause = new IllegalStateException();
        custom.cancel(cause);
        assertThatThrownBy(custom::checkCancelled)
                .isInstanceOf(CancellationException.class)
                .hasCause(cause);
        TaskContext.Cancellable none = root.withCancel();
        none.cancel(null);
        assertThat(none.cause()).isInstanceOf(CancellationException.class);
        TaskContext late = root.withTimeout(Duration.ZERO);
        assertThatThrownBy(late::checkCancelled)
                .isInstanceOf(DeadlineExceededException.class)
                .isNotSameAs(late.cause());
    }

    @Test
    void withoutCancelKeepsIdentityAndValuesOnly() { // C22
        Scope task = new Scope(root, time, TaskName.of("a.B", "c"), time.nanoTime() + 1000).open(root);
        TaskContext valued = task.with(KEY, "v");
        TaskContext freed = valued.withoutCancel();
        task.cancel();
        assertThat(freed.isCancelled()).isFalse();
        assertThat(freed.deadline()).isNull();
        assertThat(freed.get(KEY)).isEqualTo("v");
        assertThat(freed.id()).isEqualTo(task.id()).matches("[0-9a-f]{16}");
        assertThat(freed.traceId()).isEqualTo(task.traceId()).matches("[0-9a-f]{32}");
        assertThat(freed.withCancel().isCancelled()).isFalse();
    }

    @Test
    void callbacksRunOnceAndCanBeRemoved() { // C23 to C26
        AtomicInteger runs = new AtomicInteger();
        List<Thread> on = new ArrayList<>();
        TaskContext.Registration kept = root.onCancel(() -> on.add(Thread.currentThread()));
        TaskContext.Registration removed = root.onCancel(runs::incrementAndGet);
        root.onCancel(() -> {
            throw new IllegalStateException("a test's");
        });
        root.onCancel(runs::incrementAndGet);
        assertThat(removed.remove()).isTrue();
        assertThat(removed.remove()).isFalse();
        root.cancel();
        root.cancel();
        assertThat(runs).hasValue(1);
        assertThat(on).containsExactly(Thread.currentThread());
        assertThat(kept.remove()).isFalse();
        assertThat(root.onCancel(runs::incrementAndGet).remove()).isFalse();
        assertThat(runs).hasValue(2);
        assertThat(root.linked()).isZero();
    }

    @Test
    void removeRacesWithCancel() throws InterruptedException { // C24
        for (int round = 0; round < 5000; round++) {
            Scope context = scope(root);
            AtomicInteger ran = new AtomicInteger();
            AtomicInteger prevented = new AtomicInteger();
            TaskContext.Registration registration = context.onCancel(ran::incrementAndGet);
            race(context::cancel, () -> prevented.set(registration.remove() ? 1 : 0));
            assertThat(ran.get() + prevented.get()).isEqualTo(1);
        }
    }

    @Test
    void theNearestValueWins() { // C27, C28
        TaskContext one = root.with(KEY, "one");
        TaskContext two = one.withCancel().with(KEY, "two");
        assertThat(two.get(KEY)).isEqualTo("two");
        assertThat(one.get(KEY)).isEqualTo("one");
        assertThat(two.get(OTHER)).isNull();
        assertThatNullPointerException().isThrownBy(() -> two.get(null));
        assertThatNullPointerException().isThrownBy(() -> two.with(null, ""));
        assertThatNullPointerException().isThrownBy(() -> two.with(KEY, null));
    }

    @Test
    void runAndCallRestoreWhatWasCurrent() {
        TaskContext before = TaskContext.current();
        TaskContext outer = root.with(KEY, "outer");
        outer.run(() -> {
            assertThat(TaskContext.current()).isSameAs(outer);
            String seen =
                    root.with(KEY, "inner").call(() -> TaskContext.current().get(KEY));
            assertThat(seen).isEqualTo("inner");
            assertThatThrownBy(() -> root.call(() -> {
                        throw new java.io.IOException();
                    }))
                    .isInstanceOf(java.io.IOException.class);
            assertThat(TaskContext.current()).isSameAs(outer);
        });
        assertThat(TaskContext.current()).isSameAs(before);
    }

    @Test
    void finishedScopesHandTheirChildrenUp() {
        Scope middle = scope(root);
        Scope leaf = scope(middle);
        AtomicInteger told = new AtomicInteger();
        leaf.onCancel(told::incrementAndGet);
        middle.finish();
        assertThat(root.linked()).isEqualTo(1);
        assertThat(middle.linked()).isZero();
        root.cancel();
        assertThat(leaf.isCancelled()).isTrue();
        assertThat(told).hasValue(1);
        assertThat(middle.isCancelled()).isFalse();
    }

    @Test
    void aFinishedScopeWatchesItsDeadlineWhileSomebodyIsBelow() {
        Scope middle = new Scope(root, time, null, time.nanoTime() + 1000).open(root);
        Scope leaf = scope(middle);
        Scope other = scope(middle);
        middle.finish();
        other.finish();
        assertThat(root.linked()).isEqualTo(1);
        time.advance(Duration.ofNanos(1000));
        assertThat(leaf.cause()).isInstanceOf(DeadlineExceededException.class);
        assertThat(root.linked()).isZero();
    }

    @Test
    void finishRacesWithCancelAboveAndLeaveBelow() throws InterruptedException {
        for (int round = 0; round < 5000; round++) {
            Scope top = scope(root);
            Scope middle = scope(top);
            Scope leaf = scope(middle);
            Scope leaver = scope(middle);
            race(top::cancel, middle::finish, leaver::finish);
            assertThat(leaf.isCancelled()).isTrue();
            assertThat(top.linked() + middle.linked()).isZero();
        }
        assertThat(root.linked()).isZero();
    }

    @Test
    void aChainOfTasksKeepsNothingOfThoseBefore() {
        VirtualTime automatic = new VirtualTime();
        try (Deft deft = Deft.builder().time(automatic).build()) {
            Scope top = new Scope(Context.background(), automatic, null).open(Context.background());
            Task<?> last = top.call(() -> chain(deft, 200));
            String trace = null;
            for (Task<?> task = last; task != null; task = (Task<?>) task.join()) {
                trace = trace == null ? task.context().traceId() : trace;
                assertThat(task.context().traceId()).isEqualTo(trace);
                task.terminated().join();
            }
            assertThat(top.linked()).isZero();
        }
    }

    private static Task<Object> chain(Deft deft, int left) {
        return deft.start("link " + left, () -> left == 0 ? null : chain(deft, left - 1));
    }

    private static void race(Runnable... actions) throws InterruptedException {
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (Runnable action : actions) {
            threads.add(Thread.startVirtualThread(() -> {
                try {
                    start.await();
                } catch (InterruptedException impossible) {
                    throw new AssertionError(impossible);
                }
                action.run();
            }));
        }
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Counts the timers that are set. */
    private static final class CountingTime implements TimeSource {
        final AtomicInteger timers = new AtomicInteger();
        private final TimeSource time;

        CountingTime(TimeSource time) {
            this.time = time;
        }

        @Override
        public long nanoTime() {
            return time.nanoTime();
        }

        @Override
        public java.time.Instant now() {
            return time.now();
        }

        @Override
        public void park(Object blocker) {
            time.park(blocker);
        }

        @Override
        public void parkUntil(Object blocker, long nanoTime) {
            time.parkUntil(blocker, nanoTime);
        }

        @Override
        public void unpark(Thread thread) {
            time.unpark(thread);
        }

        @Override
        public Timer schedule(long delayNanos, Runnable action) {
            timers.incrementAndGet();
            Timer timer = time.schedule(delayNanos, action);
            AtomicInteger live = new AtomicInteger(1);
            return () -> {
                timer.cancel();
                timers.addAndGet(-live.getAndSet(0));
            };
        }
    }
}
