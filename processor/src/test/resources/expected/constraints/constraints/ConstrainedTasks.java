package constraints;

import dev.deft.Call;
import dev.deft.Defer;
import dev.deft.Deft;
import dev.deft.GeneratedTasks;
import dev.deft.Schedule;
import dev.deft.Task;
import dev.deft.TaskGroup;
import dev.deft.TaskName;
import dev.deft.TaskPool;
import dev.deft.policy.AdaptiveLimitPolicy;
import dev.deft.policy.AdaptiveLimitSettings;
import dev.deft.policy.CallKey;
import dev.deft.policy.CircuitBreakerPolicy;
import dev.deft.policy.CircuitBreakerSettings;
import dev.deft.policy.DeadlinePolicy;
import dev.deft.policy.DeadlineScope;
import dev.deft.policy.Failures;
import dev.deft.policy.HedgePolicy;
import dev.deft.policy.HedgeSettings;
import dev.deft.policy.LimitPolicy;
import dev.deft.policy.LimitSettings;
import dev.deft.policy.LockPolicy;
import dev.deft.policy.RateLimitPolicy;
import dev.deft.policy.RateLimitSettings;
import dev.deft.policy.RetryPolicy;
import dev.deft.policy.RetryRun;
import dev.deft.policy.RetrySettings;
import dev.deft.policy.SingleFlightPolicy;
import dev.deft.policy.TimeoutPolicy;
import dev.deft.policy.TimeoutWatch;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * Runs the methods of {@link Constrained} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Constrained}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
final class ConstrainedTasks {
    private static final TaskName ASYNC = TaskName.of("constraints.Constrained", "async", "String");
    private static final TaskName DEFERRED = TaskName.of("constraints.Constrained", "deferred");
    private static final TaskName CLOSED = TaskName.of("constraints.Constrained", "closed");
    private static final TaskName DEFERRING = TaskName.of("constraints.Constrained", "deferring");
    private static final TaskName RECOVERED = TaskName.of("constraints.Constrained", "recovered");
    private static final TaskName HANDLED = TaskName.of("constraints.Constrained", "handled");
    private static final TaskName RETRIED = TaskName.of("constraints.Constrained", "retried");
    private static final TaskName JUDGED = TaskName.of("constraints.Constrained", "judged");
    private static final TaskName LIMITED = TaskName.of("constraints.Constrained", "limited");
    private static final TaskName ADAPTED = TaskName.of("constraints.Constrained", "adapted");
    private static final TaskName PACED = TaskName.of("constraints.Constrained", "paced");
    private static final TaskName TIMED = TaskName.of("constraints.Constrained", "timed");
    private static final TaskName BOUNDED = TaskName.of("constraints.Constrained", "bounded");
    private static final TaskName GUARDED = TaskName.of("constraints.Constrained", "guarded");
    private static final TaskName HEDGED = TaskName.of("constraints.Constrained", "hedged");
    private static final TaskName SHARED = TaskName.of("constraints.Constrained", "shared", "String");
    private static final TaskName LOCKED = TaskName.of("constraints.Constrained", "locked");
    private static final TaskName SCHEDULED = TaskName.of("constraints.Constrained", "scheduled");
    private static final TaskName BATCHED = TaskName.of("constraints.Constrained", "batched", "String");
    private static final TaskName EVERYWHERE = TaskName.of("constraints.Constrained", "everywhere", "T", "int[]");
    private static final TaskName NULLABLE = TaskName.of("constraints.Constrained", "nullable", "Entry");
    private static final TaskName VALUES =
            TaskName.of("constraints.Constrained", "values", "Map", "int", "String", "String", "String");
    private static final TaskName NAMED = TaskName.of("constraints.Constrained", "named");

    private final Constrained target;
    private final Deft deft;
    private final LimitPolicy deferringLimit;
    private final RetryPolicy retriedRetry;
    private final RetryPolicy judgedRetry;
    private final LimitPolicy limitedLimit;
    private final AdaptiveLimitPolicy adaptedAdaptive;
    private final RateLimitPolicy pacedRate;
    private final TimeoutPolicy timedTimeout;
    private final DeadlinePolicy boundedDeadline;
    private final CircuitBreakerPolicy guardedCircuit;
    private final HedgePolicy hedgedHedge;
    private final SingleFlightPolicy sharedFlight;
    private final LockPolicy lockedLock;
    private final CircuitBreakerPolicy everywhereCircuit;
    private final CircuitBreakerPolicy nullableCircuit;
    private final RetryPolicy valuesRetry;
    private final TaskPool namedPool;
    private final LimitPolicy namedLimit;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    ConstrainedTasks(Constrained target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.deferringLimit = deft.policies().limit(DEFERRING, LimitSettings.permits(1));
        this.retriedRetry = deft.policies().retry(RETRIED, RetrySettings.attempts(3)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1)));
        this.judgedRetry = deft.policies().retry(JUDGED, RetrySettings.attempts(3)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1)));
        this.limitedLimit = deft.policies().limit(LIMITED, LimitSettings.permits(1));
        this.adaptedAdaptive = deft.policies().adaptiveLimit(ADAPTED, AdaptiveLimitSettings.min(1)
                .max(200)
                .initial(20));
        this.pacedRate = deft.policies().rateLimit(PACED, RateLimitSettings.permits(1).per(Duration.ofSeconds(1)));
        this.timedTimeout = deft.policies().timeout(TIMED, Duration.ofSeconds(1));
        this.boundedDeadline = deft.policies().deadline(BOUNDED, Duration.ofSeconds(1));
        this.guardedCircuit = deft.policies().circuitBreaker(GUARDED, CircuitBreakerSettings.failureRate(0.5)
                .window(20)
                .openFor(Duration.ofSeconds(5))
                .trialCalls(1));
        this.hedgedHedge = deft.policies().hedge(HEDGED, HedgeSettings.after(Duration.ofSeconds(1)));
        this.sharedFlight = deft.policies().singleFlight(SHARED);
        this.lockedLock = deft.policies().newLock(LOCKED);
        this.everywhereCircuit = deft.policies().circuitBreaker(EVERYWHERE, CircuitBreakerSettings.failureRate(0.5)
                .window(20)
                .openFor(Duration.ofSeconds(5))
                .trialCalls(1));
        this.nullableCircuit = deft.policies().circuitBreaker(NULLABLE, CircuitBreakerSettings.failureRate(0.5)
                .window(20)
                .openFor(Duration.ofSeconds(5))
                .trialCalls(1));
        this.valuesRetry = deft.policies().retry(VALUES, RetrySettings.attempts(3)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1)));
        this.namedPool = deft.pool("// \u2029 \\");
        this.namedLimit = deft.policies().limit(NAMED, LimitSettings.permits(1).named("a\u2028b\u0085c\u000bd\ne'"));
        deft.policies().checkSettings("constraints.Constrained");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    static ConstrainedTasks of(Constrained target) {
        return new ConstrainedTasks(target, Deft.global());
    }

    /**
     * Starts {@link Constrained#async(String)} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async(onSuccess = "note")}, the call.
     */
    Task<@Size(max = 10) String> async(@Size(max = 10) String key) {
        return deft.start(ASYNC, () -> target.async(key))
                .onSuccess(result -> target.note(result));
    }

    /**
     * Calls {@link Constrained#deferred()}.
     *
     * <p>From the outside in: {@code @Deferred("close")}, the call.
     */
    @Size(max = 10) String deferred() {
        return Deft.hasListeners(deft) ? deferredObserved() : deferredThenClose();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private @Size(max = 10) String deferredObserved() {
        Call call = deft.begin(DEFERRED);
        String result;
        try {
            result = deferredThenClose();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /**
     * {@code @Deferred("close")}: runs {@link Constrained#close()} after {@link Constrained#deferred()}, however it
     * ends.
     */
    private @Size(max = 10) String deferredThenClose() {
        String result;
        try {
            result = target.deferred();
        } catch (Throwable failure) {
            try {
                target.close();
            } catch (Throwable second) {
                Failures.suppress(failure, second);
            }
            throw failure;
        }
        target.close();
        return result;
    }

    /**
     * Calls {@link Constrained#closed()}.
     *
     * <p>From the outside in: {@code @Deferred(value = "close", on = SUCCESS)}, the call.
     */
    @Size(max = 10) String closed() {
        return Deft.hasListeners(deft) ? closedObserved() : closedThenClose();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private @Size(max = 10) String closedObserved() {
        Call call = deft.begin(CLOSED);
        String result;
        try {
            result = closedThenClose();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /**
     * {@code @Deferred(value = "close", on = SUCCESS)}: runs {@link Constrained#close()} after
     * {@link Constrained#closed()}, if it succeeds.
     */
    private @Size(max = 10) String closedThenClose() {
        String result = target.closed();
        target.close();
        return result;
    }

    /**
     * Calls {@link Constrained#deferring(Defer)}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    @Size(max = 10) String deferring() {
        return Deft.hasListeners(deft) ? deferringObserved() : deferringLimited();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private @Size(max = 10) String deferringObserved() {
        Call call = deft.begin(DEFERRING);
        String result;
        try {
            result = deferringLimited();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(1)} around {@link #deferringDeferring}. */
    private @Size(max = 10) String deferringLimited() {
        deferringLimit.acquire();
        try {
            return deferringDeferring();
        } finally {
            deferringLimit.release();
        }
    }

    /** Runs what {@link Constrained#deferring(Defer)} defers, when it ends. */
    private @Size(max = 10) String deferringDeferring() {
        Defer defer = new Defer();
        String result;
        try {
            result = target.deferring(defer);
        } catch (Throwable failure) {
            return defer.failed(failure);
        }
        return defer.succeeded(result);
    }

    /**
     * Calls {@link Constrained#recovered()}.
     *
     * <p>From the outside in: {@code @Recover("none")}, the call.
     */
    @Size(max = 10) String recovered() {
        return Deft.hasListeners(deft) ? recoveredObserved() : recoveredRecovered();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private @Size(max = 10) String recoveredObserved() {
        Call call = deft.begin(RECOVERED);
        String result;
        try {
            result = recoveredRecovered();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Recover("none")} around {@link Constrained#recovered()}. */
    private @Size(max = 10) String recoveredRecovered() {
        try {
            return target.recovered();
        } catch (Throwable thrown) {
            Throwable failure = Failures.of(thrown); // looks through CompletionException and ExecutionException
            if (failure instanceof Exception && !Failures.isCancellation(failure)) {
                deft.recovered(RECOVERED, failure);
                try {
                    return target.none();
                } catch (Throwable second) {
                    Failures.suppress(second, thrown);
                    throw second;
                }
            }
            throw thrown;
        }
    }

    /**
     * Calls {@link Constrained#handled()}.
     *
     * <p>From the outside in: {@code @Fallback("none")}, the call.
     */
    @Size(max = 10) String handled() {
        return Deft.hasListeners(deft) ? handledObserved() : handledOrFallback();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private @Size(max = 10) String handledObserved() {
        Call call = deft.begin(HANDLED);
        String result;
        try {
            result = handledOrFallback();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Fallback("none")} around {@link Constrained#handled()}. */
    private @Size(max = 10) String handledOrFallback() {
        try {
            return target.handled();
        } catch (Throwable thrown) {
            Throwable failure = Failures.of(thrown); // looks through CompletionException and ExecutionException
            if (failure instanceof Exception && !Failures.isCancellation(failure)) {
                deft.recovered(HANDLED, failure);
                try {
                    return target.none();
                } catch (Throwable second) {
                    Failures.suppress(second, thrown);
                    throw second;
                }
            }
            throw thrown;
        }
    }

    /**
     * Calls {@link Constrained#retried()}.
     *
     * <p>From the outside in: {@code @Retry} (3 attempts, waits 100 ms, 200 ms), the call.
     */
    @Size(max = 10) String retried() {
        return Deft.hasListeners(deft) ? retriedObserved() : retriedRetried();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private @Size(max = 10) String retriedObserved() {
        Call call = deft.begin(RETRIED);
        String result;
        try {
            result = retriedRetried();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Retry} around {@link Constrained#retried()}. */
    private @Size(max = 10) String retriedRetried() {
        RetryPolicy.called(retriedRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                return target.retried();
            } catch (Throwable failure) {
                run = retriedRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /**
     * Calls {@link Constrained#judged()}.
     *
     * <p>From the outside in: {@code @Retry(whileResult = "isOpen")} (3 attempts, waits 100 ms, 200 ms), the call.
     */
    public @Size(max = 10) List<@Size(max = 2) String> judged() {
        return Deft.hasListeners(deft) ? judgedObserved() : judgedRetried();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private @Size(max = 10) List<@Size(max = 2) String> judgedObserved() {
        Call call = deft.begin(JUDGED);
        List<@Size(max = 2) String> result;
        try {
            result = judgedRetried();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Retry(whileResult = "isOpen")} around {@link Constrained#judged()}. */
    private @Size(max = 10) List<@Size(max = 2) String> judgedRetried() {
        RetryPolicy.called(judgedRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            List<@Size(max = 2) String> result;
            try {
                result = target.judged();
            } catch (Throwable failure) {
                run = judgedRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // unchecked: nothing is wrapped
                }
                run.backOff();
                continue;
            }
            if (!target.isOpen(result)) {
                return result;
            }
            run = judgedRetry.unsatisfied(run);
            if (!run.permitsAnother()) {
                return result;
            }
            run.backOff();
        }
    }

    /**
     * Calls {@link Constrained#limited()}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    @Size(max = 10) String limited() {
        return Deft.hasListeners(deft) ? limitedObserved() : limitedLimited();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private @Size(max = 10) String limitedObserved() {
        Call call = deft.begin(LIMITED);
        String result;
        try {
            result = limitedLimited();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(1)} around {@link Constrained#limited()}. */
    private @Size(max = 10) String limitedLimited() {
        limitedLimit.acquire();
        try {
            return target.limited();
        } finally {
            limitedLimit.release();
        }
    }

    /**
     * Calls {@link Constrained#adapted()}.
     *
     * <p>From the outside in: {@code @AdaptiveLimit} (1 to 200 at once, 20 at first), the call.
     */
    @Size(max = 10) String adapted() {
        return Deft.hasListeners(deft) ? adaptedObserved() : adaptedAdaptively();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private @Size(max = 10) String adaptedObserved() {
        Call call = deft.begin(ADAPTED);
        String result;
        try {
            result = adaptedAdaptively();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @AdaptiveLimit} around {@link Constrained#adapted()}. */
    private @Size(max = 10) String adaptedAdaptively() {
        long entry = adaptedAdaptive.acquire();
        String result;
        try {
            result = target.adapted();
        } catch (Throwable failure) {
            adaptedAdaptive.failed(entry, failure);
            throw failure;
        }
        adaptedAdaptive.succeeded(entry);
        return result;
    }

    /**
     * Calls {@link Constrained#paced()}.
     *
     * <p>From the outside in: {@code @RateLimit(1)} (1 a second, at most 1 at once), the call.
     */
    @Size(max = 10) String paced() {
        return Deft.hasListeners(deft) ? pacedObserved() : pacedPaced();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private @Size(max = 10) String pacedObserved() {
        Call call = deft.begin(PACED);
        String result;
        try {
            result = pacedPaced();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @RateLimit(1)} around {@link Constrained#paced()}. */
    private @Size(max = 10) String pacedPaced() {
        pacedRate.acquire();
        return target.paced();
    }

    /**
     * Calls {@link Constrained#timed()}.
     *
     * <p>From the outside in: {@code @Timeout("1s")}, the call. At worst 1 s.
     */
    @Size(max = 10) String timed() {
        return Deft.hasListeners(deft) ? timedObserved() : timedTimed();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private @Size(max = 10) String timedObserved() {
        Call call = deft.begin(TIMED);
        String result;
        try {
            result = timedTimed();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Timeout("1s")} around {@link Constrained#timed()}. */
    private @Size(max = 10) String timedTimed() {
        TimeoutWatch watch = timedTimeout.start();
        String result;
        try {
            result = target.timed();
        } catch (Throwable failure) {
            watch.stop(failure); // throws TaskTimeoutException when the time was up
            throw failure;
        }
        watch.stop();
        return result;
    }

    /**
     * Calls {@link Constrained#bounded()}.
     *
     * <p>From the outside in: {@code @Deadline("1s")}, the call. At worst 1 s.
     */
    @Size(max = 10) String bounded() {
        return Deft.hasListeners(deft) ? boundedObserved() : boundedBounded();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private @Size(max = 10) String boundedObserved() {
        Call call = deft.begin(BOUNDED);
        String result;
        try {
            result = boundedBounded();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Deadline("1s")} around {@link Constrained#bounded()}. */
    private @Size(max = 10) String boundedBounded() {
        DeadlineScope scope = boundedDeadline.open();
        String result;
        try {
            result = target.bounded();
        } catch (Throwable failure) {
            scope.close(failure); // throws DeadlineExceededException when the time was up
            throw failure;
        }
        scope.close();
        return result;
    }

    /**
     * Calls {@link Constrained#guarded()}.
     *
     * <p>From the outside in: {@code @CircuitBreaker} (opens for 5 s when 50 % of the last 20 calls fail, closes after
     * 1 trial call), the call.
     */
    @Size(max = 10) String guarded() {
        return Deft.hasListeners(deft) ? guardedObserved() : guardedGuarded();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private @Size(max = 10) String guardedObserved() {
        Call call = deft.begin(GUARDED);
        String result;
        try {
            result = guardedGuarded();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @CircuitBreaker} around {@link Constrained#guarded()}. */
    private @Size(max = 10) String guardedGuarded() {
        long entry = guardedCircuit.enter(); // throws CircuitOpenException while the circuit is open
        String result;
        try {
            result = target.guarded();
        } catch (Throwable failure) {
            guardedCircuit.failed(entry, failure);
            throw failure;
        }
        guardedCircuit.succeeded(entry);
        return result;
    }

    /**
     * Calls {@link Constrained#hedged()}.
     *
     * <p>From the outside in: {@code @Hedge(after = "1s")} (another attempt after 1 s without an outcome), the call.
     */
    @Size(max = 10) String hedged() {
        return Deft.hasListeners(deft) ? hedgedObserved() : hedgedHedged();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private @Size(max = 10) String hedgedObserved() {
        Call call = deft.begin(HEDGED);
        String result;
        try {
            result = hedgedHedged();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Hedge(after = "1s")} around {@link Constrained#hedged()}. */
    private @Size(max = 10) String hedgedHedged() {
        return hedgedHedge.call(() -> target.hedged());
    }

    /**
     * Calls {@link Constrained#shared(String)}.
     *
     * <p>From the outside in: {@code @SingleFlight} (by all parameters), the call.
     */
    @Size(max = 10) String shared(@Size(max = 10) String key) {
        return Deft.hasListeners(deft) ? sharedObserved(key) : sharedShared(key);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private @Size(max = 10) String sharedObserved(@Size(max = 10) String key) {
        Call call = deft.begin(SHARED);
        String result;
        try {
            result = sharedShared(key);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @SingleFlight} around {@link Constrained#shared(String)}. */
    private @Size(max = 10) String sharedShared(@Size(max = 10) String key) {
        return sharedFlight.call(CallKey.of(target, key), () -> target.shared(key));
    }

    /**
     * Calls {@link Constrained#locked()}.
     *
     * <p>From the outside in: {@code @Locked} (exclusive), the call.
     */
    @Size(max = 10) String locked() {
        return Deft.hasListeners(deft) ? lockedObserved() : lockedLocked();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private @Size(max = 10) String lockedObserved() {
        Call call = deft.begin(LOCKED);
        String result;
        try {
            result = lockedLocked();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Locked} around {@link Constrained#locked()}. */
    private @Size(max = 10) String lockedLocked() {
        lockedLock.lock();
        try {
            return target.locked();
        } finally {
            lockedLock.unlock();
        }
    }

    /** Calls {@link Constrained#scheduled()}. */
    @Size(max = 10) String scheduled() {
        return Deft.hasListeners(deft) ? scheduledObserved() : target.scheduled();
    }

    /**
     * Calls {@link #scheduled} again and again, until the task that this returns is cancelled.
     *
     * <p>{@code @Scheduled(every = "1h")}
     */
    Task<Void> scheduleScheduled() {
        return deft.schedule(
                TaskName.of("constraints.Constrained", "scheduleScheduled"),
                Schedule.every(Duration.ofHours(1)),
                () -> scheduled());
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private @Size(max = 10) String scheduledObserved() {
        Call call = deft.begin(SCHEDULED);
        String result;
        try {
            result = target.scheduled();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /**
     * Starts {@link Constrained#batched(String)} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async}, the call.
     */
    Task<@Size(max = 10) String> batched(@Size(max = 10) String item) {
        return deft.start(BATCHED, () -> target.batched(item));
    }

    /** Starts {@link #batched} for each of {@code items}, all in one group. */
    TaskGroup<@Size(max = 10) String> batchedAll(Iterable<? extends @Size(max = 10) String> items) {
        return deft.batch(items, item -> batched(item));
    }

    /**
     * Calls {@link Constrained#everywhere(Object, int[])}.
     *
     * <p>From the outside in: {@code @CircuitBreaker} (opens for 5 s when 50 % of the last 20 calls fail, closes after
     * 1 trial call), the call.
     */
    public <T extends @Size(max = 3) Object> int @Size(max = 4) [] everywhere(T item, int @Size(max = 5) ... more)
            throws @Size(max = 7) IOException {
        return Deft.hasListeners(deft) ? everywhereObserved(item, more) : everywhereGuarded(item, more);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private <T extends @Size(max = 3) Object> int @Size(max = 4) [] everywhereObserved(
            T item, int @Size(max = 5) [] more)
            throws @Size(max = 7) IOException {
        Call call = deft.begin(EVERYWHERE);
        int[] result;
        try {
            result = everywhereGuarded(item, more);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @CircuitBreaker} around {@link Constrained#everywhere(Object, int[])}. */
    private <T extends @Size(max = 3) Object> int @Size(max = 4) [] everywhereGuarded(
            T item, int @Size(max = 5) [] more)
            throws @Size(max = 7) IOException {
        long entry = everywhereCircuit.enter(); // throws CircuitOpenException while the circuit is open
        int[] result;
        try {
            result = target.everywhere(item, more);
        } catch (Throwable failure) {
            everywhereCircuit.failed(entry, failure);
            throw failure;
        }
        everywhereCircuit.succeeded(entry);
        return result;
    }

    /**
     * Calls {@link Constrained#nullable(Map.Entry)}.
     *
     * <p>From the outside in: {@code @CircuitBreaker} (opens for 5 s when 50 % of the last 20 calls fail, closes after
     * 1 trial call), the call.
     */
    public @Nullable List<@Nullable String> nullable(
            Map.@Size(max = 1, message = "a. @b") Entry<String, @Nullable String> entry) {
        return Deft.hasListeners(deft) ? nullableObserved(entry) : nullableGuarded(entry);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private @Nullable List<@Nullable String> nullableObserved(
            Map.@Size(max = 1, message = "a. @b") Entry<String, @Nullable String> entry) {
        Call call = deft.begin(NULLABLE);
        List<@Nullable String> result;
        try {
            result = nullableGuarded(entry);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @CircuitBreaker} around {@link Constrained#nullable(Map.Entry)}. */
    private @Nullable List<@Nullable String> nullableGuarded(
            Map.@Size(max = 1, message = "a. @b") Entry<String, @Nullable String> entry) {
        long entry_ = nullableCircuit.enter(); // throws CircuitOpenException while the circuit is open
        List<@Nullable String> result;
        try {
            result = target.nullable(entry);
        } catch (Throwable failure) {
            nullableCircuit.failed(entry_, failure);
            throw failure;
        }
        nullableCircuit.succeeded(entry_);
        return result;
    }

    /**
     * Calls {@link Constrained#values(Map, int, String, String, String)}.
     *
     * <p>From the outside in: {@code @Retry} (3 attempts, waits 100 ms, 200 ms), the call.
     */
    public void values(
            @Size(max = 1, message = "ends in a backslash\\", tags = "one, two, three (and more") Map<String,
                    Integer> first,
            @Size(max = 1, weight = 0.0 / 0, share = -1f / 0, letters = {'"', '\'', '('}) int second,
            @Size(max = 1, message = "{\n\t\u2028\u0085\u000b\u0000\"}", tags = {}) String third,
            @Size(max = 2147483647, groups = {List.class, int[].class, Map.Entry.class}) String fourth, String fifth) {
        if (Deft.hasListeners(deft)) {
            valuesObserved(first, second, third, fourth, fifth);
        } else {
            valuesRetried(first, second, third, fourth, fifth);
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void valuesObserved(
            @Size(max = 1, message = "ends in a backslash\\", tags = "one, two, three (and more") Map<String,
                    Integer> first,
            @Size(max = 1, weight = 0.0 / 0, share = -1f / 0, letters = {'"', '\'', '('}) int second,
            @Size(max = 1, message = "{\n\t\u2028\u0085\u000b\u0000\"}", tags = {}) String third,
            @Size(max = 2147483647, groups = {List.class, int[].class, Map.Entry.class}) String fourth, String fifth) {
        Call call = deft.begin(VALUES);
        try {
            valuesRetried(first, second, third, fourth, fifth);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Retry} around {@link Constrained#values(Map, int, String, String, String)}. */
    private void valuesRetried(
            @Size(max = 1, message = "ends in a backslash\\", tags = "one, two, three (and more") Map<String,
                    Integer> first,
            @Size(max = 1, weight = 0.0 / 0, share = -1f / 0, letters = {'"', '\'', '('}) int second,
            @Size(max = 1, message = "{\n\t\u2028\u0085\u000b\u0000\"}", tags = {}) String third,
            @Size(max = 2147483647, groups = {List.class, int[].class, Map.Entry.class}) String fourth, String fifth) {
        RetryPolicy.called(valuesRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                target.values(first, second, third, fourth, fifth);
                return;
            } catch (Throwable failure) {
                run = valuesRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /**
     * Starts {@link Constrained#named()} in a pool and returns at once.
     *
     * <p>From the outside in: <code>&#64;Async(pool = "&#47;&#47; &#92;u2029 &#92;&#92;")</code>,
     * <code>&#64;Limit(value = 1, name = "a&#92;u2028b&#92;u0085c&#92;u000bd&#92;ne'")</code>, the call.
     */
    Task<Integer> named() {
        return namedPool.start(NAMED, () -> namedLimited());
    }

    /**
     * <code>&#64;Limit(value = 1, name = "a&#92;u2028b&#92;u0085c&#92;u000bd&#92;ne'")</code> around
     * {@link Constrained#named()}.
     */
    private int namedLimited() {
        namedLimit.acquire();
        try {
            return target.named();
        } finally {
            namedLimit.release();
        }
    }
}
