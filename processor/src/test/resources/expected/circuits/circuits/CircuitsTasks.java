package circuits;

import dev.deft.Call;
import dev.deft.Deft;
import dev.deft.GeneratedTasks;
import dev.deft.Task;
import dev.deft.TaskName;
import dev.deft.policy.CircuitBreakerPolicy;
import dev.deft.policy.CircuitBreakerSettings;
import dev.deft.policy.FailureFilter;
import dev.deft.policy.KeyedCircuitBreaker;
import dev.deft.policy.LimitPolicy;
import dev.deft.policy.LimitSettings;
import dev.deft.policy.RetryPolicy;
import dev.deft.policy.RetryRun;
import dev.deft.policy.RetrySettings;
import dev.deft.policy.TimeoutPolicy;
import dev.deft.policy.TimeoutWatch;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javax.annotation.processing.Generated;

/**
 * Runs the methods of {@link Circuits} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Circuits}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
public final class CircuitsTasks {
    private static final TaskName BY_COUNT = TaskName.of("circuits.Circuits", "byCount", "String");
    private static final TaskName BY_TIME = TaskName.of("circuits.Circuits", "byTime");
    private static final TaskName BY_TIME_FROM_FIVE = TaskName.of("circuits.Circuits", "byTimeFromFive");
    private static final TaskName BY_ONE = TaskName.of("circuits.Circuits", "byOne");
    private static final TaskName BY_KEY = TaskName.of("circuits.Circuits", "byKey", "User");
    private static final TaskName BY_PARAMETER = TaskName.of("circuits.Circuits", "byParameter", "String", "long");
    private static final TaskName AMONG = TaskName.of("circuits.Circuits", "among", "String", "int", "int");
    private static final TaskName OUTSIDE = TaskName.of("circuits.Circuits", "outside", "T", "T");

    private final Circuits target;
    private final Deft deft;
    private final CircuitBreakerPolicy byCountCircuit;
    private final CircuitBreakerPolicy byTimeCircuit;
    private final CircuitBreakerPolicy byTimeFromFiveCircuit;
    private final CircuitBreakerPolicy byOneCircuit;
    private final KeyedCircuitBreaker byKeyCircuits;
    private final KeyedCircuitBreaker byParameterCircuits;
    private final RetryPolicy amongRetry;
    private final CircuitBreakerPolicy amongCircuit;
    private final TimeoutPolicy amongTimeout;
    private final LimitPolicy amongLimit;
    private final CircuitBreakerPolicy outsideCircuit;
    private final RetryPolicy outsideRetry;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    public CircuitsTasks(Circuits target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.byCountCircuit = deft.policies().circuitBreaker(BY_COUNT, CircuitBreakerSettings.failureRate(0.25)
                .window(100)
                .minCalls(10)
                .openFor(Duration.ofSeconds(90))
                .trialCalls(3)
                .slowCall(Duration.ofSeconds(2))
                .slowRate(0.125)
                .on(FailureFilter.on(IOException.class, TimeoutException.class)
                        .except(FileNotFoundException.class)
                        .alongCauses())
                .named("db"));
        this.byTimeCircuit = deft.policies().circuitBreaker(BY_TIME, CircuitBreakerSettings.failureRate(1.0)
                .windowTime(Duration.ofSeconds(10))
                .minCalls(2_000_000)
                .openFor(Duration.ofSeconds(5))
                .trialCalls(1));
        this.byTimeFromFiveCircuit =
                deft.policies().circuitBreaker(BY_TIME_FROM_FIVE, CircuitBreakerSettings.failureRate(0.5)
                        .windowTime(Duration.ofSeconds(10))
                        .minCalls(5)
                        .openFor(Duration.ofSeconds(5))
                        .trialCalls(1));
        this.byOneCircuit = deft.policies().circuitBreaker(BY_ONE, CircuitBreakerSettings.failureRate(0.5)
                .window(1)
                .openFor(Duration.ofSeconds(5))
                .trialCalls(1));
        this.byKeyCircuits = deft.policies().keyedCircuitBreaker(BY_KEY, CircuitBreakerSettings.failureRate(0.5)
                .window(20)
                .openFor(Duration.ofSeconds(5))
                .trialCalls(1)
                .maxKeys(10_000));
        this.byParameterCircuits =
                deft.policies().keyedCircuitBreaker(BY_PARAMETER, CircuitBreakerSettings.failureRate(0.5)
                        .window(20)
                        .openFor(Duration.ofSeconds(5))
                        .trialCalls(1)
                        .maxKeys(5)
                        .named("hosts"));
        this.amongRetry = deft.policies().retry(AMONG, RetrySettings.attempts(3)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1)));
        this.amongCircuit = deft.policies().circuitBreaker(AMONG, CircuitBreakerSettings.failureRate(0.5)
                .window(20)
                .openFor(Duration.ofSeconds(5))
                .trialCalls(1));
        this.amongTimeout = deft.policies().timeout(AMONG, Duration.ofSeconds(1));
        this.amongLimit = deft.policies().limit(AMONG, LimitSettings.permits(10));
        this.outsideCircuit = deft.policies().circuitBreaker(OUTSIDE, CircuitBreakerSettings.failureRate(0.5)
                .window(20)
                .openFor(Duration.ofSeconds(5))
                .trialCalls(1)
                .on(FailureFilter.on(IllegalStateException.class)));
        this.outsideRetry = deft.policies().retry(OUTSIDE, RetrySettings.attempts(3)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1)));
        deft.policies().checkSettings("circuits.Circuits");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    public static CircuitsTasks of(Circuits target) {
        return new CircuitsTasks(target, Deft.global());
    }

    /**
     * Calls {@link Circuits#byCount(String)}.
     *
     * <p>From the outside in:
     * {@code @CircuitBreaker(failureRate = 0.25, window = 100, minCalls = 10, openFor = "1m30s", trialCalls = 3,
     * slowCall = "2s", slowRate = 0.125, on = {IOException.class, TimeoutException.class},
     * except = FileNotFoundException.class, causes = true, name = "db")} (opens for 1 min 30 s when 25 % of the last
     * 100 calls, 10 at least, fail or 12.5 % take longer than 2 s, closes after 3 trial calls), the call.
     */
    public String byCount(String query) throws IOException {
        return Deft.hasListeners(deft) ? byCountObserved(query) : byCountGuarded(query);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private String byCountObserved(String query) throws IOException {
        Call call = deft.begin(BY_COUNT);
        String result;
        try {
            result = byCountGuarded(query);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /**
     * {@code @CircuitBreaker(failureRate = 0.25, window = 100, minCalls = 10, openFor = "1m30s", trialCalls = 3,
     * slowCall = "2s", slowRate = 0.125, on = {IOException.class, TimeoutException.class},
     * except = FileNotFoundException.class, causes = true, name = "db")} around {@link Circuits#byCount(String)}.
     */
    private String byCountGuarded(String query) throws IOException {
        long entry = byCountCircuit.enter(); // throws CircuitOpenException while the circuit is open
        String result;
        try {
            result = target.byCount(query);
        } catch (Throwable failure) {
            byCountCircuit.failed(entry, failure);
            throw failure;
        }
        byCountCircuit.succeeded(entry);
        return result;
    }

    /**
     * Calls {@link Circuits#byTime()}.
     *
     * <p>From the outside in: {@code @CircuitBreaker(window = 2000000, windowTime = "10s", failureRate = 1.0)} (opens
     * for 5 s when 100 % of the calls of the last 10 s, 2000000 at least, fail, closes after 1 trial call), the call.
     */
    public void byTime() {
        if (Deft.hasListeners(deft)) {
            byTimeObserved();
        } else {
            byTimeGuarded();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void byTimeObserved() {
        Call call = deft.begin(BY_TIME);
        try {
            byTimeGuarded();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /**
     * {@code @CircuitBreaker(window = 2000000, windowTime = "10s", failureRate = 1.0)} around
     * {@link Circuits#byTime()}.
     */
    private void byTimeGuarded() {
        long entry = byTimeCircuit.enter(); // throws CircuitOpenException while the circuit is open
        try {
            target.byTime();
        } catch (Throwable failure) {
            byTimeCircuit.failed(entry, failure);
            throw failure;
        }
        byTimeCircuit.succeeded(entry);
    }

    /**
     * Calls {@link Circuits#byTimeFromFive()}.
     *
     * <p>From the outside in: {@code @CircuitBreaker(windowTime = "10s", minCalls = 5)} (opens for 5 s when 50 % of the
     * calls of the last 10 s, 5 at least, fail, closes after 1 trial call), the call.
     */
    public void byTimeFromFive() throws InterruptedException {
        if (Deft.hasListeners(deft)) {
            byTimeFromFiveObserved();
        } else {
            byTimeFromFiveGuarded();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void byTimeFromFiveObserved() throws InterruptedException {
        Call call = deft.begin(BY_TIME_FROM_FIVE);
        try {
            byTimeFromFiveGuarded();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @CircuitBreaker(windowTime = "10s", minCalls = 5)} around {@link Circuits#byTimeFromFive()}. */
    private void byTimeFromFiveGuarded() throws InterruptedException {
        long entry = byTimeFromFiveCircuit.enter(); // throws CircuitOpenException while the circuit is open
        try {
            target.byTimeFromFive();
        } catch (Throwable failure) {
            byTimeFromFiveCircuit.failed(entry, failure);
            throw failure;
        }
        byTimeFromFiveCircuit.succeeded(entry);
    }

    /**
     * Calls {@link Circuits#byOne()}.
     *
     * <p>From the outside in: {@code @CircuitBreaker(window = 1)} (opens for 5 s when the last call fails, closes after
     * 1 trial call), the call.
     */
    public int byOne() {
        return Deft.hasListeners(deft) ? byOneObserved() : byOneGuarded();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private int byOneObserved() {
        Call call = deft.begin(BY_ONE);
        int result;
        try {
            result = byOneGuarded();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @CircuitBreaker(window = 1)} around {@link Circuits#byOne()}. */
    private int byOneGuarded() {
        long entry = byOneCircuit.enter(); // throws CircuitOpenException while the circuit is open
        int result;
        try {
            result = target.byOne();
        } catch (Throwable failure) {
            byOneCircuit.failed(entry, failure);
            throw failure;
        }
        byOneCircuit.succeeded(entry);
        return result;
    }

    /**
     * Calls {@link Circuits#byKey(Circuits.User)}.
     *
     * <p>From the outside in: {@code @CircuitBreaker(key = "user.host")} (opens for 5 s when 50 % of the last 20 calls
     * fail, closes after 1 trial call), the call.
     */
    public String byKey(Circuits.User user) {
        return Deft.hasListeners(deft) ? byKeyObserved(user) : byKeyGuarded(user);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private String byKeyObserved(Circuits.User user) {
        Call call = deft.begin(BY_KEY);
        String result;
        try {
            result = byKeyGuarded(user);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @CircuitBreaker(key = "user.host")} around {@link Circuits#byKey(Circuits.User)}. */
    private String byKeyGuarded(Circuits.User user) {
        CircuitBreakerPolicy circuit = byKeyCircuits.of(user.host());
        long entry = circuit.enter(); // throws CircuitOpenException while the circuit is open
        String result;
        try {
            result = target.byKey(user);
        } catch (Throwable failure) {
            circuit.failed(entry, failure);
            throw failure;
        }
        circuit.succeeded(entry);
        return result;
    }

    /**
     * Calls {@link Circuits#byParameter(String, long)}.
     *
     * <p>From the outside in: {@code @CircuitBreaker(key = "circuit", maxKeys = 5, name = "hosts")} (opens for 5 s when
     * 50 % of the last 20 calls fail, closes after 1 trial call), the call.
     */
    public void byParameter(String circuit, long entry) throws InterruptedException {
        if (Deft.hasListeners(deft)) {
            byParameterObserved(circuit, entry);
        } else {
            byParameterGuarded(circuit, entry);
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void byParameterObserved(String circuit, long entry) throws InterruptedException {
        Call call = deft.begin(BY_PARAMETER);
        try {
            byParameterGuarded(circuit, entry);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /**
     * {@code @CircuitBreaker(key = "circuit", maxKeys = 5, name = "hosts")} around
     * {@link Circuits#byParameter(String, long)}.
     */
    private void byParameterGuarded(String circuit, long entry) throws InterruptedException {
        CircuitBreakerPolicy circuit_ = byParameterCircuits.of(circuit);
        long entry_ = circuit_.enter(); // throws CircuitOpenException while the circuit is open
        try {
            Circuits.byParameter(circuit, entry);
        } catch (Throwable failure) {
            circuit_.failed(entry_, failure);
            throw failure;
        }
        circuit_.succeeded(entry_);
    }

    /**
     * Starts {@link Circuits#among(String, int, int)} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async}, {@code @Retry} (3 attempts, waits 100 ms, 200 ms),
     * {@code @CircuitBreaker} (opens for 5 s when 50 % of the last 20 calls fail, closes after 1 trial call),
     * {@code @Timeout("1s")}, {@code @Limit(10)}, the call. At worst 3 attempts of 1 s and waits of 300 ms: 3.3 s.
     */
    public Task<String> among(String entry, int failure, int result) {
        return deft.start(AMONG, () -> amongRetried(entry, failure, result));
    }

    /** {@code @Retry} around {@link #amongGuarded}. */
    private String amongRetried(String entry, int failure, int result) {
        RetryPolicy.called(amongRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                return amongGuarded(entry, failure, result);
            } catch (Throwable failure_) {
                run = amongRetry.failed(run, failure_);
                if (!run.permitsAnother()) {
                    throw failure_; // unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /** {@code @CircuitBreaker} around {@link #amongTimed}. */
    private String amongGuarded(String entry, int failure, int result) {
        long entry_ = amongCircuit.enter(); // throws CircuitOpenException while the circuit is open
        String result_;
        try {
            result_ = amongTimed(entry, failure, result);
        } catch (Throwable failure_) {
            amongCircuit.failed(entry_, failure_);
            throw failure_;
        }
        amongCircuit.succeeded(entry_);
        return result_;
    }

    /** {@code @Timeout("1s")} around {@link #amongLimited}. */
    private String amongTimed(String entry, int failure, int result) {
        TimeoutWatch watch = amongTimeout.start();
        String result_;
        try {
            result_ = amongLimited(entry, failure, result);
        } catch (Throwable failure_) {
            watch.stop(failure_); // throws TaskTimeoutException when the time was up
            throw failure_;
        }
        watch.stop();
        return result_;
    }

    /** {@code @Limit(10)} around {@link Circuits#among(String, int, int)}. */
    private String amongLimited(String entry, int failure, int result) {
        amongLimit.acquire();
        try {
            return Task.await(target.among(entry, failure, result));
        } finally {
            amongLimit.release();
        }
    }

    /**
     * Calls {@link Circuits#outside(Comparable, Comparable)}.
     *
     * <p>From the outside in: {@code @CircuitBreaker(on = IllegalStateException.class)} (opens for 5 s when 50 % of the
     * last 20 calls fail, closes after 1 trial call), {@code @Retry} (3 attempts, waits 100 ms, 200 ms), the call.
     */
    public <T extends Comparable<T>> T outside(T one, T circuit) {
        return Deft.hasListeners(deft) ? outsideObserved(one, circuit) : outsideGuarded(one, circuit);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private <T extends Comparable<T>> T outsideObserved(T one, T circuit) {
        Call call = deft.begin(OUTSIDE);
        T result;
        try {
            result = outsideGuarded(one, circuit);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @CircuitBreaker(on = IllegalStateException.class)} around {@link #outsideRetried}. */
    private <T extends Comparable<T>> T outsideGuarded(T one, T circuit) {
        long entry = outsideCircuit.enter(); // throws CircuitOpenException while the circuit is open
        T result;
        try {
            result = outsideRetried(one, circuit);
        } catch (Throwable failure) {
            outsideCircuit.failed(entry, failure);
            throw failure;
        }
        outsideCircuit.succeeded(entry);
        return result;
    }

    /** {@code @Retry} around {@link Circuits#outside(Comparable, Comparable)}. */
    private <T extends Comparable<T>> T outsideRetried(T one, T circuit) {
        RetryPolicy.called(outsideRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                return Circuits.outside(one, circuit);
            } catch (Throwable failure) {
                run = outsideRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }
}
