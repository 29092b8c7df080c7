package policies;

import dev.deft.Call;
import dev.deft.Deft;
import dev.deft.GeneratedTasks;
import dev.deft.TaskName;
import dev.deft.policy.AdaptiveLimitPolicy;
import dev.deft.policy.AdaptiveLimitSettings;
import dev.deft.policy.CircuitBreakerPolicy;
import dev.deft.policy.CircuitBreakerSettings;
import dev.deft.policy.DeadlinePolicy;
import dev.deft.policy.DeadlineScope;
import dev.deft.policy.Failures;
import dev.deft.policy.HedgePolicy;
import dev.deft.policy.HedgeSettings;
import dev.deft.policy.LimitPolicy;
import dev.deft.policy.LimitSettings;
import dev.deft.policy.RetryPolicy;
import dev.deft.policy.RetryRun;
import dev.deft.policy.RetrySettings;
import dev.deft.policy.TimeoutPolicy;
import dev.deft.policy.TimeoutWatch;
import java.time.Duration;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Runs the methods of {@link Remote} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Remote}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
public final class RemoteTasks {
    private static final TaskName ALL = TaskName.of("policies.Remote", "all");
    private static final TaskName FEWER = TaskName.of("policies.Remote", "fewer");
    private static final TaskName TIMEOUT_OUTSIDE = TaskName.of("policies.Remote", "timeoutOutside");
    private static final TaskName TURNED_OVER = TaskName.of("policies.Remote", "turnedOver");
    private static final TaskName GUARDED = TaskName.of("policies.Remote", "guarded", "int");

    private final Remote target;
    private final Deft deft;
    private final RetryPolicy allRetry;
    private final TimeoutPolicy allTimeout;
    private final LimitPolicy allLimit;
    private final RetryPolicy fewerRetry;
    private final TimeoutPolicy fewerTimeout;
    private final LimitPolicy fewerLimit;
    private final TimeoutPolicy timeoutOutsideTimeout;
    private final RetryPolicy timeoutOutsideRetry;
    private final LimitPolicy timeoutOutsideLimit;
    private final LimitPolicy turnedOverLimit;
    private final DeadlinePolicy turnedOverDeadline;
    private final RetryPolicy turnedOverRetry;
    private final TimeoutPolicy turnedOverTimeout;
    private final RetryPolicy guardedRetry;
    private final CircuitBreakerPolicy guardedCircuit;
    private final HedgePolicy guardedHedge;
    private final AdaptiveLimitPolicy guardedAdaptive;
    private final TimeoutPolicy guardedTimeout;
    private final LimitPolicy guardedLimit;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    public RemoteTasks(Remote target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.allRetry = deft.policies().retry(ALL, RetrySettings.attempts(5)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1)));
        this.allTimeout = deft.policies().timeout(ALL, Duration.ofSeconds(2));
        this.allLimit = deft.policies().limit(ALL, LimitSettings.permits(20));
        this.fewerRetry = deft.policies().retry(FEWER, RetrySettings.attempts(2).delay(Duration.ofMillis(100)));
        this.fewerTimeout = deft.policies().timeout(FEWER, Duration.ofSeconds(2));
        this.fewerLimit = deft.policies().limit(FEWER, LimitSettings.permits(20));
        this.timeoutOutsideTimeout = deft.policies().timeout(TIMEOUT_OUTSIDE, Duration.ofSeconds(2));
        this.timeoutOutsideRetry = deft.policies().retry(TIMEOUT_OUTSIDE, RetrySettings.attempts(5)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1)));
        this.timeoutOutsideLimit = deft.policies().limit(TIMEOUT_OUTSIDE, LimitSettings.permits(20));
        this.turnedOverLimit = deft.policies().limit(TURNED_OVER, LimitSettings.permits(20));
        this.turnedOverDeadline = deft.policies().deadline(TURNED_OVER, Duration.ofSeconds(12));
        this.turnedOverRetry = deft.policies().retry(TURNED_OVER, RetrySettings.attempts(5)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1)));
        this.turnedOverTimeout = deft.policies().timeout(TURNED_OVER, Duration.ofSeconds(2));
        this.guardedRetry = deft.policies().retry(GUARDED, RetrySettings.attempts(5)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1)));
        this.guardedCircuit = deft.policies().circuitBreaker(GUARDED, CircuitBreakerSettings.failureRate(0.5)
                .window(20)
                .openFor(Duration.ofSeconds(5))
                .trialCalls(1));
        this.guardedHedge = deft.policies().hedge(GUARDED, HedgeSettings.afterPercentile(0.95));
        this.guardedAdaptive = deft.policies().adaptiveLimit(GUARDED, AdaptiveLimitSettings.min(1)
                .max(10)
                .initial(10));
        this.guardedTimeout = deft.policies().timeout(GUARDED, Duration.ofSeconds(2));
        this.guardedLimit = deft.policies().limit(GUARDED, LimitSettings.permits(20));
        deft.policies().checkSettings("policies.Remote");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    public static RemoteTasks of(Remote target) {
        return new RemoteTasks(target, Deft.global());
    }

    /**
     * Calls {@link Remote#all()}.
     *
     * <p>From the outside in: {@code @Retry(attempts = 5)} (waits 100 ms, 200 ms, 400 ms, 800 ms),
     * {@code @Timeout("2s")}, {@code @Limit(20)}, the call. At worst 5 attempts of 2 s and waits of 1.5 s: 11.5 s.
     */
    public void all() {
        if (Deft.hasListeners(deft)) {
            allObserved();
        } else {
            allRetried();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void allObserved() {
        Call call = deft.begin(ALL);
        try {
            allRetried();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Retry(attempts = 5)} around {@link #allTimed}. */
    private void allRetried() {
        RetryPolicy.called(allRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                allTimed();
                return;
            } catch (Throwable failure) {
                run = allRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /** {@code @Timeout("2s")} around {@link #allLimited}. */
    private void allTimed() {
        TimeoutWatch watch = allTimeout.start();
        try {
            allLimited();
        } catch (Throwable failure) {
            watch.stop(failure); // throws TaskTimeoutException when the time was up
            throw failure;
        }
        watch.stop();
    }

    /** {@code @Limit(20)} around {@link Remote#all()}. */
    private void allLimited() {
        allLimit.acquire();
        try {
            target.all();
        } finally {
            allLimit.release();
        }
    }

    /**
     * Calls {@link Remote#fewer()}.
     *
     * <p>From the outside in: {@code @Retry(attempts = 2)} (waits 100 ms), {@code @Timeout("2s")}, {@code @Limit(20)},
     * the call. At worst 2 attempts of 2 s and a wait of 100 ms: 4.1 s.
     */
    public void fewer() {
        if (Deft.hasListeners(deft)) {
            fewerObserved();
        } else {
            fewerRetried();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void fewerObserved() {
        Call call = deft.begin(FEWER);
        try {
            fewerRetried();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Retry(attempts = 2)} around {@link #fewerTimed}. */
    private void fewerRetried() {
        RetryPolicy.called(fewerRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                fewerTimed();
                return;
            } catch (Throwable failure) {
                run = fewerRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /** {@code @Timeout("2s")} around {@link #fewerLimited}. */
    private void fewerTimed() {
        TimeoutWatch watch = fewerTimeout.start();
        try {
            fewerLimited();
        } catch (Throwable failure) {
            watch.stop(failure); // throws TaskTimeoutException when the time was up
            throw failure;
        }
        watch.stop();
    }

    /** {@code @Limit(20)} around {@link Remote#fewer()}. */
    private void fewerLimited() {
        fewerLimit.acquire();
        try {
            target.fewer();
        } finally {
            fewerLimit.release();
        }
    }

    /**
     * Calls {@link Remote#timeoutOutside()}.
     *
     * <p>From the outside in: {@code @Timeout("2s")}, {@code @Retry(attempts = 5)} (waits 100 ms, 200 ms, 400 ms,
     * 800 ms), {@code @Limit(20)}, the call. At worst 2 s.
     */
    public void timeoutOutside() {
        if (Deft.hasListeners(deft)) {
            timeoutOutsideObserved();
        } else {
            timeoutOutsideTimed();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void timeoutOutsideObserved() {
        Call call = deft.begin(TIMEOUT_OUTSIDE);
        try {
            timeoutOutsideTimed();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Timeout("2s")} around {@link #timeoutOutsideRetried}. */
    private void timeoutOutsideTimed() {
        TimeoutWatch watch = timeoutOutsideTimeout.start();
        try {
            timeoutOutsideRetried();
        } catch (Throwable failure) {
            watch.stop(failure); // throws TaskTimeoutException when the time was up
            throw failure;
        }
        watch.stop();
    }

    /** {@code @Retry(attempts = 5)} around {@link #timeoutOutsideLimited}. */
    private void timeoutOutsideRetried() {
        RetryPolicy.called(timeoutOutsideRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                timeoutOutsideLimited();
                return;
            } catch (Throwable failure) {
                run = timeoutOutsideRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /** {@code @Limit(20)} around {@link Remote#timeoutOutside()}. */
    private void timeoutOutsideLimited() {
        timeoutOutsideLimit.acquire();
        try {
            target.timeoutOutside();
        } finally {
            timeoutOutsideLimit.release();
        }
    }

    /**
     * Calls {@link Remote#turnedOver()}.
     *
     * <p>From the outside in: {@code @Fallback("none")}, {@code @Deferred({"first", "last"})}, {@code @Limit(20)},
     * {@code @Deadline("12s")}, {@code @Retry(attempts = 5)} (waits 100 ms, 200 ms, 400 ms, 800 ms),
     * {@code @Timeout("2s")}, {@code @Recover("none")}, the call.
     */
    public void turnedOver() {
        if (Deft.hasListeners(deft)) {
            turnedOverObserved();
        } else {
            turnedOverOrFallback();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void turnedOverObserved() {
        Call call = deft.begin(TURNED_OVER);
        try {
            turnedOverOrFallback();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Fallback("none")} around {@link #turnedOverThenFirst}. */
    private void turnedOverOrFallback() {
        try {
            turnedOverThenFirst();
        } catch (Throwable thrown) {
            Throwable failure = Failures.of(thrown); // looks through CompletionException and ExecutionException
            if (failure instanceof Exception && !Failures.isCancellation(failure)) {
                deft.recovered(TURNED_OVER, failure);
                try {
                    target.none();
                    return;
                } catch (Throwable second) {
                    Failures.suppress(second, thrown);
                    throw second;
                }
            }
            throw thrown;
        }
    }

    /**
     * {@code @Deferred({"first", "last"})}: runs {@link Remote#first()} after {@link #turnedOverThenLast}, however it
     * ends.
     */
    private void turnedOverThenFirst() {
        try {
            turnedOverThenLast();
        } catch (Throwable failure) {
            try {
                target.first();
            } catch (Throwable second) {
                Failures.suppress(failure, second);
            }
            throw failure;
        }
        target.first();
    }

    /**
     * {@code @Deferred({"first", "last"})}: runs {@link Remote#last()} after {@link #turnedOverLimited}, however it
     * ends.
     */
    private void turnedOverThenLast() {
        try {
            turnedOverLimited();
        } catch (Throwable failure) {
            try {
                target.last();
            } catch (Throwable second) {
                Failures.suppress(failure, second);
            }
            throw failure;
        }
        target.last();
    }

    /** {@code @Limit(20)} around {@link #turnedOverBounded}. */
    private void turnedOverLimited() {
        turnedOverLimit.acquire();
        try {
            turnedOverBounded();
        } finally {
            turnedOverLimit.release();
        }
    }

    /** {@code @Deadline("12s")} around {@link #turnedOverRetried}. */
    private void turnedOverBounded() {
        DeadlineScope scope = turnedOverDeadline.open();
        try {
            turnedOverRetried();
        } catch (Throwable failure) {
            scope.close(failure); // throws DeadlineExceededException when the time was up
            throw failure;
        }
        scope.close();
    }

    /** {@code @Retry(attempts = 5)} around {@link #turnedOverTimed}. */
    private void turnedOverRetried() {
        RetryPolicy.called(turnedOverRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                turnedOverTimed();
                return;
            } catch (Throwable failure) {
                run = turnedOverRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /** {@code @Timeout("2s")} around {@link #turnedOverRecovered}. */
    private void turnedOverTimed() {
        TimeoutWatch watch = turnedOverTimeout.start();
        try {
            turnedOverRecovered();
        } catch (Throwable failure) {
            watch.stop(failure); // throws TaskTimeoutException when the time was up
            throw failure;
        }
        watch.stop();
    }

    /** {@code @Recover("none")} around {@link Remote#turnedOver()}. */
    private void turnedOverRecovered() {
        try {
            target.turnedOver();
        } catch (Throwable thrown) {
            Throwable failure = Failures.of(thrown); // looks through CompletionException and ExecutionException
            if (failure instanceof Exception && !Failures.isCancellation(failure)) {
                deft.recovered(TURNED_OVER, failure);
                try {
                    target.none();
                    return;
                } catch (Throwable second) {
                    Failures.suppress(second, thrown);
                    throw second;
                }
            }
            throw thrown;
        }
    }

    /**
     * Calls {@link Remote#guarded(int)}.
     *
     * <p>From the outside in: {@code @Retry(attempts = 5)} (waits 100 ms, 200 ms, 400 ms, 800 ms),
     * {@code @CircuitBreaker(window = 20)} (opens for 5 s when 50 % of the last 20 calls fail, closes after 1 trial
     * call), {@code @Hedge(after = "p95")} (another attempt when 95 % of the recent calls were faster),
     * {@code @AdaptiveLimit(max = 10)} (1 to 10 at once, 10 at first), {@code @Timeout("2s")}, {@code @Limit(20)}, the
     * call.
     */
    public int guarded(int entry) {
        return Deft.hasListeners(deft) ? guardedObserved(entry) : guardedRetried(entry);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private int guardedObserved(int entry) {
        Call call = deft.begin(GUARDED);
        int result;
        try {
            result = guardedRetried(entry);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Retry(attempts = 5)} around {@link #guardedGuarded}. */
    private int guardedRetried(int entry) {
        RetryPolicy.called(guardedRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                return guardedGuarded(entry);
            } catch (Throwable failure) {
                run = guardedRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /** {@code @CircuitBreaker(window = 20)} around {@link #guardedHedged}. */
    private int guardedGuarded(int entry) {
        long entry_ = guardedCircuit.enter(); // throws CircuitOpenException while the circuit is open
        int result;
        try {
            result = guardedHedged(entry);
        } catch (Throwable failure) {
            guardedCircuit.failed(entry_, failure);
            throw failure;
        }
        guardedCircuit.succeeded(entry_);
        return result;
    }

    /** {@code @Hedge(after = "p95")} around {@link #guardedAdaptively}. */
    private int guardedHedged(int entry) {
        return guardedHedge.call(() -> guardedAdaptively(entry));
    }

    /** {@code @AdaptiveLimit(max = 10)} around {@link #guardedTimed}. */
    private int guardedAdaptively(int entry) {
        long entry_ = guardedAdaptive.acquire();
        int result;
        try {
            result = guardedTimed(entry);
        } catch (Throwable failure) {
            guardedAdaptive.failed(entry_, failure);
            throw failure;
        }
        guardedAdaptive.succeeded(entry_);
        return result;
    }

    /** {@code @Timeout("2s")} around {@link #guardedLimited}. */
    private int guardedTimed(int entry) {
        TimeoutWatch watch = guardedTimeout.start();
        int result;
        try {
            result = guardedLimited(entry);
        } catch (Throwable failure) {
            watch.stop(failure); // throws TaskTimeoutException when the time was up
            throw failure;
        }
        watch.stop();
        return result;
    }

    /** {@code @Limit(20)} around {@link Remote#guarded(int)}. */
    private int guardedLimited(int entry) {
        guardedLimit.acquire();
        try {
            return target.guarded(entry);
        } finally {
            guardedLimit.release();
        }
    }
}
