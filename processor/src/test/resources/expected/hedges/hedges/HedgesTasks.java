package hedges;

import dev.deft.Call;
import dev.deft.Defer;
import dev.deft.Deft;
import dev.deft.GeneratedTasks;
import dev.deft.Task;
import dev.deft.TaskContext;
import dev.deft.TaskName;
import dev.deft.policy.CircuitBreakerPolicy;
import dev.deft.policy.CircuitBreakerSettings;
import dev.deft.policy.DeadlinePolicy;
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
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Runs the methods of {@link Hedges} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Hedges}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
public final class HedgesTasks<E extends Exception> {
    private static final TaskName SEARCH = TaskName.of("hedges.Hedges", "search", "String");
    private static final TaskName AT_ONCE = TaskName.of("hedges.Hedges", "atOnce", "long", "int");
    private static final TaskName INTERRUPTIBLY = TaskName.of("hedges.Hedges", "interruptibly");
    private static final TaskName NOTHING = TaskName.of("hedges.Hedges", "nothing", "String");
    private static final TaskName AMONG = TaskName.of("hedges.Hedges", "among", "String");
    private static final TaskName OUTSIDE = TaskName.of("hedges.Hedges", "outside", "List");
    private static final TaskName TOLD = TaskName.of("hedges.Hedges", "told");
    private static final TaskName VARIED = TaskName.of("hedges.Hedges", "varied", "T[]");

    private final Hedges<E> target;
    private final Deft deft;
    private final HedgePolicy searchHedge;
    private final HedgePolicy atOnceHedge;
    private final HedgePolicy interruptiblyHedge;
    private final HedgePolicy nothingHedge;
    private final DeadlinePolicy amongDeadline;
    private final RetryPolicy amongRetry;
    private final CircuitBreakerPolicy amongCircuit;
    private final HedgePolicy amongHedge;
    private final TimeoutPolicy amongTimeout;
    private final LimitPolicy amongLimit;
    private final HedgePolicy outsideHedge;
    private final RetryPolicy outsideRetry;
    private final HedgePolicy toldHedge;
    private final HedgePolicy variedHedge;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    public HedgesTasks(Hedges<E> target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.searchHedge = deft.policies().hedge(SEARCH, HedgeSettings.afterPercentile(0.95));
        this.atOnceHedge = deft.policies().hedge(AT_ONCE, HedgeSettings.after(Duration.ZERO).max(3));
        this.interruptiblyHedge = deft.policies().hedge(INTERRUPTIBLY, HedgeSettings.after(Duration.ofMinutes(1)));
        this.nothingHedge = deft.policies().hedge(NOTHING, HedgeSettings.after(Duration.ofMillis(20)));
        this.amongDeadline = deft.policies().deadline(AMONG, Duration.ofSeconds(5));
        this.amongRetry = deft.policies().retry(AMONG, RetrySettings.attempts(3)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1)));
        this.amongCircuit = deft.policies().circuitBreaker(AMONG, CircuitBreakerSettings.failureRate(0.5)
                .window(20)
                .openFor(Duration.ofSeconds(5))
                .trialCalls(1));
        this.amongHedge = deft.policies().hedge(AMONG, HedgeSettings.after(Duration.ofMillis(100)));
        this.amongTimeout = deft.policies().timeout(AMONG, Duration.ofSeconds(1));
        this.amongLimit = deft.policies().limit(AMONG, LimitSettings.permits(10));
        this.outsideHedge = deft.policies().hedge(OUTSIDE, HedgeSettings.after(Duration.ofSeconds(1)));
        this.outsideRetry = deft.policies().retry(OUTSIDE, RetrySettings.attempts(3)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1)));
        this.toldHedge = deft.policies().hedge(TOLD, HedgeSettings.after(Duration.ofSeconds(1)));
        this.variedHedge = deft.policies().hedge(VARIED, HedgeSettings.after(Duration.ofSeconds(1)));
        deft.policies().checkSettings("hedges.Hedges");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    public static <E extends Exception> HedgesTasks<E> of(Hedges<E> target) {
        return new HedgesTasks<>(target, Deft.global());
    }

    /**
     * Calls {@link Hedges#search(String, TaskContext)}.
     *
     * <p>From the outside in: {@code @Hedge(after = "p95")} (another attempt when 95 % of the recent calls were
     * faster), the call.
     */
    public String search(String words) throws IOException {
        return Deft.hasListeners(deft) ? searchObserved(words) : searchHedged(words);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private String searchObserved(String words) throws IOException {
        Call call = deft.begin(SEARCH);
        String result;
        try {
            result = searchHedged(words);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Hedge(after = "p95")} around {@link Hedges#search(String, TaskContext)}. */
    private String searchHedged(String words) throws IOException {
        return searchHedge.call(() -> target.search(words, TaskContext.current()));
    }

    /**
     * Calls {@link Hedges#atOnce(long, int)}.
     *
     * <p>From the outside in: {@code @Hedge(after = "0", max = 3)} (up to 3 more attempts at once), the call.
     */
    public long atOnce(long failure, int deft) throws E {
        return Deft.hasListeners(this.deft) ? atOnceObserved(failure, deft) : atOnceHedged(failure, deft);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private long atOnceObserved(long failure, int deft) throws E {
        Call call = this.deft.begin(AT_ONCE);
        long result;
        try {
            result = atOnceHedged(failure, deft);
        } catch (Throwable failure_) {
            call.failed(failure_);
            throw failure_;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Hedge(after = "0", max = 3)} around {@link Hedges#atOnce(long, int)}. */
    private long atOnceHedged(long failure, int deft) throws E {
        return atOnceHedge.call(() -> target.atOnce(failure, deft));
    }

    /**
     * Calls {@link Hedges#interruptibly()}.
     *
     * <p>From the outside in: {@code @Hedge(after = "PT1M")} (another attempt after 1 min without an outcome), the
     * call.
     */
    public boolean interruptibly() throws InterruptedException {
        return Deft.hasListeners(deft) ? interruptiblyObserved() : interruptiblyHedged();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private boolean interruptiblyObserved() throws InterruptedException {
        Call call = deft.begin(INTERRUPTIBLY);
        boolean result;
        try {
            result = interruptiblyHedged();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Hedge(after = "PT1M")} around {@link Hedges#interruptibly()}. */
    private boolean interruptiblyHedged() throws InterruptedException {
        return interruptiblyHedge.callInterruptibly(() -> target.interruptibly());
    }

    /**
     * Calls {@link Hedges#nothing(String, Defer)}.
     *
     * <p>From the outside in: {@code @Hedge(after = "20ms")} (another attempt after 20 ms without an outcome), the
     * call.
     */
    public void nothing(String chargeHedge) throws Exception {
        if (Deft.hasListeners(deft)) {
            nothingObserved(chargeHedge);
        } else {
            nothingHedged(chargeHedge);
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void nothingObserved(String chargeHedge) throws Exception {
        Call call = deft.begin(NOTHING);
        try {
            nothingHedged(chargeHedge);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Hedge(after = "20ms")} around {@link #nothingDeferring}. */
    private void nothingHedged(String chargeHedge) throws Exception {
        nothingHedge.callInterruptibly(() -> {
            nothingDeferring(chargeHedge);
            return null;
        });
    }

    /** Runs what {@link Hedges#nothing(String, Defer)} defers, when it ends. */
    private void nothingDeferring(String chargeHedge) throws Exception {
        Defer defer = new Defer();
        try {
            target.nothing(chargeHedge, defer);
        } catch (Throwable failure) {
            defer.failed(failure);
            return;
        }
        defer.succeeded(null);
    }

    /**
     * Starts {@link Hedges#among(String)} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async}, {@code @Fallback("instead")}, {@code @Deadline("5s")}, {@code @Retry}
     * (3 attempts, waits 100 ms, 200 ms), {@code @CircuitBreaker} (opens for 5 s when 50 % of the last 20 calls fail,
     * closes after 1 trial call), {@code @Hedge(after = "100ms")} (another attempt after 100 ms without an outcome),
     * {@code @Timeout("1s")}, {@code @Limit(10)}, the call. At worst 3 attempts of 1.1 s and waits of 300 ms: 3.6 s.
     */
    public Task<List<?>> among(String words) {
        return deft.start(AMONG, amongDeadline, () -> amongRetried(words), failure -> amongFallback(words, failure));
    }

    /** {@code @Fallback("instead")}: what to do when the task has failed. */
    private List<?> amongFallback(String words, Throwable thrown) throws Throwable {
        Throwable failure = Failures.of(thrown); // looks through CompletionException and ExecutionException
        if (failure instanceof Exception && !Failures.isCancellation(failure)) {
            deft.recovered(AMONG, failure);
            try {
                return target.instead();
            } catch (Throwable second) {
                Failures.suppress(second, thrown);
                throw second;
            }
        }
        throw thrown;
    }

    /** {@code @Retry} around {@link #amongGuarded}. */
    private List<?> amongRetried(String words) {
        RetryPolicy.called(amongRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                return amongGuarded(words);
            } catch (Throwable failure) {
                run = amongRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /** {@code @CircuitBreaker} around {@link #amongHedged}. */
    private List<?> amongGuarded(String words) {
        long entry = amongCircuit.enter(); // throws CircuitOpenException while the circuit is open
        List<?> result;
        try {
            result = amongHedged(words);
        } catch (Throwable failure) {
            amongCircuit.failed(entry, failure);
            throw failure;
        }
        amongCircuit.succeeded(entry);
        return result;
    }

    /** {@code @Hedge(after = "100ms")} around {@link #amongTimed}. */
    private List<?> amongHedged(String words) {
        return amongHedge.call(() -> amongTimed(words));
    }

    /** {@code @Timeout("1s")} around {@link #amongLimited}. */
    private List<?> amongTimed(String words) {
        TimeoutWatch watch = amongTimeout.start();
        List<?> result;
        try {
            result = amongLimited(words);
        } catch (Throwable failure) {
            watch.stop(failure); // throws TaskTimeoutException when the time was up
            throw failure;
        }
        watch.stop();
        return result;
    }

    /** {@code @Limit(10)} around {@link Hedges#among(String)}. */
    private List<?> amongLimited(String words) {
        amongLimit.acquire();
        try {
            return Task.await(target.among(words));
        } finally {
            amongLimit.release();
        }
    }

    /**
     * Calls {@link Hedges#outside(List)}.
     *
     * <p>From the outside in: {@code @Hedge(after = "1s")} (another attempt after 1 s without an outcome),
     * {@code @Retry} (3 attempts, waits 100 ms, 200 ms), the call.
     */
    public <T extends Comparable<? super T>> T outside(List<? extends T> all) {
        return Deft.hasListeners(deft) ? this.<T>outsideObserved(all) : this.<T>outsideHedged(all);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private <T extends Comparable<? super T>> T outsideObserved(List<? extends T> all) {
        Call call = deft.begin(OUTSIDE);
        T result;
        try {
            result = this.<T>outsideHedged(all);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Hedge(after = "1s")} around {@link #outsideRetried}. */
    private <T extends Comparable<? super T>> T outsideHedged(List<? extends T> all) {
        return outsideHedge.call(() -> this.<T>outsideRetried(all));
    }

    /** {@code @Retry} around {@link Hedges#outside(List)}. */
    private <T extends Comparable<? super T>> T outsideRetried(List<? extends T> all) {
        RetryPolicy.called(outsideRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                return Hedges.<T>outside(all);
            } catch (Throwable failure) {
                run = outsideRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /**
     * Calls {@link Hedges#told()}.
     *
     * <p>From the outside in: {@code @Hedge(after = "1s")} (another attempt after 1 s without an outcome), the call.
     */
    public <T> T[] told() {
        return Deft.hasListeners(deft) ? this.<T>toldObserved() : this.<T>toldHedged();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private <T> T[] toldObserved() {
        Call call = deft.begin(TOLD);
        T[] result;
        try {
            result = this.<T>toldHedged();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Hedge(after = "1s")} around {@link Hedges#told()}. */
    private <T> T[] toldHedged() {
        return toldHedge.call(() -> target.<T>told());
    }

    /**
     * Calls {@link Hedges#varied(Object[])}.
     *
     * <p>From the outside in: {@code @Hedge(after = "1s")} (another attempt after 1 s without an outcome), the call.
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final <T> List<T> varied(T... all) {
        return Deft.hasListeners(deft) ? variedObserved(all) : variedHedged(all);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private <T> List<T> variedObserved(T[] all) {
        Call call = deft.begin(VARIED);
        List<T> result;
        try {
            result = variedHedged(all);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Hedge(after = "1s")} around {@link Hedges#varied(Object[])}. */
    private <T> List<T> variedHedged(T[] all) {
        return variedHedge.call(() -> target.varied(all));
    }
}
