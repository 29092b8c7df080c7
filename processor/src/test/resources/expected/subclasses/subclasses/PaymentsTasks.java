package subclasses;

import dev.deft.Call;
import dev.deft.Deft;
import dev.deft.GeneratedTasks;
import dev.deft.Schedule;
import dev.deft.Task;
import dev.deft.TaskGroup;
import dev.deft.TaskName;
import dev.deft.channel.Receiver;
import dev.deft.channel.Workers;
import dev.deft.policy.CallKey;
import dev.deft.policy.Failures;
import dev.deft.policy.LimitPolicy;
import dev.deft.policy.LimitSettings;
import dev.deft.policy.RetryPolicy;
import dev.deft.policy.RetryRun;
import dev.deft.policy.RetrySettings;
import dev.deft.policy.SingleFlightPolicy;
import dev.deft.policy.TimeoutPolicy;
import dev.deft.policy.TimeoutWatch;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * Runs the methods of {@link Payments} under the policies that their annotations name, where it calls them itself, too.
 *
 * <p>Written by Deft from {@code Payments}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
@SuppressWarnings("serial")
public final class PaymentsTasks<T extends Comparable<T>> extends Payments<T> {
    private static final TaskName CHARGE = TaskName.of("subclasses.Payments", "charge", "T", "Duration");
    private static final TaskName SWEEP = TaskName.of("subclasses.Payments", "sweep");
    private static final TaskName REFUND = TaskName.of("subclasses.Payments", "refund", "T");
    private static final TaskName LOOK_UP = TaskName.of("subclasses.Payments", "lookUp", "String");
    private static final TaskName FOUND = TaskName.of("subclasses.Payments", "found", "Class", "String");

    private final Deft deft_;
    private final RetryPolicy chargeRetry_;
    private final LimitPolicy chargeLimit;
    private final TimeoutPolicy sweepTimeout;
    private final RetryPolicy refundRetry;
    private final SingleFlightPolicy foundFlight;

    /**
     * As {@link Payments#Payments(String, Comparable)}, on {@code deft_}, to which belongs what it shares with other
     * wrappers of the class (permits, say).
     */
    public PaymentsTasks(String deft, @Nullable T first, Deft deft_) throws IOException {
        super(deft, first);
        this.deft_ = Objects.requireNonNull(deft_, "deft_");
        this.chargeRetry_ = deft_.policies().retry(CHARGE, RetrySettings.attempts(4)
                .delay(java.time.Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(java.time.Duration.ofMinutes(1)));
        this.chargeLimit = deft_.policies().limit(CHARGE, LimitSettings.permits(2));
        this.sweepTimeout = deft_.policies().timeout(SWEEP, java.time.Duration.ofSeconds(2));
        this.refundRetry = deft_.policies().retry(REFUND, RetrySettings.attempts(3)
                .delay(java.time.Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(java.time.Duration.ofMinutes(1)));
        this.foundFlight = deft_.policies().singleFlight(FOUND);
        deft_.policies().checkSettings("subclasses.Payments");
    }

    /**
     * As {@link Payments#Payments(List[])}, on {@code deft_}, to which belongs what it shares with other wrappers of
     * the class (permits, say).
     */
    protected PaymentsTasks(List<? extends T>[] chargeRetry, Deft deft_) {
        super(chargeRetry);
        this.deft_ = Objects.requireNonNull(deft_, "deft_");
        this.chargeRetry_ = deft_.policies().retry(CHARGE, RetrySettings.attempts(4)
                .delay(java.time.Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(java.time.Duration.ofMinutes(1)));
        this.chargeLimit = deft_.policies().limit(CHARGE, LimitSettings.permits(2));
        this.sweepTimeout = deft_.policies().timeout(SWEEP, java.time.Duration.ofSeconds(2));
        this.refundRetry = deft_.policies().retry(REFUND, RetrySettings.attempts(3)
                .delay(java.time.Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(java.time.Duration.ofMinutes(1)));
        this.foundFlight = deft_.policies().singleFlight(FOUND);
        deft_.policies().checkSettings("subclasses.Payments");
    }

    /**
     * As {@link Payments#Payments(int[])}, on {@code deft_}, to which belongs what it shares with other wrappers of the
     * class (permits, say).
     */
    PaymentsTasks(int[] amounts, Deft deft_) {
        super(amounts);
        this.deft_ = Objects.requireNonNull(deft_, "deft_");
        this.chargeRetry_ = deft_.policies().retry(CHARGE, RetrySettings.attempts(4)
                .delay(java.time.Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(java.time.Duration.ofMinutes(1)));
        this.chargeLimit = deft_.policies().limit(CHARGE, LimitSettings.permits(2));
        this.sweepTimeout = deft_.policies().timeout(SWEEP, java.time.Duration.ofSeconds(2));
        this.refundRetry = deft_.policies().retry(REFUND, RetrySettings.attempts(3)
                .delay(java.time.Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(java.time.Duration.ofMinutes(1)));
        this.foundFlight = deft_.policies().singleFlight(FOUND);
        deft_.policies().checkSettings("subclasses.Payments");
    }

    /**
     * As {@link Payments#Payments(Class)}, on {@code deft_}, to which belongs what it shares with other wrappers of the
     * class (permits, say).
     *
     * @deprecated as {@link Payments#Payments(Class)} is
     */
    @Deprecated
    public <E extends Exception> PaymentsTasks(Class<E> failure, Deft deft_) throws E {
        super(failure);
        this.deft_ = Objects.requireNonNull(deft_, "deft_");
        this.chargeRetry_ = deft_.policies().retry(CHARGE, RetrySettings.attempts(4)
                .delay(java.time.Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(java.time.Duration.ofMinutes(1)));
        this.chargeLimit = deft_.policies().limit(CHARGE, LimitSettings.permits(2));
        this.sweepTimeout = deft_.policies().timeout(SWEEP, java.time.Duration.ofSeconds(2));
        this.refundRetry = deft_.policies().retry(REFUND, RetrySettings.attempts(3)
                .delay(java.time.Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(java.time.Duration.ofMinutes(1)));
        this.foundFlight = deft_.policies().singleFlight(FOUND);
        deft_.policies().checkSettings("subclasses.Payments");
    }

    /** As {@link Payments#Payments(String, Comparable)}, on {@link Deft#global()}. */
    public static <T extends Comparable<T>> PaymentsTasks<T> of(String deft, @Nullable T first) throws IOException {
        return new PaymentsTasks<>(deft, first, Deft.global());
    }

    /** As {@link Payments#Payments(List[])}, on {@link Deft#global()}. */
    protected static <T extends Comparable<T>> PaymentsTasks<T> of(List<? extends T>[] chargeRetry) {
        return new PaymentsTasks<>(chargeRetry, Deft.global());
    }

    /** As {@link Payments#Payments(int[])}, on {@link Deft#global()}. */
    static <T extends Comparable<T>> PaymentsTasks<T> of(int... amounts) {
        return new PaymentsTasks<>(amounts, Deft.global());
    }

    /**
     * Calls {@link Payments#charge(Comparable, Payments.Duration)}.
     *
     * <p>From the outside in: {@code @Fallback("queued")}, {@code @Retry(attempts = 4, onRetry = "again")} (waits
     * 100 ms, 200 ms, 400 ms), {@code @Limit(2)}, the call.
     */
    @Override
    protected String charge(T item, Payments.Duration duration) throws IOException {
        return Deft.hasListeners(deft_) ? chargeObserved(item, duration) : chargeOrFallback(item, duration);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private String chargeObserved(T item, Payments.Duration duration) throws IOException {
        Call call = deft_.begin(CHARGE);
        String result;
        try {
            result = chargeOrFallback(item, duration);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Fallback("queued")} around {@link #chargeRetried_}. */
    private String chargeOrFallback(T item, Payments.Duration duration) throws IOException {
        try {
            return chargeRetried_(item, duration);
        } catch (Throwable thrown) {
            Throwable failure = Failures.of(thrown); // looks through CompletionException and ExecutionException
            if (failure instanceof Exception && !Failures.isCancellation(failure)) {
                deft_.recovered(CHARGE, failure);
                try {
                    return this.queued(failure);
                } catch (Throwable second) {
                    Failures.suppress(second, thrown);
                    throw second;
                }
            }
            throw thrown;
        }
    }

    /** {@code @Retry(attempts = 4, onRetry = "again")} around {@link #chargeLimited}. */
    private String chargeRetried_(T item, Payments.Duration duration) throws IOException {
        RetryPolicy.called(chargeRetry_); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                return chargeLimited(item, duration);
            } catch (Throwable failure) {
                run = chargeRetry_.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // IOException or unchecked: nothing is wrapped
                }
                this.again(run.attempt());
            }
            run.backOff();
        }
    }

    /** {@code @Limit(2)} around {@link Payments#charge(Comparable, Payments.Duration)}. */
    private String chargeLimited(T item, Payments.Duration duration) throws IOException {
        chargeLimit.acquire();
        try {
            return super.charge(item, duration);
        } finally {
            chargeLimit.release();
        }
    }

    /**
     * Starts {@link Payments#sweep()} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async(onFailure = "lost")}, {@code @Timeout("2s")}, the call. At worst 2 s.
     */
    @Override
    void sweep() {
        sweepStarted();
    }

    /**
     * Calls {@link #sweep} again and again, until the task that this returns is cancelled.
     *
     * <p>{@code @Scheduled(every = "1m")}
     */
    Task<Void> scheduleSweep() {
        return deft_.schedule(
                TaskName.of("subclasses.Payments", "scheduleSweep"),
                Schedule.every(java.time.Duration.ofMinutes(1)),
                () -> Task.await(sweepStarted()));
    }

    /** Does what {@link #sweep} does, and returns its task. */
    private Task<Void> sweepStarted() {
        return deft_.start(SWEEP, () -> sweepTimed())
                .onFailure(failure -> this.lost(failure));
    }

    /** {@code @Timeout("2s")} around {@link Payments#sweep()}. */
    private void sweepTimed() {
        TimeoutWatch watch = sweepTimeout.start();
        try {
            super.sweep();
        } catch (Throwable failure) {
            watch.stop(failure); // throws TaskTimeoutException when the time was up
            throw failure;
        }
        watch.stop();
    }

    /**
     * Starts {@link Payments#refund(Comparable)} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async}, {@code @Retry} (3 attempts, waits 100 ms, 200 ms), the call.
     */
    @Override
    void refund(T item) {
        refundStarted(item);
    }

    /**
     * Starts 2 loops that call {@link #refund} with each item of {@code source}, until that is closed and empty.
     *
     * <p>{@code @Worker(2)}
     */
    Task<Void> refundWorkers(Receiver<? extends T> source) {
        return Workers.of(2, source)
                .start(deft_, TaskName.of("subclasses.Payments", "refundWorkers"),
                        item -> Task.await(refundStarted(item)));
    }

    /** Does what {@link #refund} does, and returns its task. */
    private Task<Void> refundStarted(T item) {
        return deft_.start(REFUND, () -> refundRetried(item));
    }

    /** Starts {@link #refund} for each of {@code items}, all in one group. */
    TaskGroup<Void> refundAll(Iterable<? extends T> items) {
        return deft_.batch(items, item -> refundStarted(item));
    }

    /** {@code @Retry} around {@link Payments#refund(Comparable)}. */
    private void refundRetried(T item) throws IOException {
        RetryPolicy.called(refundRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                super.refund(item);
                return;
            } catch (Throwable failure) {
                run = refundRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // IOException or unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /**
     * Starts {@link Payments#lookUp(String)} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async}, the call.
     */
    @Override
    public Task<String> lookUp(String name) {
        return deft_.start(LOOK_UP, () -> Task.await(super.lookUp(name)));
    }

    /**
     * Calls {@link Payments#found(Class, String)}.
     *
     * <p>From the outside in: {@code @SingleFlight} (by all parameters), the call.
     */
    @Override
    <K> K found(Class<K> kind, String name) {
        return Deft.hasListeners(deft_) ? foundObserved(kind, name) : foundShared(kind, name);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private <K> K foundObserved(Class<K> kind, String name) {
        Call call = deft_.begin(FOUND);
        K result;
        try {
            result = foundShared(kind, name);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @SingleFlight} around {@link Payments#found(Class, String)}. */
    private <K> K foundShared(Class<K> kind, String name) {
        return foundFlight.call(CallKey.of(this, kind, name), () -> super.found(kind, name));
    }
}
