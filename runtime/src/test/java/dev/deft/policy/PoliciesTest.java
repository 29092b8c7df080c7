package dev.deft.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deft.Deft;
import dev.deft.TaskEvent;
import dev.deft.TaskListener;
import dev.deft.TaskName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PoliciesTest {
    private static final TaskName A = TaskName.of("shop.A", "a", "int");
    private static final TaskName B = TaskName.of("shop.B", "b");

    private final Policies policies = Deft.builder().build().policies();

    @Test
    void theSameForTheSame() {
        assertThat(policies.retry(A, RetrySettings.attempts(3))).isSameAs(policies.retry(A, RetrySettings.attempts(3)));
        assertThat(policies.limit(A, LimitSettings.permits(3))).isSameAs(policies.limit(A, LimitSettings.permits(3)));
        assertThat(policies.limit(A, 2, LimitSettings.permits(3)))
                .isSameAs(policies.limit(A, 2, LimitSettings.permits(3)))
                .isNotSameAs(policies.limit(A, LimitSettings.permits(3)));
        assertThat(policies.timeout(A, Duration.ofSeconds(1))).isSameAs(policies.timeout(A, Duration.ofSeconds(1)));
        assertThat(policies.deadline(A, Duration.ofSeconds(1))).isSameAs(policies.deadline(A, Duration.ofSeconds(1)));
        assertThat(policies.limit(A, LimitSettings.permits(3)))
                .isNotSameAs(policies.limit(B, LimitSettings.permits(3)));
        assertThat(policies.limit(A, LimitSettings.permits(3)))
                .isNotSameAs(Deft.builder().build().policies().limit(A, LimitSettings.permits(3)));
    }

    @Test
    void listenersAreToldOfEachOnceAndCanLookAtAll() {
        List<String> told = new ArrayList<>();
        TaskListener listener = new TaskListener() {
            private @Nullable Deft deft;

            @Override
            public void built(Deft deft) {
                this.deft = deft;
                told.add("built");
            }

            @Override
            public void added(Policy<?> policy) {
                told.add(policy + " of " + deft.policies().all().size());
                throw new IllegalStateException("thrown by a listener");
            }

            @Override
            public void on(TaskEvent event) {
                told.add(event.toString());
            }
        };
        Policies watched = Deft.builder().listener(listener).build().policies();
        watched.timeout(A, Duration.ofSeconds(1));
        watched.timeout(A, Duration.ofSeconds(1));
        watched.pinned().timeout(A, Duration.ofSeconds(2));
        watched.keyedLimit(B, LimitSettings.permits(1)).acquire("key");
        assertThat(told)
                .containsExactly(
                        "built",
                        "@Timeout of 1s of A.a of 1",
                        "@Timeout of 2s of A.a of 2",
                        "@Limit(1) for each key of B.b of 3");
    }

    @Test
    void oneNameIsOneLimit() {
        LimitSettings one = LimitSettings.permits(1).maxWait(Duration.ZERO).named("db");
        LimitPolicy first = policies.limit(A, one);
        LimitPolicy second = policies.limit(B, one);
        first.acquire();
        assertThatThrownBy(second::acquire).hasMessageContaining("B.b").hasMessageContaining("\"db\"");
        second.release();
        second.acquire();
        assertThatThrownBy(first::acquire).hasMessageContaining("A.a");
    }

    @Test
    void twoSettingsForOneNameAreAnError() {
        policies.limit(A, LimitSettings.permits(1).named("db"));
        assertThatThrownBy(() -> policies.limit(B, LimitSettings.permits(2).named("db")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Two different limits are named \"db\": (value = 1, name = \"db\") of shop.A.a(int)"
                        + " and (value = 2, name = \"db\") of shop.B.b()");
    }

    @Test
    void twoSettingsForOneNameAreAnErrorForEveryWordThatHasNames() {
        policies.rateLimit(A, RateLimitSettings.permits(1).named("db"));
        policies.circuitBreaker(A, CircuitBreakerSettings.failureRate(0.5).named("db"));
        policies.adaptiveLimit(A, AdaptiveLimitSettings.min(1).named("db"));
        policies.keyedLimit(A, LimitSettings.permits(1).named("db"));
        policies.keyedRateLimit(A, RateLimitSettings.permits(1).named("by key"));
        policies.keyedCircuitBreaker(A, CircuitBreakerSettings.failureRate(0.5).named("by key"));

        refused(
                "rate limits",
                () -> policies.rateLimit(B, RateLimitSettings.permits(2).named("db")));
        refused(
                "circuit breakers",
                () -> policies.circuitBreaker(
                        B, CircuitBreakerSettings.failureRate(0.6).named("db")));
        refused(
                "adaptive limits",
                () -> policies.adaptiveLimit(B, AdaptiveLimitSettings.min(2).named("db")));
        refused("limits", () -> policies.keyedLimit(B, LimitSettings.permits(2).named("db")));
        refused(
                "rate limits",
                () -> policies.keyedRateLimit(B, RateLimitSettings.permits(2).named("by key")));
        refused(
                "circuit breakers",
                () -> policies.keyedCircuitBreaker(
                        B, CircuitBreakerSettings.failureRate(0.6).named("by key")));
    }

    @Test
    void aNameIsForThoseWithAKeyOrForThoseWithout() {
        policies.limit(A, LimitSettings.permits(1).named("db"));
        policies.keyedRateLimit(A, RateLimitSettings.permits(1).named("db"));
        policies.circuitBreaker(A, CircuitBreakerSettings.failureRate(0.5).named("db"));

        assertThatThrownBy(() -> policies.keyedLimit(B, LimitSettings.permits(1).named("db")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Two different limits are named \"db\": (value = 1, name = \"db\") of shop.A.a(int)"
                        + " and (value = 1, name = \"db\") with a key of shop.B.b()");
        refused(
                "rate limits",
                () -> policies.rateLimit(B, RateLimitSettings.permits(1).named("db")));
        refused(
                "circuit breakers",
                () -> policies.keyedCircuitBreaker(
                        B, CircuitBreakerSettings.failureRate(0.5).named("db")));
    }

    @Test
    void whatCannotBeKeepsNoName() {
        RateLimitSettings impossible = RateLimitSettings.permits(1).per(Duration.ofDays(20_000));
        assertThatThrownBy(() -> policies.rateLimit(A, impossible.named("db")))
                .isInstanceOf(IllegalArgumentException.class);
        policies.rateLimit(B, RateLimitSettings.permits(1).named("db"));
    }

    private static void refused(String word, ThrowingCallable second) {
        assertThatThrownBy(second)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Two different " + word + " are named ")
                .hasMessageContaining(" of shop.A.a(int) and ")
                .hasMessageEndingWith(" of shop.B.b()");
    }

    @Test
    void settingsSayDurationsAsAnnotationsDo() {
        Duration duration = Duration.ofMillis(1_500);
        assertThat(RetrySettings.attempts(3).delay(duration).maxDuration(duration))
                .hasToString(
                        "attempts = 3, delay = 1.5s, backoff = EXPONENTIAL, factor = 2.0, maxDelay = 1m, jitter = NONE,"
                                + " maxDuration = 1.5s, on [Exception]");
        assertThat(LimitSettings.permits(3).maxWait(duration)).hasToString("value = 3, maxWait = 1.5s");
        assertThat(RateLimitSettings.permits(3).per(duration).maxWait(duration))
                .hasToString("value = 3, per = 1.5s, burst = 3, maxWait = 1.5s");
        assertThat(AdaptiveLimitSettings.min(1).maxWait(duration).toString()).endsWith(", maxWait = 1.5s");
        assertThat(HedgeSettings.after(duration)).hasToString("after = 1.5s, max = 1");
        assertThat(CircuitBreakerSettings.failureRate(0.5)
                        .windowTime(duration)
                        .openFor(duration)
                        .slowCall(duration)
                        .toString())
                .contains("windowTime = 1.5s", "openFor = 1.5s", "slowCall = 1.5s");
        assertThat(new RateLimitState(5, 3, duration)).hasToString("RateLimitState[burst=5, available=3, nextIn=1.5s]");
        assertThat(policies.timeout(A, duration)).hasToString("@Timeout of 1.5s of A.a");
        assertThat(policies.deadline(A, duration)).hasToString("A.a within 1.5s");
    }

    @Test
    void settingsAreChecked() {
        LimitSettings one = LimitSettings.permits(1);
        assertThatThrownBy(() -> LimitSettings.permits(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> one.maxQueue(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> one.maxWait(Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> policies.deadline(A, Duration.ofNanos(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
