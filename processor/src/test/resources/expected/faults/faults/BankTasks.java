package faults;

import dev.deft.Call;
import dev.deft.Defer;
import dev.deft.Deft;
import dev.deft.GeneratedTasks;
import dev.deft.Schedule;
import dev.deft.Task;
import dev.deft.TaskName;
import dev.deft.policy.CallKey;
import dev.deft.policy.Failures;
import dev.deft.policy.HedgePolicy;
import dev.deft.policy.HedgeSettings;
import dev.deft.policy.LimitPolicy;
import dev.deft.policy.LimitSettings;
import dev.deft.policy.RetryPolicy;
import dev.deft.policy.RetryRun;
import dev.deft.policy.RetrySettings;
import dev.deft.policy.SingleFlightPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Runs the methods of {@link Bank} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Bank}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
final class BankTasks {
    private static final TaskName CHARGE = TaskName.of("faults.Bank", "charge", "String");
    private static final TaskName REFUND = TaskName.of("faults.Bank", "refund", "String");
    private static final TaskName STATE = TaskName.of("faults.Bank", "state", "String");
    private static final TaskName BALANCE = TaskName.of("faults.Bank", "balance");
    private static final TaskName RATE = TaskName.of("faults.Bank", "rate", "String");
    private static final TaskName PRICE = TaskName.of("faults.Bank", "price", "String");
    private static final TaskName WARM = TaskName.of("faults.Bank", "warm", "String");
    private static final TaskName COUNT = TaskName.of("faults.Bank", "count");
    private static final TaskName SUM = TaskName.of("faults.Bank", "sum");
    private static final TaskName OWNER = TaskName.of("faults.Bank", "owner");
    private static final TaskName BRANCH = TaskName.of("faults.Bank", "branch");
    private static final TaskName SETTLE = TaskName.of("faults.Bank", "settle");
    private static final TaskName AUDIT = TaskName.of("faults.Bank", "audit");

    private final Bank target;
    private final Deft deft;
    private final RetryPolicy chargeRetry;
    private final LimitPolicy chargeLimit;
    private final RetryPolicy refundRetry;
    private final RetryPolicy stateRetry;
    private final HedgePolicy priceHedge;
    private final SingleFlightPolicy warmFlight;
    private final LimitPolicy branchLimit;
    private final LimitPolicy auditLimit;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    BankTasks(Bank target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.chargeRetry = deft.policies().retry(CHARGE, RetrySettings.attempts(3)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1)));
        this.chargeLimit = deft.policies().limit(CHARGE, LimitSettings.permits(10));
        this.refundRetry = deft.policies().retry(REFUND, RetrySettings.attempts(3)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1)));
        this.stateRetry = deft.policies().retry(STATE, RetrySettings.attempts(3)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1)));
        this.priceHedge = deft.policies().hedge(PRICE, HedgeSettings.after(Duration.ofSeconds(1)));
        this.warmFlight = deft.policies().singleFlight(WARM);
        this.branchLimit = deft.policies().limit(BRANCH, LimitSettings.permits(1));
        this.auditLimit = deft.policies().limit(AUDIT, LimitSettings.permits(2));
        deft.policies().checkSettings("faults.Bank");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    static BankTasks of(Bank target) {
        return new BankTasks(target, Deft.global());
    }

    /**
     * Starts {@link Bank#charge(String)} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async}, {@code @Retry} (3 attempts, waits 100 ms, 200 ms), {@code @Limit(10)},
     * the call.
     */
    Task<String> charge(String order) {
        return deft.start(CHARGE, () -> chargeRetried(order));
    }

    /** {@code @Retry} around {@link #chargeLimited}. */
    private String chargeRetried(String order) throws IOException {
        RetryPolicy.called(chargeRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                return chargeLimited(order);
            } catch (Throwable failure) {
                run = chargeRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // IOException or unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /** {@code @Limit(10)} around {@link Bank#charge(String)}. */
    private String chargeLimited(String order) throws IOException {
        chargeLimit.acquire();
        try {
            Deft.injectFaults(deft, CHARGE); // those that the runtime was built with, if any
            return target.charge(order);
        } finally {
            chargeLimit.release();
        }
    }

    /**
     * Calls {@link Bank#refund(String)}.
     *
     * <p>From the outside in: {@code @Retry} (3 attempts, waits 100 ms, 200 ms), the call.
     */
    void refund(String order) throws IOException {
        if (Deft.hasListeners(deft)) {
            refundObserved(order);
        } else {
            refundRetried(order);
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void refundObserved(String order) throws IOException {
        Call call = deft.begin(REFUND);
        try {
            refundRetried(order);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Retry} around {@link Bank#refund(String)}. */
    private void refundRetried(String order) throws IOException {
        RetryPolicy.called(refundRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                Deft.injectFaults(deft, REFUND); // those that the runtime was built with, if any
                target.refund(order);
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
     * Calls {@link Bank#state(String)}.
     *
     * <p>From the outside in: {@code @Retry(whileResult = "isPending")} (3 attempts, waits 100 ms, 200 ms), the call.
     */
    String state(String order) throws IOException {
        return Deft.hasListeners(deft) ? stateObserved(order) : stateRetried(order);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private String stateObserved(String order) throws IOException {
        Call call = deft.begin(STATE);
        String result;
        try {
            result = stateRetried(order);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Retry(whileResult = "isPending")} around {@link Bank#state(String)}. */
    private String stateRetried(String order) throws IOException {
        RetryPolicy.called(stateRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            String result;
            try {
                Deft.injectFaults(deft, STATE); // those that the runtime was built with, if any
                result = target.state(order);
            } catch (Throwable failure) {
                run = stateRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // IOException or unchecked: nothing is wrapped
                }
                run.backOff();
                continue;
            }
            if (!target.isPending(result)) {
                return result;
            }
            run = stateRetry.unsatisfied(run);
            if (!run.permitsAnother()) {
                return result;
            }
            run.backOff();
        }
    }

    /**
     * Starts {@link Bank#balance()} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async}, the call.
     */
    Task<String> balance() {
        return deft.start(BALANCE, () -> balanceCalled());
    }

    /** Calls {@link Bank#balance()}. */
    private String balanceCalled() {
        Deft.injectFaults(deft, BALANCE); // those that the runtime was built with, if any
        return target.balance();
    }

    /**
     * Starts {@link Bank#rate(String)} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async}, the call.
     */
    Task<String> rate(String order) {
        return deft.start(RATE, () -> rateCalled(order));
    }

    /** Calls {@link Bank#rate(String)}. */
    private String rateCalled(String order) {
        Deft.injectFaults(deft, RATE); // those that the runtime was built with, if any
        return Task.await(target.rate(order));
    }

    /**
     * Calls {@link Bank#price(String)}.
     *
     * <p>From the outside in: {@code @Hedge(after = "1s")} (another attempt after 1 s without an outcome), the call.
     */
    String price(String order) {
        return Deft.hasListeners(deft) ? priceObserved(order) : priceHedged(order);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private String priceObserved(String order) {
        Call call = deft.begin(PRICE);
        String result;
        try {
            result = priceHedged(order);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Hedge(after = "1s")} around {@link Bank#price(String)}. */
    private String priceHedged(String order) {
        return priceHedge.call(() -> {
            Deft.injectFaults(deft, PRICE); // those that the runtime was built with, if any
            return target.price(order);
        });
    }

    /**
     * Calls {@link Bank#warm(String)}.
     *
     * <p>From the outside in: {@code @SingleFlight} (by all parameters), the call.
     */
    void warm(String key) {
        if (Deft.hasListeners(deft)) {
            warmObserved(key);
        } else {
            warmShared(key);
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void warmObserved(String key) {
        Call call = deft.begin(WARM);
        try {
            warmShared(key);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @SingleFlight} around {@link Bank#warm(String)}. */
    private void warmShared(String key) {
        warmFlight.call(CallKey.of(target, key), () -> {
            Deft.injectFaults(deft, WARM); // those that the runtime was built with, if any
            target.warm(key);
            return null;
        });
    }

    /**
     * Calls {@link Bank#count()}.
     *
     * <p>From the outside in: {@code @Deferred(value = "close", on = SUCCESS)}, the call.
     */
    int count() {
        return Deft.hasListeners(deft) ? countObserved() : countThenClose();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private int countObserved() {
        Call call = deft.begin(COUNT);
        int result;
        try {
            result = countThenClose();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /**
     * {@code @Deferred(value = "close", on = SUCCESS)}: runs {@link Bank#close()} after {@link Bank#count()}, if it
     * succeeds.
     */
    private int countThenClose() {
        Deft.injectFaults(deft, COUNT); // those that the runtime was built with, if any
        int result = target.count();
        target.close();
        return result;
    }

    /**
     * Calls {@link Bank#sum()}.
     *
     * <p>From the outside in: {@code @Deferred(value = "close", on = FAILURE)}, the call.
     */
    int sum() {
        return Deft.hasListeners(deft) ? sumObserved() : sumThenClose();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private int sumObserved() {
        Call call = deft.begin(SUM);
        int result;
        try {
            result = sumThenClose();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /**
     * {@code @Deferred(value = "close", on = FAILURE)}: runs {@link Bank#close()} after {@link Bank#sum()}, if it
     * fails.
     */
    private int sumThenClose() {
        try {
            Deft.injectFaults(deft, SUM); // those that the runtime was built with, if any
            return target.sum();
        } catch (Throwable failure) {
            try {
                target.close();
            } catch (Throwable second) {
                Failures.suppress(failure, second);
            }
            throw failure;
        }
    }

    /**
     * Calls {@link Bank#owner()}.
     *
     * <p>From the outside in: {@code @Recover("nobody")}, the call.
     */
    String owner() {
        return Deft.hasListeners(deft) ? ownerObserved() : ownerRecovered();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private String ownerObserved() {
        Call call = deft.begin(OWNER);
        String result;
        try {
            result = ownerRecovered();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Recover("nobody")} around {@link Bank#owner()}. */
    private String ownerRecovered() {
        try {
            Deft.injectFaults(deft, OWNER); // those that the runtime was built with, if any
            return target.owner();
        } catch (Throwable thrown) {
            Throwable failure = Failures.of(thrown); // looks through CompletionException and ExecutionException
            if (failure instanceof Exception && !Failures.isCancellation(failure)) {
                deft.recovered(OWNER, failure);
                try {
                    return target.nobody();
                } catch (Throwable second) {
                    Failures.suppress(second, thrown);
                    throw second;
                }
            }
            throw thrown;
        }
    }

    /**
     * Calls {@link Bank#branch()}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    String branch() {
        return Deft.hasListeners(deft) ? branchObserved() : branchLimited();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private String branchObserved() {
        Call call = deft.begin(BRANCH);
        String result;
        try {
            result = branchLimited();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(1)} around {@link Bank#branch()}. */
    private String branchLimited() {
        branchLimit.acquire();
        try {
            Deft.injectFaults(deft, BRANCH); // those that the runtime was built with, if any
            return Bank.branch();
        } finally {
            branchLimit.release();
        }
    }

    /** Calls {@link Bank#settle()}. */
    void settle() {
        if (Deft.hasListeners(deft)) {
            settleObserved();
        } else {
            target.settle();
        }
    }

    /**
     * Calls {@link #settle} again and again, until the task that this returns is cancelled.
     *
     * <p>{@code @Scheduled(every = "1m")}
     */
    Task<Void> scheduleSettle() {
        return deft.schedule(
                TaskName.of("faults.Bank", "scheduleSettle"),
                Schedule.every(Duration.ofMinutes(1)),
                () -> settle());
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void settleObserved() {
        Call call = deft.begin(SETTLE);
        try {
            Deft.injectFaults(deft, SETTLE); // those that the runtime was built with, if any
            target.settle();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /**
     * Calls {@link Bank#audit(Defer)}.
     *
     * <p>From the outside in: {@code @Limit(2)}, the call.
     */
    String audit() {
        return Deft.hasListeners(deft) ? auditObserved() : auditLimited();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private String auditObserved() {
        Call call = deft.begin(AUDIT);
        String result;
        try {
            result = auditLimited();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(2)} around {@link #auditDeferring}. */
    private String auditLimited() {
        auditLimit.acquire();
        try {
            return auditDeferring();
        } finally {
            auditLimit.release();
        }
    }

    /** Runs what {@link Bank#audit(Defer)} defers, when it ends. */
    private String auditDeferring() {
        Defer defer = new Defer();
        String result;
        try {
            Deft.injectFaults(deft, AUDIT); // those that the runtime was built with, if any
            result = target.audit(defer);
        } catch (Throwable failure) {
            return defer.failed(failure);
        }
        return defer.succeeded(result);
    }
}
