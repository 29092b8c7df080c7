package dev.deft.policy;

import static dev.deft.policy.Crew.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deft.CircuitOpenException;
import dev.deft.DeadlineExceededException;
import dev.deft.Deft;
import dev.deft.LimitExceededException;
import dev.deft.RateLimitExceededException;
import dev.deft.Task;
import dev.deft.TaskContext;
import dev.deft.TaskEvent;
import dev.deft.TaskName;
import dev.deft.TaskTimeoutException;
import dev.deft.time.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Policies that are listed, changed, and switched off and on while they are in use. */
@Timeout(60)
class PolicyChangeTest {
    private static final TaskName CHARGE = TaskName.of("shop.PaymentService", "charge", "Order");
    private static final TaskName REFUND = TaskName.of("shop.PaymentService", "refund", "Order");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final VirtualTime time = new VirtualTime();
    private final List<TaskEvent> events = Collections.synchronizedList(new ArrayList<>());
    private final Deft deft = Deft.builder()
            .time(time)
            .listener(event -> {
                if (event instanceof TaskEvent.PolicyChanged || event instanceof TaskEvent.CircuitChanged) {
                    events.add(event);
                }
            })
            .build();
    private final Policies policies = deft.policies();
    private final Crew crew = new Crew(time);

    @AfterEach
    void nothingIsLeft() {
        crew.close();
        assertThat(Thread.interrupted()).isFalse();
        deft.close();
    }

    @Test
    void listsWhatWrappersAskedFor() {
        LimitPolicy second = policies.limit(CHARGE, 2, LimitSettings.permits(2).named("db"));
        TimeoutPolicy timeout = policies.timeout(CHARGE, SECOND);
        KeyedLimit first = policies.keyedLimit(CHARGE, LimitSettings.permits(1));
        RetryPolicy refund = policies.retry(REFUND, RetrySettings.attempts(2));
        RetryPolicy charge = policies.retry(CHARGE, RetrySettings.attempts(3));
        LockPolicy lock = policies.lock(REFUND, "books");
        policies.newLock(REFUND); // its wrapper's own
        policies.newKeyedLock(REFUND);

        assertThat(policies).containsExactly(charge, timeout, first, second, refund, lock);
        assertThat(policies.of("PaymentService.refund")).containsExactly(refund, lock);
        assertThat(policies.of("shop.PaymentService.charge(Order)")).containsExactly(charge, timeout, first, second);
        assertThat(policies.of("PaymentService")).hasSize(6);
        assertThat(policies.of("Service")).isEmpty();
        assertThat(policies.all()).extracting(Policy::task).startsWith(CHARGE).endsWith(REFUND);
        assertThat(policies.all())
                .extracting(Policy::word)
                .containsExactly("retry", "timeout", "limit", "limit", "retry", "locked");
        assertThat(policies.all()).extracting(Policy::ordinal).containsExactly(1, 1, 1, 2, 1, 1);
        assertThat(policies.all()).extracting(Policy::sharedName).containsExactly("", "", "", "db", "", "books");
        assertThat(policies.all()).noneMatch(Policy::isPinned);
        assertThat(timeout.settings().attributes()).isEqualTo(Map.of("value", "1s", "enabled", "true"));
        assertThat(charge.settings().attributes())
                .hasToString("{attempts=3, delay=100ms, backoff=EXPONENTIAL, "
                        + "factor=2.0, maxDelay=1m, jitter=NONE, maxDuration=, budget=0.0, enabled=true}");
        assertThat(charge.state()).isEqualTo(new RetryPolicy.State(Long.MAX_VALUE));
        assertThat(second.state()).isEqualTo(new LimitState(2, 0, 0));
        assertThat(first.state()).isEqualTo(new KeyedState(0, 10_000, 0));
        assertThat(lock.state()).isEqualTo(new LockPolicy.State(false, 0, 0));
        assertThat(timeout.state()).isEqualTo(new TimeoutPolicy.State(0, 0, Duration.ZERO));
    }

    @Test
    void tellsOfEachChange() {
        LimitPolicy limit = policies.limit(CHARGE, 2, LimitSettings.permits(2));
        limit.set("value", "5");
        limit.set("value", " 5 "); // no change
        limit.change(LimitSettings.permits(5).named("other")); // nor this: a name is no matter of change
        limit.set(Map.of("value", "6", "maxWait", "1s"));
        limit.switchOff();

        assertThat(events).hasSize(3).allSatisfy(each -> {
            TaskEvent.PolicyChanged event = (TaskEvent.PolicyChanged) each;
            assertThat(event.name()).isEqualTo(CHARGE);
            assertThat(event.word()).isEqualTo("limit");
            assertThat(event.ordinal()).isEqualTo(2);
        });
        TaskEvent.PolicyChanged first = (TaskEvent.PolicyChanged) events.get(0);
        TaskEvent.PolicyChanged last = (TaskEvent.PolicyChanged) events.get(2);
        assertThat(first.from()).isEqualTo(LimitSettings.permits(2));
        assertThat(first.to()).isEqualTo(LimitSettings.permits(5));
        assertThat(last.from()).isEqualTo(LimitSettings.permits(6).maxWait(SECOND));
        assertThat(last.to()).isEqualTo(limit.settings());
        assertThat(last.to().isEnabled()).isFalse();
    }

    @Test
    void whatCannotBeChangesNothing() {
        AdaptiveLimitPolicy limit = policies.adaptiveLimit(CHARGE, AdaptiveLimitSettings.min(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limit.set(Map.of("maxWait", "1s", "min", "300")))
                .withMessageContaining("max must be at least min");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limit.set("maxwait", "1s"))
                .withMessageContaining("did you mean maxWait?");
        assertThat(limit.settings()).isEqualTo(AdaptiveLimitSettings.min(1));
        LockPolicy lock = policies.lock(CHARGE, "books");
        assertThatIllegalArgumentException()
                .isThrownBy(lock::switchOff)
                .withMessageContaining("cannot be switched off");
        assertThat(events).isEmpty();
    }

    /** The same wrapper asks again, or another one does: it gets what was changed. */
    @Test
    void aChangeOutlivesItsWrapper() {
        policies.retry(CHARGE, RetrySettings.attempts(2)).set("attempts", "4");

        assertThat(policies.retry(CHARGE, RetrySettings.attempts(2)).settings()).isEqualTo(RetrySettings.attempts(4));
    }

    @Test
    void aLimitKeepsItsBooks() {
        LimitPolicy limit = policies.limit(CHARGE, LimitSettings.permits(2).maxWait(Duration.ZERO));
        limit.acquire(2);
        limit.switchOff();
        limit.acquire();
        limit.acquire(1_000);
        assertThat(limit.state()).isEqualTo(new LimitState(2, 1_003, 0));
        limit.set("value", "3");
        limit.switchOn();
        assertThatThrownBy(limit::acquire).isInstanceOf(LimitExceededException.class);
        limit.release(1_000);
        assertThat(limit.state()).isEqualTo(new LimitState(3, 3, 0));
        assertThatThrownBy(limit::acquire).isInstanceOf(LimitExceededException.class);
        limit.release(2);
        limit.acquire();
        limit.acquire();
        limit.release(3);
        assertThat(limit.state()).isEqualTo(new LimitState(3, 0, 0));
        assertThatThrownBy(limit::release).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aLimitThatIsSwitchedOffLetsAllInWhoWait() {
        LimitPolicy limit = policies.limit(CHARGE, LimitSettings.permits(1));
        limit.acquire();
        List<Crew.Member> waiting = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            waiting.add(crew.start(limit::acquire));
        }
        until(() -> limit.state().waiting() == 5);
        limit.switchOff();
        waiting.forEach(each -> assertThat(each.failure()).isNull());
        assertThat(limit.state()).isEqualTo(new LimitState(1, 6, 0));
        limit.switchOn();
        Crew.Member late = crew.start(limit::acquire);
        until(() -> limit.state().waiting() == 1);
        for (int i = 0; i < 5; i++) {
            limit.release();
        }
        assertThat(limit.state()).isEqualTo(new LimitState(1, 1, 1));
        limit.release();
        assertThat(late.failure()).isNull();
        limit.release();
    }

    @Test
    void aLimitMayBeOffFromTheBeginning() {
        LimitPolicy limit = policies.limit(CHARGE, LimitSettings.permits(1).enabled(false));
        limit.acquire();
        limit.acquire();
        limit.switchOn();
        assertThat(limit.state()).isEqualTo(new LimitState(1, 2, 0));
        limit.release();
        limit.release();
    }

    @Test
    void aLimitWithAKeyIsSwitchedOffForAllKeys() {
        KeyedLimit limit = policies.keyedLimit(
                CHARGE, LimitSettings.permits(1).maxWait(Duration.ZERO).maxKeys(2));
        LimitPolicy a = limit.acquire("a");
        LimitPolicy b = limit.acquire("b");
        limit.switchOff();
        LimitPolicy againA = limit.acquire("a");
        LimitPolicy c = limit.acquire("c");
        assertThat(limit.state()).isEqualTo(new KeyedState(3, Integer.MAX_VALUE, 0));
        limit.switchOn();
        assertThat(limit.state()).isEqualTo(new KeyedState(3, 2, 3));
        assertThatThrownBy(() -> limit.acquire("d")).isInstanceOf(LimitExceededException.class);
        limit.release(a);
        assertThatThrownBy(() -> limit.acquire("a")).isInstanceOf(LimitExceededException.class);
        limit.release(againA);
        limit.release(b);
        limit.release(c);
        limit.release(limit.acquire("d"));
        assertThat(limit.state()).isEqualTo(new KeyedState(0, 2, 0));
    }

    @Test
    void aRateKeepsItsTokens() {
        RateLimitPolicy rate =
                policies.rateLimit(CHARGE, RateLimitSettings.permits(2).maxWait(Duration.ZERO));
        rate.acquire(2);
        rate.switchOff();
        for (int i = 0; i < 100; i++) {
            rate.acquire();
        }
        rate.acquire(1_000);
        assertThat(rate.state()).isEqualTo(new RateLimitState(2, 0, Duration.ofMillis(500)));
        rate.switchOn();
        assertThatThrownBy(rate::acquire).isInstanceOf(RateLimitExceededException.class);
        rate.switchOff();
        time.advance(Duration.ofMillis(500)); // one token is gained meanwhile
        rate.set("value", "4");
        rate.switchOn();
        rate.acquire();
        assertThatThrownBy(rate::acquire).isInstanceOf(RateLimitExceededException.class);
    }

    @Test
    void aRateThatIsSwitchedOffLetsThoseGoWhoWait() {
        RateLimitPolicy rate =
                policies.rateLimit(CHARGE, RateLimitSettings.permits(1).per(Duration.ofDays(1)));
        rate.acquire();
        List<Crew.Member> waiting = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            waiting.add(crew.start(rate::acquire));
        }
        until(() -> rate.state().available() == -3);
        rate.switchOff();
        waiting.forEach(each -> assertThat(each.failure()).isNull());
        rate.acquire();
        assertThat(time.elapsed()).isZero();
    }

    @Test
    void aRateWithAKeyIsSwitchedOffForAllKeys() {
        KeyedRateLimit rate = policies.keyedRateLimit(
                CHARGE, RateLimitSettings.permits(1).maxWait(Duration.ZERO).maxKeys(1));
        rate.acquire("a");
        rate.switchOff();
        rate.acquire("a");
        rate.acquire("b", 5);
        rate.switchOn();
        assertThatThrownBy(() -> rate.acquire("a")).isInstanceOf(RateLimitExceededException.class);
        time.advance(SECOND);
        rate.acquire("b");
    }

    @Test
    void aCircuitGoesOnInItsState() {
        CircuitBreakerPolicy circuit = policies.circuitBreaker(
                CHARGE, CircuitBreakerSettings.failureRate(0.5).window(2));
        circuit.failed(circuit.enter(), new IOException());
        long before = circuit.enter();
        circuit.switchOff();
        assertThat(circuit.state().state()).isEqualTo(CircuitState.DISABLED);
        for (int i = 0; i < 10; i++) {
            circuit.failed(circuit.enter(), new IOException());
        }
        circuit.failed(before, new IOException()); // began before: is not looked at
        circuit.switchOn();
        assertThat(circuit.state()).isEqualTo(new CircuitBreakerState(CircuitState.CLOSED, 1, 1, 0, Duration.ZERO));
        circuit.failed(circuit.enter(), new IOException());
        assertThat(circuit.state().state()).isEqualTo(CircuitState.OPEN);
        time.advance(Duration.ofSeconds(2));
        circuit.switchOff();
        circuit.succeeded(circuit.enter());
        time.advance(SECOND);
        circuit.switchOn();
        assertThat(circuit.state().retryAfter()).isEqualTo(Duration.ofSeconds(2));
        assertThatThrownBy(circuit::enter).isInstanceOf(CircuitOpenException.class);
        assertThat(events.stream().filter(TaskEvent.CircuitChanged.class::isInstance))
                .extracting(event -> ((TaskEvent.CircuitChanged) event).to())
                .containsExactly(
                        CircuitState.DISABLED,
                        CircuitState.CLOSED,
                        CircuitState.OPEN,
                        CircuitState.DISABLED,
                        CircuitState.OPEN);
    }

    @Test
    void aCircuitThatIsForcedWhileItIsOffIsSoAfterwards() {
        CircuitBreakerPolicy circuit = policies.circuitBreaker(CHARGE, CircuitBreakerSettings.failureRate(0.5));
        circuit.switchOff();
        circuit.forceOpen();
        circuit.succeeded(circuit.enter());
        circuit.switchOn();
        assertThatThrownBy(circuit::enter).isInstanceOf(CircuitOpenException.class);
        circuit.reset();
        circuit.succeeded(circuit.enter());
    }

    @Test
    void aCircuitWithAKeyIsSwitchedOffForAllKeys() {
        KeyedCircuitBreaker circuits = policies.keyedCircuitBreaker(
                CHARGE, CircuitBreakerSettings.failureRate(0.5).window(1));
        CircuitBreakerPolicy a = circuits.of("a");
        a.failed(a.enter(), new IOException());
        circuits.switchOff();
        CircuitBreakerPolicy off = circuits.of("a");
        off.failed(off.enter(), new IOException());
        CircuitBreakerPolicy other = circuits.of("b");
        other.failed(other.enter(), new IOException());
        assertThat(circuits.state()).isEqualTo(new KeyedState(1, 10_000, 0));
        circuits.switchOn();
        assertThat(circuits.state()).isEqualTo(new KeyedState(1, 10_000, 1));
        CircuitBreakerPolicy on = circuits.of("b");
        on.succeeded(on.enter());
        assertThatThrownBy(() -> circuits.of("a").enter()).isInstanceOf(CircuitOpenException.class);
    }

    @Test
    void anAdaptiveLimitKeepsWhatItFound() {
        AdaptiveLimitPolicy limit = policies.adaptiveLimit(
                CHARGE, AdaptiveLimitSettings.min(1).max(10).initial(2).maxWait(Duration.ZERO));
        long first = limit.acquire();
        long second = limit.acquire();
        limit.switchOff();
        long third = limit.acquire();
        assertThat(limit.state().inside()).isEqualTo(3);
        limit.failed(third, new LimitExceededException("busy")); // would shrink it
        assertThat(limit.state().limit()).isEqualTo(2);
        limit.set("max", "1");
        limit.switchOn();
        assertThat(limit.state().limit()).isEqualTo(1);
        limit.succeeded(first);
        assertThatThrownBy(limit::acquire).isInstanceOf(LimitExceededException.class);
        limit.succeeded(second);
        limit.succeeded(limit.acquire());
        assertThat(limit.state().inside()).isZero();
        assertThat(limit.permits().isAtRest()).isTrue();
    }

    @Test
    void aRetryChangesFromTheNextFailureOn() {
        RetryPolicy retry = policies.retry(CHARGE, RetrySettings.attempts(2).delay(SECOND));
        RetryRun run = retry.failed(null, new IOException());
        assertThat(run.permitsAnother()).isTrue();
        retry.set(Map.of("attempts", "4", "delay", "5s", "backoff", "CONSTANT"));
        run.backOff();
        assertThat(time.elapsed()).isEqualTo(SECOND);
        retry.failed(run, new IOException());
        assertThat(run.permitsAnother()).isTrue();
        run.backOff();
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(6));
        retry.switchOff();
        retry.failed(run, new IOException());
        assertThat(run.permitsAnother()).isFalse();
        retry.switchOn();
        assertThat(retry.failed(null, new IOException()).permitsAnother()).isTrue();
    }

    @Test
    void aRetryTakesATimeToBeBoundedBy() {
        RetryPolicy retry = policies.retry(
                CHARGE, RetrySettings.unlimitedAttempts().delay(SECOND).constant());
        RetryRun run = retry.failed(null, new IOException());
        assertThat(run.permitsAnother()).isTrue();
        run.backOff();
        retry.set("maxDuration", "2s");
        for (int i = 0; i < 2; i++) {
            retry.failed(run, new IOException());
            assertThat(run.permitsAnother()).isTrue();
            run.backOff();
        }
        retry.failed(run, new IOException());
        assertThat(run.permitsAnother()).isFalse();
    }

    @Test
    void aRetryTakesABudgetAndGivesItUp() {
        RetryPolicy retry = policies.retry(CHARGE, RetrySettings.attempts(2));
        RetryPolicy.called(retry);
        retry.set("budget", "0.5");
        assertThat(retry.state().retriesLeft()).isEqualTo(100);
        for (int i = 0; i < 4; i++) {
            RetryPolicy.called(retry);
        }
        assertThat(retry.state().retriesLeft()).isEqualTo(102);
        retry.set("budget", "0");
        assertThat(retry.state().retriesLeft()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aBudgetWithANameChangesForAllWhoShareIt() {
        RetrySettings settings = RetrySettings.attempts(2).budget(0.5).named("backend");
        RetryPolicy charge = policies.retry(CHARGE, settings);
        RetryPolicy refund = policies.retry(REFUND, settings);

        charge.set("budget", "2");
        refund.set("attempts", "3"); // which says nothing of the budget
        RetryPolicy.called(refund);
        assertThat(charge.state().retriesLeft()).isEqualTo(102);

        charge.set("budget", "0");
        assertThat(charge.state().retriesLeft()).isEqualTo(Long.MAX_VALUE);
        assertThat(refund.state().retriesLeft()).isEqualTo(102);
        charge.change(RetrySettings.attempts(2).budget(2)); // a name is no matter of change
        assertThat(charge.state()).isEqualTo(refund.state());
    }

    @Test
    void aTimeoutThatIsSwitchedOffWatchesNobody() throws InterruptedException {
        TimeoutPolicy timeout = policies.timeout(CHARGE, SECOND);
        TimeoutWatch running = timeout.start();
        timeout.switchOff();
        TimeoutWatch free = timeout.start();
        time.sleep(Duration.ofMillis(999));
        free.stop();
        running.stop();
        timeout.set("value", "2s");
        timeout.switchOn();
        TimeoutWatch longer = timeout.start();
        timeout.set("value", "1ms");
        assertThatThrownBy(() -> time.sleep(Duration.ofSeconds(3))).isInstanceOf(InterruptedException.class);
        assertThatThrownBy(() -> longer.stop(new IOException()))
                .isInstanceOf(TaskTimeoutException.class)
                .hasMessageContaining("timeout of 2s"); // what it had
        assertThat(time.elapsed()).isEqualTo(Duration.ofMillis(2_999));
    }

    @Test
    void aTimeoutOnTheSystemsTimeIsSwitchedOffToo() {
        try (Deft real = Deft.builder().build()) {
            TimeoutPolicy timeout = real.policies().timeout(CHARGE, Duration.ofNanos(1));
            TimeoutWatch watch = timeout.start();
            assertThatThrownBy(() -> {
                        while (true) {
                            if (Thread.interrupted()) {
                                throw new InterruptedException();
                            }
                        }
                    })
                    .isInstanceOf(InterruptedException.class);
            assertThatThrownBy(() -> watch.stop(new IOException())).isInstanceOf(TaskTimeoutException.class);
            timeout.switchOff();
            assertThat(timeout.start()).isSameAs(NoWatch.INSTANCE);
            timeout.switchOn();
            TimeoutWatch again = timeout.start();
            assertThat(again).isInstanceOf(SweptWatch.class);
            try {
                again.stop();
            } catch (TaskTimeoutException tooSlow) {
                assertThat(timeout.lateFinishers()).isOne();
            }
        }
    }

    @Test
    void aDeadlineThatIsSwitchedOffBoundsNothing() {
        DeadlinePolicy deadline = policies.deadline(CHARGE, Duration.ZERO);
        assertThatThrownBy(deadline::open).isInstanceOf(DeadlineExceededException.class);
        deadline.switchOff();
        DeadlineScope scope = deadline.open();
        assertThat(TaskContext.current().deadline()).isNull();
        scope.close();
        deadline.open().close(new IOException());
        deadline.set("value", "1s");
        deadline.switchOn();
        DeadlineScope bounded = deadline.open();
        deadline.set("value", "1ms");
        time.advance(Duration.ofMillis(500));
        bounded.close();
    }

    @Test
    void aTaskWithADeadlineThatIsSwitchedOffHasNone() {
        DeadlinePolicy deadline = policies.deadline(CHARGE, Duration.ofMillis(1));
        deadline.switchOff();
        assertThat(deft.<String>start(CHARGE, deadline, () -> slow("body")).join())
                .isEqualTo("body");
        assertThat(deft.<String>startDetached(CHARGE, deadline, () -> slow("body"))
                        .join())
                .isEqualTo("body");
        assertThat(deft.<String>start(CHARGE, deadline, () -> slow("body"), failure -> "fallback")
                        .join())
                .isEqualTo("body");
        assertThat(deft.<String>start(
                                CHARGE,
                                deadline,
                                () -> {
                                    throw new IOException("body");
                                },
                                failure -> failure.getMessage() + " fell back")
                        .join())
                .isEqualTo("body fell back");
        assertThat(deft.<String>startDetached(
                                CHARGE,
                                deadline,
                                () -> {
                                    throw new IOException("body");
                                },
                                failure -> failure.getMessage() + " fell back")
                        .join())
                .isEqualTo("body fell back");
        AtomicInteger fallbacks = new AtomicInteger();
        Task<String> cancelled = deft.start(CHARGE, deadline, () -> slow("body"), failure -> {
            fallbacks.incrementAndGet();
            return "fallback";
        });
        cancelled.cancel(true);
        cancelled.terminated().join();
        assertThat(fallbacks).hasValue(0);
        assertThat(cancelled.isCancelled()).isTrue();
    }

    private String slow(String result) throws InterruptedException {
        assertThat(TaskContext.current().deadline()).isNull();
        time.sleep(SECOND);
        return result;
    }

    @Test
    void aHedgeThatIsSwitchedOffCallsOnTheCallersThread() {
        HedgePolicy hedge = policies.hedge(CHARGE, HedgeSettings.after(SECOND));
        hedge.switchOff();
        Thread caller = Thread.currentThread();
        assertThat(hedge.<Thread>call(Thread::currentThread)).isSameAs(caller);
        assertThatThrownBy(() -> hedge.call(() -> {
                    throw new IOException("itself");
                }))
                .isInstanceOf(IOException.class);
        hedge.set(Map.of("after", "p95", "max", "2"));
        assertThat(hedge.settings())
                .isEqualTo(HedgeSettings.afterPercentile(0.95).max(2).enabled(false));
        hedge.switchOn();
        assertThat(hedge.<Thread>call(Thread::currentThread)).isNotSameAs(caller);
        assertThat(hedge.state()).isEqualTo(new HedgePolicy.State(null)).hasToString("State[after=unknown]");
        assertThat(new HedgePolicy.State(Duration.ofMillis(100))).hasToString("State[after=100ms]");
    }

    @Test
    void aSingleFlightThatIsSwitchedOffSharesNothing() {
        SingleFlightPolicy flights = policies.singleFlight(CHARGE);
        AtomicInteger runs = new AtomicInteger();
        List<Crew.Member> leader = new ArrayList<>();
        TaskContext.Cancellable hold = TaskContext.current().withCancel();
        leader.add(crew.start(() -> flights.call("a", () -> {
            runs.incrementAndGet();
            until(hold::isCancelled);
            return "led";
        })));
        until(() -> runs.get() == 1);
        Crew.Member follower = crew.start(
                () -> assertThat(flights.<String>call("a", () -> "own")).isEqualTo("led"));
        until(() -> flights.state().waiting() == 1);
        flights.switchOff();
        assertThat(flights.<String>call("a", () -> "own")).isEqualTo("own");
        hold.cancel();
        assertThat(leader.get(0).failure()).isNull();
        assertThat(follower.failure()).isNull();
    }
}
