package dev.deft.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.deft.CircuitOpenException;
import dev.deft.DeadlineExceededException;
import dev.deft.Deft;
import dev.deft.TaskContext;
import dev.deft.TaskInterruptedException;
import dev.deft.TaskName;
import dev.deft.internal.Context;
import dev.deft.time.TimeSource;
import dev.deft.time.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What ends a retry from outside: interrupts, cancellation, deadlines. */
class RetryEndingsTest {
    private static final TaskName CHARGE = TaskName.of("shop.PaymentService", "charge", "Order");

    private final VirtualTime time = new VirtualTime();
    private final Deft deft = Deft.builder().time(time).build();
    private final RetryPolicy retry =
            deft.policies().retry(CHARGE, RetrySettings.attempts(5).delay(Duration.ofSeconds(1)));
    private final DeadlinePolicy deadline = deft.policies().deadline(CHARGE, Duration.ofMillis(5500));
    private final IOException failure = new IOException("down");
    private final AtomicInteger attempts = new AtomicInteger();

    @AfterEach
    void leavesNothingBehind() {
        assertThat(Thread.interrupted()).isFalse();
        assertThat(Context.current()).isSameAs(Context.background());
    }

    private Object failing() throws Throwable {
        attempts.incrementAndGet();
        throw failure;
    }

    /** Interrupts or cancels after 2 s, which is during the second wait. */
    private TimeSource.Timer afterTwoSeconds(Runnable action) {
        return time.schedule(Duration.ofSeconds(2).toNanos(), action);
    }

    @Test
    void anInterruptEndsTheWaitAndIsKept() {
        Thread self = Thread.currentThread();
        afterTwoSeconds(() -> time.interrupt(self));
        Throwable thrown = catchThrowable(() -> Call.retried(retry, this::failing));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(thrown)
                .isInstanceOf(TaskInterruptedException.class)
                .hasMessageContaining("PaymentService.charge")
                .hasCause(failure);
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(2));
        assertThat(attempts).hasValue(2);
    }

    @Test
    void anInterruptEndsTheInterruptibleWaitAndIsThrown() {
        Thread self = Thread.currentThread();
        time.schedule(1, () -> time.interrupt(self));
        RetryRun run = retry.failed(null, failure);
        assertThat(run.permitsAnother()).isTrue();
        assertThat(catchThrowable(run::backOffInterruptibly))
                .isInstanceOf(InterruptedException.class)
                .hasSuppressedException(failure);
    }

    @Test
    void cancellationEndsTheWaitAtOnce() {
        try (var context = TaskContext.current().withCancel()) {
            TimeoutException reason = new TimeoutException();
            afterTwoSeconds(() -> context.cancel(reason));
            Throwable thrown = catchThrowable(() -> context.call(() -> Call.retried(retry, this::failing)));
            assertThat(thrown)
                    .isInstanceOf(CancellationException.class)
                    .hasMessageContaining("PaymentService.charge")
                    .hasCause(reason)
                    .hasSuppressedException(failure);
            assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(2));
            assertThat(attempts).hasValue(2);
        }
    }

    @Test
    void nothingIsRetriedAfterACancellation() {
        try (var context = TaskContext.current().withCancel()) {
            Throwable thrown = catchThrowable(() -> context.call(() -> Call.retried(retry, () -> {
                context.cancel();
                return failing();
            })));
            assertThat(thrown).isSameAs(failure);
            assertThat(attempts).hasValue(1);
        }
    }

    @Test
    void aWaitThatWouldOutliveTheDeadlineIsNotBegun() {
        Throwable thrown = catchThrowable(() -> Call.bounded(deadline, () -> Call.retried(retry, this::failing)));
        assertThat(thrown)
                .isInstanceOf(DeadlineExceededException.class)
                .hasMessage("PaymentService.charge: waiting 4s for attempt 4 would outlive the deadline")
                .hasCause(failure);
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(3));
        assertThat(attempts).hasValue(3);
    }

    @Test
    void aDeadlineThatPassesInAnAttemptEndsTheCall() {
        IOException first = new IOException("first");
        Throwable thrown = catchThrowable(() -> Call.bounded(
                deadline,
                () -> Call.retried(retry, () -> {
                    if (attempts.incrementAndGet() == 1) {
                        throw first;
                    }
                    time.park(this); // until it is interrupted
                    throw failure;
                })));
        assertThat(thrown).isInstanceOf(DeadlineExceededException.class).hasCause(failure);
        assertThat(failure.getSuppressed()).containsExactly(first);
        assertThat(time.elapsed()).isEqualTo(Duration.ofMillis(5500));
        assertThat(attempts).hasValue(2);
    }

    @Test
    void theDeadlineOfANestedCallIsAFailureLikeAnyOther() throws Throwable {
        DeadlinePolicy nested = deft.policies().deadline(TaskName.of("shop.Bank", "ask"), Duration.ofMillis(10));
        String result = Call.retried(retry, () -> {
            if (attempts.incrementAndGet() == 3) {
                return "done";
            }
            return Call.bounded(nested, () -> {
                time.park(this);
                return "late";
            });
        });
        assertThat(result).isEqualTo("done");
        assertThat(attempts).hasValue(3);
    }

    @Test
    void theContextKnowsTheAttempt() throws Throwable {
        Call.bounded(
                deadline,
                () -> Call.retried(retry, () -> {
                    assertThat(TaskContext.current().attempt()).isEqualTo(attempts.incrementAndGet());
                    if (attempts.get() == 3) {
                        return null;
                    }
                    throw failure;
                }));
        assertThat(attempts).hasValue(3);
    }

    @Test
    void anOpenCircuitEndsItWithTheEarlierFailuresSuppressed() {
        CircuitOpenException open = new CircuitOpenException("open", Duration.ofSeconds(3));

        assertThat(catchThrowable(() -> Call.retried(retry, () -> failingThenRefused(open))))
                .isSameAs(open);
        assertThat(open).hasSuppressedException(failure);
        assertThat(attempts).hasValue(2);
    }

    @Test
    void anOpenCircuitThatIsNamedIsWaitedFor() throws Throwable {
        RetryPolicy patient = deft.policies()
                .retry(
                        CHARGE,
                        RetrySettings.attempts(5)
                                .delay(Duration.ofSeconds(1))
                                .on(FailureFilter.on(CircuitOpenException.class)));
        CircuitOpenException open = new CircuitOpenException("open", Duration.ofSeconds(3));

        assertThat(Call.<String>retried(patient, () -> {
                    if (attempts.incrementAndGet() == 1) {
                        throw open;
                    }
                    return "closed";
                }))
                .isEqualTo("closed");
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(3));
    }

    private Object failingThenRefused(CircuitOpenException open) throws Throwable {
        if (attempts.incrementAndGet() == 1) {
            throw failure;
        }
        throw open;
    }
}
