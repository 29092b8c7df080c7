package dev.deft.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.deft.DeadlineExceededException;
import dev.deft.Deft;
import dev.deft.TaskContext;
import dev.deft.TaskEvent;
import dev.deft.TaskName;
import dev.deft.TaskTimeoutException;
import dev.deft.internal.Context;
import dev.deft.time.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private static final TaskName CHARGE = TaskName.of("shop.PaymentService", "charge");

    private final VirtualTime time = new VirtualTime();
    private final Policies policies = Deft.builder().time(time).build().policies();
    private final DeadlinePolicy second = policies.deadline(CHARGE, Duration.ofSeconds(1));
    private final DeadlinePolicy minute = policies.deadline(TaskName.of("shop.Shop", "order"), Duration.ofMinutes(1));

    @AfterEach
    void leavesNothingBehind() {
        assertThat(Thread.interrupted()).isFalse();
        assertThat(Context.current()).isSameAs(Context.background());
    }

    @Test
    void inTimeChangesNothing() throws Throwable {
        assertThat(Call.bounded(second, () -> TaskContext.current().remaining()))
                .isEqualTo(Duration.ofSeconds(1));
        IOException failure = new IOException();
        assertThat(catchThrowable(() -> Call.bounded(second, () -> {
                    throw failure;
                })))
                .isSameAs(failure);
    }

    @Test
    void aBodyThatDoesNotGiveWayIsOverdueUntilItEnds() {
        assertThatThrownBy(() -> Call.bounded(second, () -> {
                    time.advance(Duration.ofMillis(999));
                    assertThat(second.state()).isEqualTo(new DeadlinePolicy.State(0, Duration.ZERO));
                    time.advance(Duration.ofMillis(1_501));
                    assertThat(second.state())
                            .isEqualTo(new DeadlinePolicy.State(1, Duration.ofMillis(1_500)))
                            .hasToString("State[overdue=1, longestOverdue=1.5s]");
                    return "late";
                }))
                .isInstanceOf(DeadlineExceededException.class);
        assertThat(second.state()).isEqualTo(new DeadlinePolicy.State(0, Duration.ZERO));
    }

    @Test
    void interruptsTheBodyAndTellsWhy() {
        IOException failure = new IOException();
        Throwable thrown = catchThrowable(() -> Call.bounded(second, () -> {
            time.park(this);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
            assertThat(TaskContext.current().cause()).isInstanceOf(DeadlineExceededException.class);
            throw failure;
        }));
        assertThat(thrown)
                .isInstanceOf(DeadlineExceededException.class)
                .hasMessage("PaymentService.charge did not end before its deadline, 1s from its begin or that of a call"
                        + " around it")
                .hasCause(failure);
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aResultThatComesLateIsDropped() {
        assertThatThrownBy(() -> Call.bounded(second, () -> {
                    time.advance(Duration.ofSeconds(1));
                    return "late";
                }))
                .isInstanceOf(DeadlineExceededException.class)
                .hasNoCause();
    }

    @Test
    void theSoonerOneHolds() {
        Throwable thrown = catchThrowable(() -> Call.bounded(
                second,
                () -> Call.bounded(minute, () -> {
                    assertThat(TaskContext.current().remaining()).isEqualTo(Duration.ofSeconds(1));
                    time.park(this);
                    throw new IOException();
                })));
        assertThat(thrown)
                .isInstanceOf(DeadlineExceededException.class)
                .hasMessageContaining("Shop.order")
                .hasCauseInstanceOf(IOException.class);
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void anInnerOneLeavesTheOuterAlone() throws Throwable {
        String result = Call.bounded(minute, () -> {
            assertThatThrownBy(() -> Call.bounded(second, () -> {
                        time.park(this);
                        return "late";
                    }))
                    .isInstanceOf(DeadlineExceededException.class);
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            assertThat(TaskContext.current().isCancelled()).isFalse();
            return "done";
        });
        assertThat(result).isEqualTo("done");
    }

    @Test
    void whatWasMeantForTheOuterIsRemindedOfAfterTheInner() {
        TimeoutPolicy halfASecond = policies.timeout(TaskName.of("shop.Shop", "pay"), Duration.ofMillis(500));
        assertThatThrownBy(() -> Call.timed(halfASecond, () -> {
                    Call.bounded(second, () -> {
                        time.park(this);
                        return Thread.interrupted();
                    });
                    assertThat(Thread.currentThread().isInterrupted()).isTrue();
                    return "late";
                }))
                .isInstanceOf(TaskTimeoutException.class)
                .hasNoCause(); // nothing in there was found wrong
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void aCallFromWithinIsAnotherCall() throws Throwable {
        RetryPolicy retry = policies.retry(CHARGE, RetrySettings.attempts(2));
        IOException failure = new IOException();
        Call.bounded(second, () -> {
            String outer = TaskContext.current().id();
            assertThatThrownBy(() -> Call.bounded(
                            second,
                            () -> Call.retried(retry, () -> {
                                assertThat(TaskContext.current().id()).isNotEqualTo(outer);
                                throw failure;
                            })))
                    .isSameAs(failure);
            assertThat(TaskContext.current().id()).isEqualTo(outer);
            assertThat(TaskContext.current().attempt()).isEqualTo(1);
            return null;
        });
    }

    @Test
    void aDeadlineIsPartOfTheCallThatListenersAreToldOf() throws Throwable {
        List<TaskEvent> events = new ArrayList<>();
        Deft observed = Deft.builder().time(time).listener(events::add).build();
        DeadlinePolicy own = observed.policies().deadline(CHARGE, Duration.ofSeconds(1));
        dev.deft.Call call = observed.begin(CHARGE);
        String id = Call.bounded(own, () -> TaskContext.current().id());
        call.succeeded();
        assertThat(events)
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.context().id()).isEqualTo(id));
    }

    @Test
    void anInterruptFromOutsideStays() throws Throwable {
        Call.bounded(second, () -> {
            Thread.currentThread().interrupt();
            return null;
        });
        assertThat(Thread.interrupted()).isTrue();
        assertThatThrownBy(() -> Call.bounded(second, () -> {
                    Thread.currentThread().interrupt();
                    time.advance(Duration.ofSeconds(1));
                    return null;
                }))
                .isInstanceOf(DeadlineExceededException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void doesNotBeginWithoutTimeLeft() {
        DeadlinePolicy none = policies.deadline(TaskName.of("shop.Shop", "never"), Duration.ZERO);
        assertThatThrownBy(none::open)
                .isInstanceOf(DeadlineExceededException.class)
                .hasMessageContaining("Shop.never");
    }

    @Test
    void doesNotBeginInACancelledContext() {
        try (var context = TaskContext.current().withCancel()) {
            context.cancel();
            context.run(() -> assertThatThrownBy(second::open).isInstanceOf(CancellationException.class));
        }
    }

    @Test
    void cancellationFromAroundReachesTheBody() {
        try (var context = TaskContext.current().withCancel()) {
            time.schedule(1, context::cancel);
            CancellationException thrown = new CancellationException("body");
            assertThat(catchThrowable(() -> context.call(() -> Call.bounded(second, () -> {
                        time.park(this);
                        assertThat(Thread.currentThread().isInterrupted()).isTrue();
                        throw thrown;
                    }))))
                    .isSameAs(thrown);
        }
    }
}
