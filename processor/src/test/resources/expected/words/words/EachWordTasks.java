package words;

import dev.deft.Call;
import dev.deft.Deft;
import dev.deft.GeneratedTasks;
import dev.deft.Task;
import dev.deft.TaskName;
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
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Runs the methods of {@link EachWord} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code EachWord}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
final class EachWordTasks {
    private static final TaskName ASYNC = TaskName.of("words.EachWord", "async", "int");
    private static final TaskName ASYNC_VOID = TaskName.of("words.EachWord", "asyncVoid");
    private static final TaskName RETRY = TaskName.of("words.EachWord", "retry", "int");
    private static final TaskName RETRY_VOID = TaskName.of("words.EachWord", "retryVoid");
    private static final TaskName CIRCUIT_BREAKER = TaskName.of("words.EachWord", "circuitBreaker", "int");
    private static final TaskName CIRCUIT_BREAKER_VOID = TaskName.of("words.EachWord", "circuitBreakerVoid");
    private static final TaskName HEDGE = TaskName.of("words.EachWord", "hedge", "int");
    private static final TaskName HEDGE_VOID = TaskName.of("words.EachWord", "hedgeVoid");
    private static final TaskName LIMIT = TaskName.of("words.EachWord", "limit", "int");
    private static final TaskName LIMIT_VOID = TaskName.of("words.EachWord", "limitVoid");
    private static final TaskName RATE_LIMIT = TaskName.of("words.EachWord", "rateLimit", "int");
    private static final TaskName RATE_LIMIT_VOID = TaskName.of("words.EachWord", "rateLimitVoid");
    private static final TaskName ADAPTIVE_LIMIT = TaskName.of("words.EachWord", "adaptiveLimit", "int");
    private static final TaskName ADAPTIVE_LIMIT_VOID = TaskName.of("words.EachWord", "adaptiveLimitVoid");
    private static final TaskName LOCKED = TaskName.of("words.EachWord", "locked", "int");
    private static final TaskName LOCKED_VOID = TaskName.of("words.EachWord", "lockedVoid");
    private static final TaskName SINGLE_FLIGHT = TaskName.of("words.EachWord", "singleFlight", "int");
    private static final TaskName SINGLE_FLIGHT_VOID = TaskName.of("words.EachWord", "singleFlightVoid");
    private static final TaskName TIMEOUT = TaskName.of("words.EachWord", "timeout", "int");
    private static final TaskName TIMEOUT_VOID = TaskName.of("words.EachWord", "timeoutVoid");
    private static final TaskName DEADLINE = TaskName.of("words.EachWord", "deadline", "int");
    private static final TaskName DEADLINE_VOID = TaskName.of("words.EachWord", "deadlineVoid");
    private static final TaskName FALLBACK = TaskName.of("words.EachWord", "fallback", "int");
    private static final TaskName FALLBACK_VOID = TaskName.of("words.EachWord", "fallbackVoid");
    private static final TaskName RECOVER = TaskName.of("words.EachWord", "recover", "int");
    private static final TaskName RECOVER_VOID = TaskName.of("words.EachWord", "recoverVoid");
    private static final TaskName DEFERRED = TaskName.of("words.EachWord", "deferred", "int");
    private static final TaskName DEFERRED_VOID = TaskName.of("words.EachWord", "deferredVoid");

    private final EachWord target;
    private final Deft deft;
    private final RetryPolicy retryRetry;
    private final RetryPolicy retryVoidRetry;
    private final CircuitBreakerPolicy circuitBreakerCircuit;
    private final CircuitBreakerPolicy circuitBreakerVoidCircuit;
    private final HedgePolicy hedgeHedge;
    private final HedgePolicy hedgeVoidHedge;
    private final LimitPolicy limitLimit;
    private final LimitPolicy limitVoidLimit;
    private final RateLimitPolicy rateLimitRate;
    private final RateLimitPolicy rateLimitVoidRate;
    private final AdaptiveLimitPolicy adaptiveLimitAdaptive;
    private final AdaptiveLimitPolicy adaptiveLimitVoidAdaptive;
    private final LockPolicy lockedLock;
    private final LockPolicy lockedVoidLock;
    private final SingleFlightPolicy singleFlightFlight;
    private final SingleFlightPolicy singleFlightVoidFlight;
    private final TimeoutPolicy timeoutTimeout;
    private final TimeoutPolicy timeoutVoidTimeout;
    private final DeadlinePolicy deadlineDeadline;
    private final DeadlinePolicy deadlineVoidDeadline;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    EachWordTasks(EachWord target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.retryRetry = deft.policies().retry(RETRY, RetrySettings.attempts(3)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1)));
        this.retryVoidRetry = deft.policies().retry(RETRY_VOID, RetrySettings.attempts(3)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1)));
        this.circuitBreakerCircuit =
                deft.policies().circuitBreaker(CIRCUIT_BREAKER, CircuitBreakerSettings.failureRate(0.5)
                        .window(20)
                        .openFor(Duration.ofSeconds(5))
                        .trialCalls(1));
        this.circuitBreakerVoidCircuit =
                deft.policies().circuitBreaker(CIRCUIT_BREAKER_VOID, CircuitBreakerSettings.failureRate(0.5)
                        .window(20)
                        .openFor(Duration.ofSeconds(5))
                        .trialCalls(1));
        this.hedgeHedge = deft.policies().hedge(HEDGE, HedgeSettings.after(Duration.ofMillis(50)));
        this.hedgeVoidHedge = deft.policies().hedge(HEDGE_VOID, HedgeSettings.afterPercentile(0.999).max(2));
        this.limitLimit = deft.policies().limit(LIMIT, LimitSettings.permits(3));
        this.limitVoidLimit = deft.policies().limit(LIMIT_VOID, LimitSettings.permits(3));
        this.rateLimitRate =
                deft.policies().rateLimit(RATE_LIMIT, RateLimitSettings.permits(100).per(Duration.ofSeconds(1)));
        this.rateLimitVoidRate = deft.policies().rateLimit(RATE_LIMIT_VOID, RateLimitSettings.permits(5)
                .per(Duration.ofMinutes(1))
                .burst(10)
                .maxWait(Duration.ZERO));
        this.adaptiveLimitAdaptive = deft.policies().adaptiveLimit(ADAPTIVE_LIMIT, AdaptiveLimitSettings.min(1)
                .max(200)
                .initial(20));
        this.adaptiveLimitVoidAdaptive = deft.policies().adaptiveLimit(ADAPTIVE_LIMIT_VOID, AdaptiveLimitSettings.min(5)
                .max(10)
                .initial(10)
                .maxWait(Duration.ZERO)
                .named("shared"));
        this.lockedLock = deft.policies().newLock(LOCKED);
        this.lockedVoidLock = deft.policies().lock(LOCKED_VOID, "printer");
        this.singleFlightFlight = deft.policies().singleFlight(SINGLE_FLIGHT);
        this.singleFlightVoidFlight = deft.policies().singleFlight(SINGLE_FLIGHT_VOID);
        this.timeoutTimeout = deft.policies().timeout(TIMEOUT, Duration.ofMillis(150));
        this.timeoutVoidTimeout = deft.policies().timeout(TIMEOUT_VOID, Duration.ofSeconds(2));
        this.deadlineDeadline = deft.policies().deadline(DEADLINE, Duration.ofSeconds(90));
        this.deadlineVoidDeadline = deft.policies().deadline(DEADLINE_VOID, Duration.ofHours(2));
        deft.policies().checkSettings("words.EachWord");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    static EachWordTasks of(EachWord target) {
        return new EachWordTasks(target, Deft.global());
    }

    /**
     * Starts {@link EachWord#async(int)} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async}, the call.
     */
    Task<Integer> async(int n) {
        return deft.start(ASYNC, () -> target.async(n));
    }

    /**
     * Starts {@link EachWord#asyncVoid()} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async}, the call.
     */
    Task<Void> asyncVoid() {
        return deft.start(ASYNC_VOID, () -> target.asyncVoid());
    }

    /**
     * Calls {@link EachWord#retry(int)}.
     *
     * <p>From the outside in: {@code @Retry} (3 attempts, waits 100 ms, 200 ms), the call.
     */
    int retry(int n) throws IOException {
        return Deft.hasListeners(deft) ? retryObserved(n) : retryRetried(n);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private int retryObserved(int n) throws IOException {
        Call call = deft.begin(RETRY);
        int result;
        try {
            result = retryRetried(n);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Retry} around {@link EachWord#retry(int)}. */
    private int retryRetried(int n) throws IOException {
        RetryPolicy.called(retryRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                return target.retry(n);
            } catch (Throwable failure) {
                run = retryRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // IOException or unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /**
     * Calls {@link EachWord#retryVoid()}.
     *
     * <p>From the outside in: {@code @Retry} (3 attempts, waits 100 ms, 200 ms), the call.
     */
    void retryVoid() {
        if (Deft.hasListeners(deft)) {
            retryVoidObserved();
        } else {
            retryVoidRetried();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void retryVoidObserved() {
        Call call = deft.begin(RETRY_VOID);
        try {
            retryVoidRetried();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Retry} around {@link EachWord#retryVoid()}. */
    private void retryVoidRetried() {
        RetryPolicy.called(retryVoidRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                target.retryVoid();
                return;
            } catch (Throwable failure) {
                run = retryVoidRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /**
     * Calls {@link EachWord#circuitBreaker(int)}.
     *
     * <p>From the outside in: {@code @CircuitBreaker} (opens for 5 s when 50 % of the last 20 calls fail, closes after
     * 1 trial call), the call.
     */
    int circuitBreaker(int n) throws IOException {
        return Deft.hasListeners(deft) ? circuitBreakerObserved(n) : circuitBreakerGuarded(n);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private int circuitBreakerObserved(int n) throws IOException {
        Call call = deft.begin(CIRCUIT_BREAKER);
        int result;
        try {
            result = circuitBreakerGuarded(n);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @CircuitBreaker} around {@link EachWord#circuitBreaker(int)}. */
    private int circuitBreakerGuarded(int n) throws IOException {
        long entry = circuitBreakerCircuit.enter(); // throws CircuitOpenException while the circuit is open
        int result;
        try {
            result = target.circuitBreaker(n);
        } catch (Throwable failure) {
            circuitBreakerCircuit.failed(entry, failure);
            throw failure;
        }
        circuitBreakerCircuit.succeeded(entry);
        return result;
    }

    /**
     * Calls {@link EachWord#circuitBreakerVoid()}.
     *
     * <p>From the outside in: {@code @CircuitBreaker} (opens for 5 s when 50 % of the last 20 calls fail, closes after
     * 1 trial call), the call.
     */
    void circuitBreakerVoid() {
        if (Deft.hasListeners(deft)) {
            circuitBreakerVoidObserved();
        } else {
            circuitBreakerVoidGuarded();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void circuitBreakerVoidObserved() {
        Call call = deft.begin(CIRCUIT_BREAKER_VOID);
        try {
            circuitBreakerVoidGuarded();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @CircuitBreaker} around {@link EachWord#circuitBreakerVoid()}. */
    private void circuitBreakerVoidGuarded() {
        long entry = circuitBreakerVoidCircuit.enter(); // throws CircuitOpenException while the circuit is open
        try {
            target.circuitBreakerVoid();
        } catch (Throwable failure) {
            circuitBreakerVoidCircuit.failed(entry, failure);
            throw failure;
        }
        circuitBreakerVoidCircuit.succeeded(entry);
    }

    /**
     * Calls {@link EachWord#hedge(int)}.
     *
     * <p>From the outside in: {@code @Hedge(after = "50ms")} (another attempt after 50 ms without an outcome), the
     * call.
     */
    int hedge(int n) throws IOException {
        return Deft.hasListeners(deft) ? hedgeObserved(n) : hedgeHedged(n);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private int hedgeObserved(int n) throws IOException {
        Call call = deft.begin(HEDGE);
        int result;
        try {
            result = hedgeHedged(n);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Hedge(after = "50ms")} around {@link EachWord#hedge(int)}. */
    private int hedgeHedged(int n) throws IOException {
        return hedgeHedge.call(() -> target.hedge(n));
    }

    /**
     * Calls {@link EachWord#hedgeVoid()}.
     *
     * <p>From the outside in: {@code @Hedge(after = "p99.9", max = 2)} (up to 2 more attempts, each when 99.9 % of the
     * recent calls were faster), the call.
     */
    void hedgeVoid() throws InterruptedException {
        if (Deft.hasListeners(deft)) {
            hedgeVoidObserved();
        } else {
            hedgeVoidHedged();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void hedgeVoidObserved() throws InterruptedException {
        Call call = deft.begin(HEDGE_VOID);
        try {
            hedgeVoidHedged();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Hedge(after = "p99.9", max = 2)} around {@link EachWord#hedgeVoid()}. */
    private void hedgeVoidHedged() throws InterruptedException {
        hedgeVoidHedge.callInterruptibly(() -> {
            target.hedgeVoid();
            return null;
        });
    }

    /**
     * Calls {@link EachWord#limit(int)}.
     *
     * <p>From the outside in: {@code @Limit(3)}, the call.
     */
    int limit(int n) {
        return Deft.hasListeners(deft) ? limitObserved(n) : limitLimited(n);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private int limitObserved(int n) {
        Call call = deft.begin(LIMIT);
        int result;
        try {
            result = limitLimited(n);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(3)} around {@link EachWord#limit(int)}. */
    private int limitLimited(int n) {
        limitLimit.acquire();
        try {
            return target.limit(n);
        } finally {
            limitLimit.release();
        }
    }

    /**
     * Calls {@link EachWord#limitVoid()}.
     *
     * <p>From the outside in: {@code @Limit(3)}, the call.
     */
    void limitVoid() throws InterruptedException {
        if (Deft.hasListeners(deft)) {
            limitVoidObserved();
        } else {
            limitVoidLimited();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void limitVoidObserved() throws InterruptedException {
        Call call = deft.begin(LIMIT_VOID);
        try {
            limitVoidLimited();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Limit(3)} around {@link EachWord#limitVoid()}. */
    private void limitVoidLimited() throws InterruptedException {
        limitVoidLimit.acquireInterruptibly();
        try {
            target.limitVoid();
        } finally {
            limitVoidLimit.release();
        }
    }

    /**
     * Calls {@link EachWord#rateLimit(int)}.
     *
     * <p>From the outside in: {@code @RateLimit(100)} (100 a second, at most 100 at once), the call.
     */
    int rateLimit(int n) {
        return Deft.hasListeners(deft) ? rateLimitObserved(n) : rateLimitPaced(n);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private int rateLimitObserved(int n) {
        Call call = deft.begin(RATE_LIMIT);
        int result;
        try {
            result = rateLimitPaced(n);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @RateLimit(100)} around {@link EachWord#rateLimit(int)}. */
    private int rateLimitPaced(int n) {
        rateLimitRate.acquire();
        return target.rateLimit(n);
    }

    /**
     * Calls {@link EachWord#rateLimitVoid()}.
     *
     * <p>From the outside in: {@code @RateLimit(value = 5, per = "1m", burst = 10, maxWait = "0")} (5 a minute, at most
     * 10 at once, refuses the rest), the call.
     */
    void rateLimitVoid() throws InterruptedException {
        if (Deft.hasListeners(deft)) {
            rateLimitVoidObserved();
        } else {
            rateLimitVoidPaced();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void rateLimitVoidObserved() throws InterruptedException {
        Call call = deft.begin(RATE_LIMIT_VOID);
        try {
            rateLimitVoidPaced();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @RateLimit(value = 5, per = "1m", burst = 10, maxWait = "0")} around {@link EachWord#rateLimitVoid()}. */
    private void rateLimitVoidPaced() throws InterruptedException {
        rateLimitVoidRate.acquireInterruptibly();
        target.rateLimitVoid();
    }

    /**
     * Calls {@link EachWord#adaptiveLimit(int)}.
     *
     * <p>From the outside in: {@code @AdaptiveLimit} (1 to 200 at once, 20 at first), the call.
     */
    int adaptiveLimit(int n) throws IOException {
        return Deft.hasListeners(deft) ? adaptiveLimitObserved(n) : adaptiveLimitAdaptively(n);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private int adaptiveLimitObserved(int n) throws IOException {
        Call call = deft.begin(ADAPTIVE_LIMIT);
        int result;
        try {
            result = adaptiveLimitAdaptively(n);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @AdaptiveLimit} around {@link EachWord#adaptiveLimit(int)}. */
    private int adaptiveLimitAdaptively(int n) throws IOException {
        long entry = adaptiveLimitAdaptive.acquire();
        int result;
        try {
            result = target.adaptiveLimit(n);
        } catch (Throwable failure) {
            adaptiveLimitAdaptive.failed(entry, failure);
            throw failure;
        }
        adaptiveLimitAdaptive.succeeded(entry);
        return result;
    }

    /**
     * Calls {@link EachWord#adaptiveLimitVoid()}.
     *
     * <p>From the outside in: {@code @AdaptiveLimit(min = 5, max = 10, maxWait = "0", name = "shared")} (5 to 10 at
     * once, 10 at first, refuses at once when full), the call.
     */
    void adaptiveLimitVoid() throws InterruptedException {
        if (Deft.hasListeners(deft)) {
            adaptiveLimitVoidObserved();
        } else {
            adaptiveLimitVoidAdaptively();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void adaptiveLimitVoidObserved() throws InterruptedException {
        Call call = deft.begin(ADAPTIVE_LIMIT_VOID);
        try {
            adaptiveLimitVoidAdaptively();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /**
     * {@code @AdaptiveLimit(min = 5, max = 10, maxWait = "0", name = "shared")} around
     * {@link EachWord#adaptiveLimitVoid()}.
     */
    private void adaptiveLimitVoidAdaptively() throws InterruptedException {
        long entry = adaptiveLimitVoidAdaptive.acquireInterruptibly();
        try {
            target.adaptiveLimitVoid();
        } catch (Throwable failure) {
            adaptiveLimitVoidAdaptive.failed(entry, failure);
            throw failure;
        }
        adaptiveLimitVoidAdaptive.succeeded(entry);
    }

    /**
     * Calls {@link EachWord#locked(int)}.
     *
     * <p>From the outside in: {@code @Locked} (exclusive), the call.
     */
    int locked(int n) {
        return Deft.hasListeners(deft) ? lockedObserved(n) : lockedLocked(n);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private int lockedObserved(int n) {
        Call call = deft.begin(LOCKED);
        int result;
        try {
            result = lockedLocked(n);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Locked} around {@link EachWord#locked(int)}. */
    private int lockedLocked(int n) {
        lockedLock.lock();
        try {
            return target.locked(n);
        } finally {
            lockedLock.unlock();
        }
    }

    /**
     * Calls {@link EachWord#lockedVoid()}.
     *
     * <p>From the outside in: {@code @Locked("printer")} (exclusive), the call.
     */
    void lockedVoid() throws InterruptedException {
        if (Deft.hasListeners(deft)) {
            lockedVoidObserved();
        } else {
            lockedVoidLocked();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void lockedVoidObserved() throws InterruptedException {
        Call call = deft.begin(LOCKED_VOID);
        try {
            lockedVoidLocked();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Locked("printer")} around {@link EachWord#lockedVoid()}. */
    private void lockedVoidLocked() throws InterruptedException {
        lockedVoidLock.lockInterruptibly();
        try {
            target.lockedVoid();
        } finally {
            lockedVoidLock.unlock();
        }
    }

    /**
     * Calls {@link EachWord#singleFlight(int)}.
     *
     * <p>From the outside in: {@code @SingleFlight} (by all parameters), the call.
     */
    int singleFlight(int n) {
        return Deft.hasListeners(deft) ? singleFlightObserved(n) : singleFlightShared(n);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private int singleFlightObserved(int n) {
        Call call = deft.begin(SINGLE_FLIGHT);
        int result;
        try {
            result = singleFlightShared(n);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @SingleFlight} around {@link EachWord#singleFlight(int)}. */
    private int singleFlightShared(int n) {
        return singleFlightFlight.call(CallKey.of(target, n), () -> target.singleFlight(n));
    }

    /**
     * Calls {@link EachWord#singleFlightVoid()}.
     *
     * <p>From the outside in: {@code @SingleFlight} (by all parameters), the call.
     */
    void singleFlightVoid() throws InterruptedException {
        if (Deft.hasListeners(deft)) {
            singleFlightVoidObserved();
        } else {
            singleFlightVoidShared();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void singleFlightVoidObserved() throws InterruptedException {
        Call call = deft.begin(SINGLE_FLIGHT_VOID);
        try {
            singleFlightVoidShared();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @SingleFlight} around {@link EachWord#singleFlightVoid()}. */
    private void singleFlightVoidShared() throws InterruptedException {
        singleFlightVoidFlight.callInterruptibly(CallKey.of(target), () -> {
            target.singleFlightVoid();
            return null;
        });
    }

    /**
     * Calls {@link EachWord#timeout(int)}.
     *
     * <p>From the outside in: {@code @Timeout("150ms")}, the call. At worst 150 ms.
     */
    int timeout(int n) {
        return Deft.hasListeners(deft) ? timeoutObserved(n) : timeoutTimed(n);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private int timeoutObserved(int n) {
        Call call = deft.begin(TIMEOUT);
        int result;
        try {
            result = timeoutTimed(n);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Timeout("150ms")} around {@link EachWord#timeout(int)}. */
    private int timeoutTimed(int n) {
        TimeoutWatch watch = timeoutTimeout.start();
        int result;
        try {
            result = target.timeout(n);
        } catch (Throwable failure) {
            watch.stop(failure); // throws TaskTimeoutException when the time was up
            throw failure;
        }
        watch.stop();
        return result;
    }

    /**
     * Calls {@link EachWord#timeoutVoid()}.
     *
     * <p>From the outside in: {@code @Timeout("2s")}, the call. At worst 2 s.
     */
    void timeoutVoid() {
        if (Deft.hasListeners(deft)) {
            timeoutVoidObserved();
        } else {
            timeoutVoidTimed();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void timeoutVoidObserved() {
        Call call = deft.begin(TIMEOUT_VOID);
        try {
            timeoutVoidTimed();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Timeout("2s")} around {@link EachWord#timeoutVoid()}. */
    private void timeoutVoidTimed() {
        TimeoutWatch watch = timeoutVoidTimeout.start();
        try {
            target.timeoutVoid();
        } catch (Throwable failure) {
            watch.stop(failure); // throws TaskTimeoutException when the time was up
            throw failure;
        }
        watch.stop();
    }

    /**
     * Calls {@link EachWord#deadline(int)}.
     *
     * <p>From the outside in: {@code @Deadline("1m30s")}, the call. At worst 1 min 30 s.
     */
    int deadline(int n) {
        return Deft.hasListeners(deft) ? deadlineObserved(n) : deadlineBounded(n);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private int deadlineObserved(int n) {
        Call call = deft.begin(DEADLINE);
        int result;
        try {
            result = deadlineBounded(n);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Deadline("1m30s")} around {@link EachWord#deadline(int)}. */
    private int deadlineBounded(int n) {
        DeadlineScope scope = deadlineDeadline.open();
        int result;
        try {
            result = target.deadline(n);
        } catch (Throwable failure) {
            scope.close(failure); // throws DeadlineExceededException when the time was up
            throw failure;
        }
        scope.close();
        return result;
    }

    /**
     * Calls {@link EachWord#deadlineVoid()}.
     *
     * <p>From the outside in: {@code @Deadline("2h")}, the call. At worst 2 h.
     */
    void deadlineVoid() {
        if (Deft.hasListeners(deft)) {
            deadlineVoidObserved();
        } else {
            deadlineVoidBounded();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void deadlineVoidObserved() {
        Call call = deft.begin(DEADLINE_VOID);
        try {
            deadlineVoidBounded();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Deadline("2h")} around {@link EachWord#deadlineVoid()}. */
    private void deadlineVoidBounded() {
        DeadlineScope scope = deadlineVoidDeadline.open();
        try {
            target.deadlineVoid();
        } catch (Throwable failure) {
            scope.close(failure); // throws DeadlineExceededException when the time was up
            throw failure;
        }
        scope.close();
    }

    /**
     * Calls {@link EachWord#fallback(int)}.
     *
     * <p>From the outside in: {@code @Fallback("answer")}, the call.
     */
    int fallback(int n) {
        return Deft.hasListeners(deft) ? fallbackObserved(n) : fallbackOrFallback(n);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private int fallbackObserved(int n) {
        Call call = deft.begin(FALLBACK);
        int result;
        try {
            result = fallbackOrFallback(n);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Fallback("answer")} around {@link EachWord#fallback(int)}. */
    private int fallbackOrFallback(int n) {
        try {
            return target.fallback(n);
        } catch (Throwable thrown) {
            Throwable failure = Failures.of(thrown); // looks through CompletionException and ExecutionException
            if (failure instanceof Exception && !Failures.isCancellation(failure)) {
                deft.recovered(FALLBACK, failure);
                try {
                    return target.answer(n);
                } catch (Throwable second) {
                    Failures.suppress(second, thrown);
                    throw second;
                }
            }
            throw thrown;
        }
    }

    /**
     * Calls {@link EachWord#fallbackVoid()}.
     *
     * <p>From the outside in: {@code @Fallback("nothing")}, the call.
     */
    void fallbackVoid() {
        if (Deft.hasListeners(deft)) {
            fallbackVoidObserved();
        } else {
            fallbackVoidOrFallback();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void fallbackVoidObserved() {
        Call call = deft.begin(FALLBACK_VOID);
        try {
            fallbackVoidOrFallback();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Fallback("nothing")} around {@link EachWord#fallbackVoid()}. */
    private void fallbackVoidOrFallback() {
        try {
            target.fallbackVoid();
        } catch (Throwable thrown) {
            Throwable failure = Failures.of(thrown); // looks through CompletionException and ExecutionException
            if (failure instanceof Exception && !Failures.isCancellation(failure)) {
                deft.recovered(FALLBACK_VOID, failure);
                try {
                    target.nothing();
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
     * Calls {@link EachWord#recover(int)}.
     *
     * <p>From the outside in: {@code @Recover("answer")}, the call.
     */
    int recover(int n) {
        return Deft.hasListeners(deft) ? recoverObserved(n) : recoverRecovered(n);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private int recoverObserved(int n) {
        Call call = deft.begin(RECOVER);
        int result;
        try {
            result = recoverRecovered(n);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Recover("answer")} around {@link EachWord#recover(int)}. */
    private int recoverRecovered(int n) {
        try {
            return target.recover(n);
        } catch (Throwable thrown) {
            Throwable failure = Failures.of(thrown); // looks through CompletionException and ExecutionException
            if (failure instanceof Exception && !Failures.isCancellation(failure)) {
                deft.recovered(RECOVER, failure);
                try {
                    return target.answer(n);
                } catch (Throwable second) {
                    Failures.suppress(second, thrown);
                    throw second;
                }
            }
            throw thrown;
        }
    }

    /**
     * Calls {@link EachWord#recoverVoid()}.
     *
     * <p>From the outside in: {@code @Recover("nothing")}, the call.
     */
    void recoverVoid() {
        if (Deft.hasListeners(deft)) {
            recoverVoidObserved();
        } else {
            recoverVoidRecovered();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void recoverVoidObserved() {
        Call call = deft.begin(RECOVER_VOID);
        try {
            recoverVoidRecovered();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Recover("nothing")} around {@link EachWord#recoverVoid()}. */
    private void recoverVoidRecovered() {
        try {
            target.recoverVoid();
        } catch (Throwable thrown) {
            Throwable failure = Failures.of(thrown); // looks through CompletionException and ExecutionException
            if (failure instanceof Exception && !Failures.isCancellation(failure)) {
                deft.recovered(RECOVER_VOID, failure);
                try {
                    target.nothing();
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
     * Calls {@link EachWord#deferred(int)}.
     *
     * <p>From the outside in: {@code @Deferred("clean")}, the call.
     */
    int deferred(int n) {
        return Deft.hasListeners(deft) ? deferredObserved(n) : deferredThenClean(n);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private int deferredObserved(int n) {
        Call call = deft.begin(DEFERRED);
        int result;
        try {
            result = deferredThenClean(n);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /**
     * {@code @Deferred("clean")}: runs {@link EachWord#clean(int)} after {@link EachWord#deferred(int)}, however it
     * ends.
     */
    private int deferredThenClean(int n) {
        int result;
        try {
            result = target.deferred(n);
        } catch (Throwable failure) {
            try {
                EachWord.clean(n);
            } catch (Throwable second) {
                Failures.suppress(failure, second);
            }
            throw failure;
        }
        EachWord.clean(n);
        return result;
    }

    /**
     * Calls {@link EachWord#deferredVoid()}.
     *
     * <p>From the outside in: {@code @Deferred("nothing")}, the call.
     */
    void deferredVoid() {
        if (Deft.hasListeners(deft)) {
            deferredVoidObserved();
        } else {
            deferredVoidThenNothing();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void deferredVoidObserved() {
        Call call = deft.begin(DEFERRED_VOID);
        try {
            deferredVoidThenNothing();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /**
     * {@code @Deferred("nothing")}: runs {@link EachWord#nothing()} after {@link EachWord#deferredVoid()}, however it
     * ends.
     */
    private void deferredVoidThenNothing() {
        try {
            target.deferredVoid();
        } catch (Throwable failure) {
            try {
                target.nothing();
            } catch (Throwable second) {
                Failures.suppress(failure, second);
            }
            throw failure;
        }
        target.nothing();
    }
}
