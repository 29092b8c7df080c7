package shop;

import dev.deft.Call;
import dev.deft.Deft;
import dev.deft.GeneratedTasks;
import dev.deft.Task;
import dev.deft.TaskName;
import dev.deft.policy.DeadlinePolicy;
import dev.deft.policy.DeadlineScope;
import dev.deft.policy.Failures;
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
 * Runs the methods of {@link PaymentService} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code PaymentService}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
public final class PaymentServiceTasks {
    private static final TaskName CHARGE = TaskName.of("shop.PaymentService", "charge", "Order");
    private static final TaskName REFUND = TaskName.of("shop.PaymentService", "refund", "Order", "String");

    private final PaymentService target;
    private final Deft deft;
    private final RetryPolicy chargeRetry;
    private final LimitPolicy chargeLimit;
    private final DeadlinePolicy refundDeadline;
    private final RetryPolicy refundRetry;
    private final TimeoutPolicy refundTimeout;
    private final LimitPolicy refundLimit;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    public PaymentServiceTasks(PaymentService target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.chargeRetry = deft.policies().retry(CHARGE, RetrySettings.attempts(4)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1)));
        this.chargeLimit = deft.policies().limit(CHARGE, LimitSettings.permits(10));
        this.refundDeadline = deft.policies().deadline(REFUND, Duration.ofSeconds(30));
        this.refundRetry = deft.policies().retry(REFUND, RetrySettings.attempts(5)
                .delay(Duration.ofSeconds(1))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1)));
        this.refundTimeout = deft.policies().timeout(REFUND, Duration.ofSeconds(2));
        this.refundLimit = deft.policies().limit(REFUND, LimitSettings.permits(3)
                .maxWait(Duration.ofSeconds(1))
                .maxQueue(20)
                .named("bank"));
        deft.policies().checkSettings("shop.PaymentService");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    public static PaymentServiceTasks of(PaymentService target) {
        return new PaymentServiceTasks(target, Deft.global());
    }

    /**
     * Starts {@link PaymentService#charge(Order)} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async}, {@code @Retry(attempts = 4)} (waits 100 ms, 200 ms, 400 ms),
     * {@code @Limit(10)}, the call.
     */
    public Task<Receipt> charge(Order order) {
        return deft.start(CHARGE, () -> chargeRetried(order));
    }

    /** {@code @Retry(attempts = 4)} around {@link #chargeLimited}. */
    private Receipt chargeRetried(Order order) throws PaymentException {
        RetryPolicy.called(chargeRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                return chargeLimited(order);
            } catch (Throwable failure) {
                run = chargeRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // PaymentException or unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /** {@code @Limit(10)} around {@link PaymentService#charge(Order)}. */
    private Receipt chargeLimited(Order order) throws PaymentException {
        chargeLimit.acquire();
        try {
            return target.charge(order);
        } finally {
            chargeLimit.release();
        }
    }

    /**
     * Calls {@link PaymentService#refund(Order, String)}.
     *
     * <p>From the outside in: {@code @Fallback("queued")}, {@code @Deadline("30s")},
     * {@code @Retry(attempts = 5, delay = "1s")} (waits 1 s, 2 s, 4 s, 8 s), {@code @Timeout("2s")},
     * {@code @Limit(value = 3, maxWait = "1s", maxQueue = 20, name = "bank")}, {@code @Deferred("unlock")}, the call.
     * At worst 5 attempts of 2 s and waits of 15 s: 25 s.
     */
    public Receipt refund(Order order, String reason) throws PaymentException {
        return Deft.hasListeners(deft) ? refundObserved(order, reason) : refundOrFallback(order, reason);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private Receipt refundObserved(Order order, String reason) throws PaymentException {
        Call call = deft.begin(REFUND);
        Receipt result;
        try {
            result = refundOrFallback(order, reason);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Fallback("queued")} around {@link #refundBounded}. */
    private Receipt refundOrFallback(Order order, String reason) throws PaymentException {
        try {
            return refundBounded(order, reason);
        } catch (Throwable thrown) {
            Throwable failure = Failures.of(thrown); // looks through CompletionException and ExecutionException
            if (failure instanceof Exception && !Failures.isCancellation(failure)) {
                deft.recovered(REFUND, failure);
                try {
                    return target.queued(order, reason);
                } catch (Throwable second) {
                    Failures.suppress(second, thrown);
                    throw second;
                }
            }
            throw thrown;
        }
    }

    /** {@code @Deadline("30s")} around {@link #refundRetried}. */
    private Receipt refundBounded(Order order, String reason) throws PaymentException {
        DeadlineScope scope = refundDeadline.open();
        Receipt result;
        try {
            result = refundRetried(order, reason);
        } catch (Throwable failure) {
            scope.close(failure); // throws DeadlineExceededException when the time was up
            throw failure;
        }
        scope.close();
        return result;
    }

    /** {@code @Retry(attempts = 5, delay = "1s")} around {@link #refundTimed}. */
    private Receipt refundRetried(Order order, String reason) throws PaymentException {
        RetryPolicy.called(refundRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                return refundTimed(order, reason);
            } catch (Throwable failure) {
                run = refundRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // PaymentException or unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /** {@code @Timeout("2s")} around {@link #refundLimited}. */
    private Receipt refundTimed(Order order, String reason) throws PaymentException {
        TimeoutWatch watch = refundTimeout.start();
        Receipt result;
        try {
            result = refundLimited(order, reason);
        } catch (Throwable failure) {
            watch.stop(failure); // throws TaskTimeoutException when the time was up
            throw failure;
        }
        watch.stop();
        return result;
    }

    /** {@code @Limit(value = 3, maxWait = "1s", maxQueue = 20, name = "bank")} around {@link #refundThenUnlock}. */
    private Receipt refundLimited(Order order, String reason) throws PaymentException {
        refundLimit.acquire();
        try {
            return refundThenUnlock(order, reason);
        } finally {
            refundLimit.release();
        }
    }

    /**
     * {@code @Deferred("unlock")}: runs {@link PaymentService#unlock(Order)} after
     * {@link PaymentService#refund(Order, String)}, however it ends.
     */
    private Receipt refundThenUnlock(Order order, String reason) throws PaymentException {
        Receipt result;
        try {
            result = target.refund(order, reason);
        } catch (Throwable failure) {
            try {
                target.unlock(order);
            } catch (Throwable second) {
                Failures.suppress(failure, second);
            }
            throw failure;
        }
        target.unlock(order);
        return result;
    }
}
