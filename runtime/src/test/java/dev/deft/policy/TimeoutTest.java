package dev.deft.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.deft.Deft;
import dev.deft.TaskEvent;
import dev.deft.TaskName;
import dev.deft.TaskTimeoutException;
import dev.deft.time.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Timeouts on virtual time, which are exact. */
class TimeoutTest {
    private static final TaskName CHARGE = TaskName.of("shop.PaymentService", "charge");

    private final VirtualTime time = new VirtualTime();
    private final List<TaskEvent> events = new ArrayList<>();
    private final Policies policies =
            Deft.builder().time(time).listener(events::add).build().policies();
    private final TimeoutPolicy second = policies.timeout(CHARGE, Duration.ofSeconds(1));
    private final TimeoutPolicy three = policies.timeout(TaskName.of("shop.Shop", "order"), Duration.ofSeconds(3));

    @AfterEach
    void leavesNothingBehind() {
        assertThat(Thread.interrupted()).isFalse();
    }

    private Object parking() {
        time.park(this);
        return "woken";
    }

    @Test
    void inTimeChangesNothing() throws Throwable {
        assertThat(Call.timed(second, () -> {
                    time.advance(Duration.ofNanos(999_999_999));
                    return "done";
                }))
                .isEqualTo("done");
        IOException failure = new IOException();
        assertThat(catchThrowable(() -> Call.timed(second, () -> {
                    throw failure;
                })))
                .isSameAs(failure);
        time.advance(Duration.ofMinutes(1));
        assertThat(events).isEmpty();
    }

    @Test
    void aBodyThatGivesWayHasTimedOut() {
        InterruptedException failure = new InterruptedException();
        Throwable thrown = catchThrowable(() -> Call.timed(second, () -> {
            time.park(this);
            assertThat(Thread.interrupted()).isTrue();
            throw failure;
        }));
        assertThat(thrown)
                .isInstanceOf(TaskTimeoutException.class)
                .hasMessage("PaymentService.charge took longer than its timeout of 1s")
                .hasCause(failure);
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1));
        assertThat(second.lateFinishers()).isZero();
        assertThat(events).singleElement().isInstanceOfSatisfying(TaskEvent.TimedOut.class, event -> {
            assertThat(event.timeout()).isEqualTo(Duration.ofSeconds(1));
            assertThat(event.finishedLate()).isFalse();
            assertThat(event.toString()).contains("timeout=1s, finishedLate=false");
        });
    }

    @Test
    void aBodyThatEndsLateHasStillTimedOut() {
        assertThatThrownBy(() -> Call.timed(second, this::parking))
                .isInstanceOf(TaskTimeoutException.class)
                .hasNoCause();
        assertThat(second.lateFinishers()).isEqualTo(1);
        assertThat(events).singleElement().isInstanceOfSatisfying(TaskEvent.TimedOut.class, event -> {
            assertThat(event.finishedLate()).isTrue();
        });
    }

    @Test
    void aBodyThatDoesNotGiveWayIsOverdueUntilItEnds() {
        assertThatThrownBy(() -> Call.timed(second, () -> {
                    time.advance(Duration.ofMillis(999));
                    assertThat(second.state()).isEqualTo(new TimeoutPolicy.State(0, 0, Duration.ZERO));
                    time.advance(Duration.ofMillis(1_501));
                    assertThat(second.state())
                            .isEqualTo(new TimeoutPolicy.State(0, 1, Duration.ofMillis(1_500)))
                            .hasToString("State[lateFinishers=0, overdue=1, longestOverdue=1.5s]");
                    return "late";
                }))
                .isInstanceOf(TaskTimeoutException.class);
        assertThat(second.state()).isEqualTo(new TimeoutPolicy.State(1, 0, Duration.ZERO));
    }

    @Test
    void theSoonerOfTwoEndsFirst() throws Throwable {
        Object result = Call.timed(three, () -> {
            assertThatThrownBy(() -> Call.timed(second, this::parking)).isInstanceOf(TaskTimeoutException.class);
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            return "done";
        });
        assertThat(result).isEqualTo("done");
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void theOuterOfTwoEndsBoth() {
        Throwable inner = new IOException();
        Throwable thrown = catchThrowable(() -> Call.timed(
                second,
                () -> Call.timed(three, () -> {
                    time.park(this);
                    throw inner;
                })));
        assertThat(thrown)
                .isInstanceOf(TaskTimeoutException.class)
                .hasMessageContaining("PaymentService.charge")
                .hasCause(inner);
    }

    @Test
    void whatWasMeantForTheOuterIsRemindedOfAfterTheInner() {
        Throwable thrown = catchThrowable(() -> Call.timed(second, () -> {
            Object result = Call.timed(three, () -> {
                time.park(this);
                return Thread.interrupted() ? "swallowed" : "none came";
            });
            assertThat(result).isEqualTo("swallowed");
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
            return "late";
        }));
        assertThat(thrown)
                .isInstanceOf(TaskTimeoutException.class)
                .hasMessageContaining("PaymentService.charge")
                .hasNoCause();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void whatAnInnerAttemptSwallowsEndsItsRetriesToo() {
        RetryPolicy retry = policies.retry(CHARGE, RetrySettings.attempts(5));
        IOException failure = new IOException();
        List<Integer> attempts = new ArrayList<>();
        Throwable thrown = catchThrowable(() -> Call.timed(
                second,
                () -> Call.retried(
                        retry,
                        () -> Call.timed(three, () -> {
                            attempts.add(attempts.size() + 1);
                            time.park(this);
                            assertThat(Thread.interrupted()).isTrue();
                            throw failure;
                        }))));
        assertThat(thrown).isInstanceOf(TaskTimeoutException.class).hasCause(failure);
        assertThat(attempts).containsExactly(1);
    }

    @Test
    void whatTheInnerSwallowsTheOuterStillHas() {
        Throwable thrown = catchThrowable(() -> Call.timed(three, () -> {
            assertThatThrownBy(() -> Call.timed(second, () -> {
                        time.advance(Duration.ofSeconds(5)); // both are due
                        Thread.interrupted();
                        return "late";
                    }))
                    .hasMessageContaining("PaymentService.charge");
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
            return "later";
        }));
        assertThat(thrown)
                .isInstanceOf(TaskTimeoutException.class)
                .hasMessageContaining("Shop.order")
                .hasNoCause();
    }

    @Test
    void anInterruptFromOutsideStays() throws Throwable {
        Call.timed(second, () -> {
            Thread.currentThread().interrupt();
            return null;
        });
        assertThat(Thread.interrupted()).isTrue();
        assertThatThrownBy(() -> Call.timed(second, () -> {
                    Thread.currentThread().interrupt();
                    time.advance(Duration.ofSeconds(1));
                    return null;
                }))
                .isInstanceOf(TaskTimeoutException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void nothingIsNoTimeout() {
        assertThatThrownBy(() -> policies.timeout(TaskName.named("x"), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
