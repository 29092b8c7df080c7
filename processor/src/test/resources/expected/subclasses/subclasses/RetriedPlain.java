package subclasses;

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
 * Runs the methods of {@link Plain} under the policies that their annotations name, where it calls them itself, too.
 *
 * <p>Written by Deft from {@code Plain}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
final class RetriedPlain extends Plain {
    private static final TaskName TO_STRING = TaskName.of("subclasses.Plain", "toString");
    private static final TaskName SIZE = TaskName.of("subclasses.Plain", "size");

    private final Deft deft;
    private final RetryPolicy toStringRetry;
    private final LimitPolicy sizeLimit;

    /**
     * As {@link Plain#Plain()}, on {@code deft}, to which belongs what it shares with other wrappers of the class
     * (permits, say).
     */
    RetriedPlain(Deft deft) {
        super();
        this.deft = Objects.requireNonNull(deft, "deft");
        this.toStringRetry = deft.policies().retry(TO_STRING, RetrySettings.attempts(3)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1)));
        this.sizeLimit = deft.policies().limit(SIZE, LimitSettings.permits(3));
        deft.policies().checkSettings("subclasses.Plain");
    }

    /** As {@link Plain#Plain()}, on {@link Deft#global()}. */
    static RetriedPlain of() {
        return new RetriedPlain(Deft.global());
    }

    /**
     * Calls {@link Plain#toString()}.
     *
     * <p>From the outside in: {@code @Retry} (3 attempts, waits 100 ms, 200 ms), the call.
     */
    @Override
    public String toString() {
        return Deft.hasListeners(deft) ? toStringObserved() : toStringRetried();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private String toStringObserved() {
        Call call = deft.begin(TO_STRING);
        String result;
        try {
            result = toStringRetried();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Retry} around {@link Plain#toString()}. */
    private String toStringRetried() {
        RetryPolicy.called(toStringRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                return super.toString();
            } catch (Throwable failure) {
                run = toStringRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /**
     * Calls {@link Plain#size()}.
     *
     * <p>From the outside in: {@code @Limit(3)}, the call.
     */
    @Override
    protected int size() {
        return Deft.hasListeners(deft) ? sizeObserved() : sizeLimited();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private int sizeObserved() {
        Call call = deft.begin(SIZE);
        int result;
        try {
            result = sizeLimited();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(3)} around {@link Plain#size()}. */
    private int sizeLimited() {
        sizeLimit.acquire();
        try {
            return super.size();
        } finally {
            sizeLimit.release();
        }
    }
}
