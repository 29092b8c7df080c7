package types;

import dev.deft.Call;
import dev.deft.Deft;
import dev.deft.GeneratedTasks;
import dev.deft.Task;
import dev.deft.TaskName;
import dev.deft.policy.LimitPolicy;
import dev.deft.policy.LimitSettings;
import dev.deft.policy.RetryPolicy;
import dev.deft.policy.RetryRun;
import dev.deft.policy.RetrySettings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Runs the methods of {@link Outer.Payments} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Outer.Payments}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
public final class Outer_PaymentsTasks<K> implements Outer.Payments<K> {
    private static final TaskName PAY = TaskName.of("types.Outer.Payments", "pay", "K");
    private static final TaskName CANCEL = TaskName.of("types.Outer.Payments", "cancel", "K");

    private final Outer.Payments<K> target;
    private final Deft deft;
    private final RetryPolicy payRetry;
    private final LimitPolicy cancelLimit;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    public Outer_PaymentsTasks(Outer.Payments<K> target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.payRetry = deft.policies().retry(PAY, RetrySettings.attempts(3)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1)));
        this.cancelLimit = deft.policies().limit(CANCEL, LimitSettings.permits(2));
        deft.policies().checkSettings("types.Outer.Payments");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    public static <K> Outer_PaymentsTasks<K> of(Outer.Payments<K> target) {
        return new Outer_PaymentsTasks<>(target, Deft.global());
    }

    /**
     * Starts {@link Outer.Payments#pay(Object)} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async}, {@code @Retry} (3 attempts, waits 100 ms, 200 ms), the call.
     */
    @Override
    public Task<String> pay(K key) {
        return deft.start(PAY, () -> payRetried(key));
    }

    /** {@code @Retry} around {@link Outer.Payments#pay(Object)}. */
    private String payRetried(K key) {
        RetryPolicy.called(payRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                return Task.await(target.pay(key));
            } catch (Throwable failure) {
                run = payRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /**
     * Calls {@link Outer.Payments#cancel(Object)}.
     *
     * <p>From the outside in: {@code @Limit(2)}, the call.
     */
    @Override
    public boolean cancel(K key) throws IOException {
        return Deft.hasListeners(deft) ? cancelObserved(key) : cancelLimited(key);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private boolean cancelObserved(K key) throws IOException {
        Call call = deft.begin(CANCEL);
        boolean result;
        try {
            result = cancelLimited(key);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(2)} around {@link Outer.Payments#cancel(Object)}. */
    private boolean cancelLimited(K key) throws IOException {
        cancelLimit.acquire();
        try {
            return target.cancel(key);
        } finally {
            cancelLimit.release();
        }
    }

    /** Passes straight through to {@link Outer.Payments#untouched(List)}. */
    @Override
    public void untouched(List<? super K> keys) {
        target.untouched(keys);
    }

    /** Passes straight through to {@link Outer.Payments#defaulted()}. */
    @Override
    public int defaulted() {
        return target.defaulted();
    }
}
