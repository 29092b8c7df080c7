package dev.deft.policy;

import static dev.deft.policy.Crew.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deft.CircuitOpenException;
import dev.deft.DeadlineExceededException;
import dev.deft.Deft;
import dev.deft.LimitExceededException;
import dev.deft.Task;
import dev.deft.TaskContext;
import dev.deft.TaskInterruptedException;
import dev.deft.TaskName;
import dev.deft.TaskTimeoutException;
import dev.deft.time.VirtualTime;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AdaptiveLimitPolicyTest {
    private static final TaskName NAME = TaskName.of("shop.Payments", "charge", "Order");
    private static final AdaptiveLimitSettings SETTINGS =
            AdaptiveLimitSettings.min(1).max(200).initial(20);

    private final VirtualTime time = new VirtualTime();
    private final Deft deft = Deft.builder().time(time).build();
    private final Crew crew = new Crew(time);
    private final List<AdaptiveLimitPolicy> used = new ArrayList<>();

    private AdaptiveLimitPolicy limit(AdaptiveLimitSettings settings) {
        AdaptiveLimitPolicy limit = deft.policies().adaptiveLimit(NAME, settings);
        used.add(limit);
        return limit;
    }

    @AfterEach
    void nothingIsLeft() {
        crew.close();
        for (AdaptiveLimitPolicy limit : used) {
            assertThat(limit.permits().isAtRest()).isTrue();
            assertThat(limit.permits().count()).isEqualTo(limit.state().limit());
            assertThat(limit.state().inside()).isZero();
        }
        assertThat(Thread.interrupted()).isFalse();
        deft.close();
    }

    /** So many calls at once, that take so long. */
    private void round(AdaptiveLimitPolicy limit, int calls, Duration latency) {
        List<Long> entries = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            entries.add(limit.acquire());
        }
        time.advance(latency);
        entries.forEach(limit::succeeded);
    }

    @Test
    void beginsWithTheInitialLimit() {
        AdaptiveLimitPolicy limit = limit(SETTINGS.maxWait(Duration.ZERO));
        List<Long> entries = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            entries.add(limit.acquire());
        }
        assertThatThrownBy(limit::acquire)
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("Payments.charge")
                .hasMessageContaining("20 now");
        assertThat(limit.state()).isEqualTo(new AdaptiveLimitPolicy.State(20, 20, 0, Duration.ZERO));
        entries.forEach(limit::succeeded);
        assertThat(limit.state().limit()).as("its own refusal is no overload").isEqualTo(20);
    }

    @Test
    void growsWhileLatencyIsLowAndTheLimitUsed() {
        AdaptiveLimitPolicy limit = limit(SETTINGS);
        for (int second = 0; second < 10; second++) {
            round(limit, limit.state().limit(), Duration.ofSeconds(1));
        }
        assertThat(limit.state().limit()).isEqualTo(28);
        assertThat(limit.state().latency()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void staysWhenItIsNotUsed() {
        AdaptiveLimitPolicy limit = limit(SETTINGS);
        for (int i = 0; i < 200; i++) {
            round(limit, 1, Duration.ofMillis(500));
        }
        assertThat(limit.state().limit()).isEqualTo(20);
        assertThat(limit.state().latency()).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void aWindowNeedsASecondAndTenCalls() {
        AdaptiveLimitPolicy limit = limit(SETTINGS);
        round(limit, 9, Duration.ofSeconds(5));
        assertThat(limit.state().latency()).isZero();
        round(limit, 1, Duration.ofSeconds(5));
        assertThat(limit.state().latency()).isEqualTo(Duration.ofSeconds(5));
        round(limit, 20, Duration.ofMillis(999));
        assertThat(limit.state().latency()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void shrinksWhenLatencyRises() {
        AdaptiveLimitPolicy limit = limit(SETTINGS.initial(100));
        for (int second = 0; second < 10; second++) {
            round(limit, 20, Duration.ofSeconds(1));
        }
        assertThat(limit.state().limit()).isEqualTo(100);
        for (int i = 0; i < 10; i++) {
            round(limit, limit.state().limit(), Duration.ofSeconds(4));
        }
        assertThat(limit.state().limit()).isBetween(35, 60);
    }

    @Test
    void permitsTooManyVanishWhenTheyComeBack() {
        AdaptiveLimitPolicy limit = limit(SETTINGS.initial(10).maxWait(Duration.ZERO));
        List<Long> entries = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            entries.add(limit.acquire());
        }
        limit.failed(entries.removeLast(), new TaskTimeoutException("slow"));
        assertThat(limit.state().limit()).isEqualTo(9);
        assertThat(limit.state().inside()).isEqualTo(9);
        limit.change(SETTINGS.max(4).maxWait(Duration.ZERO));
        assertThat(limit.state().limit()).isEqualTo(4);
        for (int left = 9; left > 4; left--) {
            assertThatThrownBy(limit::acquire).isInstanceOf(LimitExceededException.class);
            limit.failed(entries.removeLast(), new IOException());
        }
        assertThatThrownBy(limit::acquire).isInstanceOf(LimitExceededException.class);
        limit.failed(entries.removeLast(), new IOException());
        entries.add(limit.acquire());
        assertThatThrownBy(limit::acquire).isInstanceOf(LimitExceededException.class);
        limit.change(AdaptiveLimitSettings.min(6).max(6).maxWait(Duration.ZERO));
        entries.add(limit.acquire());
        entries.add(limit.acquire());
        assertThatThrownBy(limit::acquire).isInstanceOf(LimitExceededException.class);
        assertThat(entries).hasSize(6);
        entries.forEach(entry -> limit.failed(entry, new IOException()));
    }

    @Test
    void growingLetsThoseInWhoWait() {
        AdaptiveLimitPolicy limit = limit(SETTINGS.max(2));
        long first = limit.acquire();
        long second = limit.acquire();
        AtomicInteger entered = new AtomicInteger();
        for (int i = 0; i < 3; i++) {
            crew.start(() -> {
                long entry = limit.acquire();
                entered.incrementAndGet();
                limit.succeeded(entry);
            });
        }
        until(() -> limit.state().waiting() == 3);
        limit.change(AdaptiveLimitSettings.min(5).max(5));
        crew.close();
        assertThat(entered).hasValue(3);
        limit.succeeded(first);
        limit.succeeded(second);
    }

    @Test
    void anOverloadTakesATenthOncePerSecond() {
        AdaptiveLimitPolicy limit = limit(SETTINGS);
        for (Throwable overload : List.of(
                new LimitExceededException("x"),
                new CircuitOpenException("x", Duration.ZERO),
                new TaskTimeoutException("x"),
                new DeadlineExceededException("x"),
                new TimeoutException(),
                new SocketTimeoutException(),
                new RejectedExecutionException(),
                new CompletionException(new TimeoutException()))) {
            int before = limit.state().limit();
            limit.failed(limit.acquire(), overload);
            int after = limit.state().limit();
            assertThat(after).isBetween((int) (before * 0.9) - 1, before - 1);
            limit.failed(limit.acquire(), overload);
            assertThat(limit.state().limit()).isEqualTo(after);
            time.advance(Duration.ofSeconds(1));
        }
    }

    @Test
    void aWindowWithAnOverloadDoesNotGrow() {
        AdaptiveLimitPolicy limit = limit(SETTINGS);
        limit.failed(limit.acquire(), new TimeoutException());
        round(limit, 18, Duration.ofSeconds(1));
        assertThat(limit.state().limit()).isEqualTo(18);
        round(limit, 18, Duration.ofSeconds(1));
        round(limit, 18, Duration.ofSeconds(1));
        round(limit, 18, Duration.ofSeconds(1));
        assertThat(limit.state().limit()).isGreaterThan(18);
    }

    @Test
    void otherFailuresAndCancellationsChangeNothing() {
        AdaptiveLimitPolicy limit = limit(SETTINGS);
        for (Throwable failure : List.of(
                new IOException(), new CancellationException(), new InterruptedException(), new StackOverflowError())) {
            for (int i = 0; i < 50; i++) {
                long entry = limit.acquire();
                time.advance(Duration.ofSeconds(1));
                limit.failed(entry, failure);
            }
        }
        assertThat(limit.state()).isEqualTo(new AdaptiveLimitPolicy.State(20, 0, 0, Duration.ZERO));
    }

    @Test
    void whatATimeoutFurtherOutInterruptsIsAnOverload() {
        AdaptiveLimitPolicy limit = limit(SETTINGS);
        TimeoutPolicy timeout = deft.policies().timeout(NAME, Duration.ofSeconds(2));
        assertThatThrownBy(() -> Call.timed(timeout, () -> adaptively(limit))).isInstanceOf(TaskTimeoutException.class);
        assertThat(limit.state().limit()).isEqualTo(18);
    }

    @Test
    void whatADeadlineFurtherOutInterruptsIsAnOverload() {
        AdaptiveLimitPolicy limit = limit(SETTINGS);
        DeadlinePolicy deadline = deft.policies().deadline(NAME, Duration.ofSeconds(2));
        assertThatThrownBy(() -> Call.bounded(deadline, () -> adaptively(limit)))
                .isInstanceOf(DeadlineExceededException.class);
        assertThat(limit.state().limit()).isEqualTo(18);
    }

    @Test
    void whatIsCancelledAndInterruptedIsNone() {
        AdaptiveLimitPolicy limit = limit(SETTINGS);
        Task<Object> task = deft.start("charge", () -> adaptively(limit));
        time.schedule(Duration.ofSeconds(2).toNanos(), () -> task.cancel(true));
        task.terminated().join();
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(2));
        assertThat(limit.state().limit()).isEqualTo(20);
    }

    /** A call that takes a minute. */
    private Object adaptively(AdaptiveLimitPolicy limit) throws Throwable {
        long entry = limit.acquire();
        try {
            time.sleep(Duration.ofMinutes(1));
        } catch (Throwable failure) {
            limit.failed(entry, failure);
            throw failure;
        }
        limit.succeeded(entry);
        return "done";
    }

    @Test
    void waitsEndByTimeCancelInterruptAndDeadline() {
        AdaptiveLimitPolicy limit = limit(SETTINGS.max(1).maxWait(Duration.ofSeconds(3)));
        long entry = limit.acquire();
        Crew.Member late = crew.start(limit::acquire);
        assertThat(late.failure()).isInstanceOf(LimitExceededException.class);
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(3));
        limit.change(SETTINGS.max(1));
        Crew.Member cancelled = crew.start(limit::acquire);
        Crew.Member interrupted = crew.start(limit::acquire);
        Crew.Member declaring = crew.start(limit::acquireInterruptibly);
        until(() -> limit.state().waiting() == 3);
        cancelled.context.cancel();
        interrupted.interrupt();
        declaring.interrupt();
        assertThat(cancelled.failure()).isInstanceOf(CancellationException.class);
        assertThat(interrupted.failure()).isInstanceOf(TaskInterruptedException.class);
        assertThat(interrupted.wasInterruptedAtEnd()).isTrue();
        assertThat(declaring.failure()).isInstanceOf(InterruptedException.class);
        assertThat(declaring.wasInterruptedAtEnd()).isFalse();
        Task<Long> bounded = deft.start("bounded", () -> {
            try (TaskContext.Cancellable context = TaskContext.current().withTimeout(Duration.ofSeconds(1))) {
                return context.call(limit::acquire);
            }
        });
        assertThatThrownBy(bounded::join).hasCauseInstanceOf(DeadlineExceededException.class);
        limit.failed(entry, new IOException());
    }

    @Test
    void aFullQueueRefuses() {
        AdaptiveLimitPolicy limit = limit(SETTINGS.max(1).maxQueue(1));
        long entry = limit.acquire();
        Crew.Member waiting = crew.start(() -> limit.succeeded(limit.acquire()));
        until(() -> limit.state().waiting() == 1);
        assertThatThrownBy(limit::acquire).isInstanceOf(LimitExceededException.class);
        limit.succeeded(entry);
        assertThat(waiting.failure()).isNull();
    }

    @Test
    void aNameShares() {
        AdaptiveLimitPolicy limit = limit(SETTINGS.named("db"));
        TaskName other = TaskName.of("shop.Payments", "refund", "Order");
        AdaptiveLimitPolicy same = deft.policies().adaptiveLimit(other, SETTINGS.named("db"));
        long entry = limit.acquire();
        assertThat(same.state().inside()).isOne();
        same.succeeded(entry);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        deft.policies().adaptiveLimit(other, SETTINGS.max(7).named("db")))
                .withMessageContaining("Payments.charge")
                .withMessageContaining("Payments.refund");
        assertThat(limit(SETTINGS.named("db"))).isSameAs(limit);
        assertThat(limit)
                .hasToString("@AdaptiveLimit(min = 1, max = 200, initial = 20, name = \"db\") of Payments.charge");
    }

    @Test
    void settingsAreChecked() {
        assertThatIllegalArgumentException().isThrownBy(() -> AdaptiveLimitSettings.min(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdaptiveLimitSettings.min(5).max(4));
        assertThatIllegalArgumentException().isThrownBy(() -> SETTINGS.initial(0));
        assertThatIllegalArgumentException().isThrownBy(() -> SETTINGS.maxQueue(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> SETTINGS.maxWait(Duration.ofNanos(-1)));
        assertThat(AdaptiveLimitSettings.min(300)).hasToString("min = 300, max = 300, initial = 20");
        assertThat(limit(AdaptiveLimitSettings.min(300)).state().limit()).isEqualTo(300);
        assertThat(SETTINGS).isEqualTo(AdaptiveLimitSettings.min(1)).hasSameHashCodeAs(AdaptiveLimitSettings.min(1));
    }
}
