package pinned;

import dev.deft.Call;
import dev.deft.Deft;
import dev.deft.GeneratedTasks;
import dev.deft.TaskName;
import dev.deft.policy.LimitPolicy;
import dev.deft.policy.LimitSettings;
import dev.deft.policy.RetryPolicy;
import dev.deft.policy.RetryRun;
import dev.deft.policy.RetrySettings;
import java.time.Duration;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Runs the methods of {@link Prices} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Prices}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
public final class PricesTasks {
    private static final TaskName PRICE = TaskName.of("pinned.Prices", "price", "String");
    private static final TaskName ONCE = TaskName.of("pinned.Prices", "once", "String");
    private static final TaskName TWICE = TaskName.of("pinned.Prices", "twice", "String");

    private final Prices target;
    private final Deft deft;
    private final RetryPolicy priceRetry;
    private final LimitPolicy priceLimit;
    private final RetryPolicy onceRetry;
    private final RetryPolicy twiceRetry;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    public PricesTasks(Prices target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.priceRetry = deft.policies().pinned().retry(PRICE, RetrySettings.attempts(3)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1)));
        this.priceLimit = deft.policies().pinned().limit(PRICE, LimitSettings.permits(2));
        this.onceRetry = deft.policies().pinned().retry(ONCE, RetrySettings.attempts(1)
                .delay(Duration.ofSeconds(3))
                .linear()
                .maxDelay(Duration.ofSeconds(5))
                .fullJitter());
        this.twiceRetry = deft.policies().pinned().retry(TWICE, RetrySettings.attempts(2)
                .delay(Duration.ofMillis(100))
                .computedDelays());
        deft.policies().checkSettings("pinned.Prices");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    public static PricesTasks of(Prices target) {
        return new PricesTasks(target, Deft.global());
    }

    /**
     * Calls {@link Prices#price(String)}.
     *
     * <p>From the outside in: {@code @Retry(attempts = 3)} (waits 100 ms, 200 ms), {@code @Limit(2)}, the call.
     */
    public String price(String product) {
        return Deft.hasListeners(deft) ? priceObserved(product) : priceRetried(product);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private String priceObserved(String product) {
        Call call = deft.begin(PRICE);
        String result;
        try {
            result = priceRetried(product);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Retry(attempts = 3)} around {@link #priceLimited}. */
    private String priceRetried(String product) {
        RetryPolicy.called(priceRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                return priceLimited(product);
            } catch (Throwable failure) {
                run = priceRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /** {@code @Limit(2)} around {@link Prices#price(String)}. */
    private String priceLimited(String product) {
        priceLimit.acquire();
        try {
            return target.price(product);
        } finally {
            priceLimit.release();
        }
    }

    /**
     * Calls {@link Prices#once(String)}.
     *
     * <p>From the outside in:
     * {@code @Retry(attempts = 1, delay = "3s", backoff = LINEAR, maxDelay = "5s", jitter = FULL)}, the call.
     */
    public String once(String product) {
        return Deft.hasListeners(deft) ? onceObserved(product) : onceRetried(product);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private String onceObserved(String product) {
        Call call = deft.begin(ONCE);
        String result;
        try {
            result = onceRetried(product);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /**
     * {@code @Retry(attempts = 1, delay = "3s", backoff = LINEAR, maxDelay = "5s", jitter = FULL)} around
     * {@link Prices#once(String)}.
     */
    private String onceRetried(String product) {
        RetryPolicy.called(onceRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                return target.once(product);
            } catch (Throwable failure) {
                run = onceRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /**
     * Calls {@link Prices#twice(String)}.
     *
     * <p>From the outside in: {@code @Retry(attempts = 2, delayFrom = "cooling")} (waits as long as cooling() says),
     * the call.
     */
    public String twice(String product) {
        return Deft.hasListeners(deft) ? twiceObserved(product) : twiceRetried(product);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private String twiceObserved(String product) {
        Call call = deft.begin(TWICE);
        String result;
        try {
            result = twiceRetried(product);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Retry(attempts = 2, delayFrom = "cooling")} around {@link Prices#twice(String)}. */
    private String twiceRetried(String product) {
        RetryPolicy.called(twiceRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                return target.twice(product);
            } catch (Throwable failure) {
                run = twiceRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // unchecked: nothing is wrapped
                }
            }
            run.backOff(target.cooling());
        }
    }
}
