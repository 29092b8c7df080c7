package dev.deft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.deft.time.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The rules of Go's contexts that can be seen from outside, as {@code docs/go-rules.md} has them. */
@Timeout(60)
class GoContextRulesTest {
    private static final TaskContext.Key<String> USER = TaskContext.Key.of("user");

    private final VirtualTime time = new VirtualTime();
    private final Deft deft = Deft.builder().time(time).build();
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        deft.close();
        assertThat(time.agenda()).isEmpty();
    }

    /** In a task, whose contexts go by its runtime's time. */
    private void inATask(TaskAction action) {
        Task.await(deft.start("rule", action));
    }

    @Test
    void aContextThatEndedStaysSo() {
        inATask(() -> {
            TaskContext.Cancellable context = TaskContext.current().withTimeout(Duration.ofSeconds(1));
            assertThat(context.cause()).isNull();
            time.sleep(Duration.ofSeconds(2));
            Throwable cause = context.cause();
            assertThat(cause).isInstanceOf(DeadlineExceededException.class);
            context.cancel(new IOException());
            assertThat(context.cause()).isSameAs(cause);
        });
    }

    @Test
    void toCancelDoesNotWaitForTheWorkToStop() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        try (TaskContext.Cancellable context = TaskContext.current().withCancel()) {
            Task<Void> task = context.call(() -> deft.start("deaf", () -> {
                log.add("begun");
                while (end.getCount() > 0) {
                    Thread.onSpinWait();
                }
            }));
            while (log.isEmpty()) {
                Thread.onSpinWait();
            }
            context.cancel();
            assertThat(task.isCancelled()).isTrue();
            assertThat(task.terminated()).isNotDone();
            end.countDown();
            assertThat(task.terminated()).succeedsWithin(Duration.ofSeconds(30));
        }
    }

    @Test
    void aMissingPartIsRefusedAtOnce() {
        TaskContext context = TaskContext.current();
        assertThatNullPointerException().isThrownBy(() -> context.with(null, "v"));
        assertThatNullPointerException().isThrownBy(() -> context.with(USER, null));
        assertThatNullPointerException().isThrownBy(() -> context.get(null));
        assertThatNullPointerException().isThrownBy(() -> context.withTimeout(null));
    }

    @Test
    void aDeadlineIsToldFromACancellation() {
        inATask(() -> {
            try (TaskContext.Cancellable bounded = TaskContext.current().withTimeout(Duration.ofSeconds(1));
                    TaskContext.Cancellable cancelled = TaskContext.current().withCancel()) {
                time.sleep(Duration.ofSeconds(1));
                cancelled.cancel();
                assertThat(catchThrowable(bounded::checkCancelled)).isInstanceOf(DeadlineExceededException.class);
                assertThat(catchThrowable(cancelled::checkCancelled)).isInstanceOf(CancellationException.class);
            }
        });
    }

    @Test
    void aTimeoutIsADeadlineSoFarFromNow() {
        inATask(() -> {
            try (TaskContext.Cancellable timeout = TaskContext.current().withTimeout(Duration.ofSeconds(5));
                    TaskContext.Cancellable deadline =
                            TaskContext.current().withDeadline(time.now().plusSeconds(5))) {
                assertThat(timeout.deadline()).isEqualTo(deadline.deadline());
                assertThat(timeout.remaining()).isEqualTo(Duration.ofSeconds(5));
            }
        });
    }

    @Test
    void whatIsThrownTellsTheCause() {
        IOException cause = new IOException("the disk is full");
        TaskContext.Cancellable context = TaskContext.current().withCancel();
        context.cancel(cause);
        assertThat(context.cause()).isSameAs(cause);
        assertThatThrownBy(context::checkCancelled)
                .isInstanceOf(CancellationException.class)
                .hasCause(cause);
    }

    @Test
    void withoutACauseItIsACancellation() {
        TaskContext.Cancellable context = TaskContext.current().withCancel();
        context.cancel(null);
        assertThat(context.cause()).isInstanceOf(CancellationException.class);
    }

    @Test
    void aChildThatWasCancelledFirstKeepsItsOwnCause() {
        IOException first = new IOException("child");
        IOException second = new IOException("parent");
        TaskContext.Cancellable parent = TaskContext.current().withCancel();
        TaskContext.Cancellable child = parent.withCancel();
        TaskContext.Cancellable other = parent.withCancel();
        child.cancel(first);
        parent.cancel(second);
        assertThat(child.cause()).isSameAs(first);
        assertThat(other.cause()).isSameAs(second);
    }

    @Test
    void whatIsToRunAfterwardsRunsAtOnceInAContextThatHasEnded() {
        TaskContext.Cancellable context = TaskContext.current().withCancel();
        context.cancel();
        TaskContext.Registration late = context.onCancel(() -> log.add("ran"));
        assertThat(log).containsExactly("ran");
        assertThat(late.remove()).isFalse();
    }

    @Test
    void whatIsToRunAfterwardsIsIndependentOfWhatElseIs() {
        TaskContext.Cancellable context = TaskContext.current().withCancel();
        context.onCancel(() -> log.add("one"));
        TaskContext.Registration two = context.onCancel(() -> log.add("two"));
        context.onCancel(() -> log.add("three"));
        assertThat(two.remove()).isTrue();
        context.cancel();
        assertThat(log).containsExactlyInAnyOrder("one", "three");
    }

    @Test
    void aValueIsSeenBelowAndNotAbove() {
        TaskContext above = TaskContext.current();
        TaskContext.Cancellable below = above.with(USER, "Ada").withCancel();
        assertThat(below.get(USER)).isEqualTo("Ada");
        assertThat(above.get(USER)).isNull();
    }

    @Test
    void contextsAreSharedByAnyNumberOfTasks() {
        TaskContext shared = TaskContext.current().with(USER, "Ada");
        List<Task<String>> tasks = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            tasks.add(shared.call(
                    () -> deft.start("read", () -> TaskContext.current().get(USER))));
        }
        assertThat(tasks).allSatisfy(task -> assertThat(task.join()).isEqualTo("Ada"));
    }

    @Test
    void whatBlocksEndsWithTheContextEvenIfItDoesNotAskForIt() throws InterruptedException {
        Task<Void> sleeping = deft.start("sleep", () -> time.sleep(Duration.ofHours(1)));
        time.sleep(Duration.ofSeconds(1));
        sleeping.cancel(true);
        assertThat(sleeping.terminated()).succeedsWithin(Duration.ofSeconds(30));
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void allBelowHaveEndedWhenCancelReturns() {
        TaskContext.Cancellable context = TaskContext.current().withCancel();
        TaskContext.Cancellable below = context.withCancel().with(USER, "Ada").withCancel();
        context.cancel();
        assertThat(below.isCancelled()).isTrue();
    }

    /** Go's {@code vet} finds a {@code cancel} that is not called on all paths. Here a block calls it. */
    @Test
    void aContextEndsWithItsBlock() {
        TaskContext.Cancellable context = TaskContext.current().withTimeout(Duration.ofHours(1));
        try (context) {
            context.run(() -> log.add("work"));
        }
        assertThat(context.isCancelled()).isTrue();
    }
}
