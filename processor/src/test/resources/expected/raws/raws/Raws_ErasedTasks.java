package raws;

import dev.deft.Call;
import dev.deft.Deft;
import dev.deft.GeneratedTasks;
import dev.deft.TaskName;
import dev.deft.policy.RetryPolicy;
import dev.deft.policy.RetryRun;
import dev.deft.policy.RetrySettings;
import java.time.Duration;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Runs the methods of {@link Raws.Erased} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Raws.Erased}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
final class Raws_ErasedTasks implements Raws.Erased {
    private static final TaskName NEXT = TaskName.of("raws.Raws.Erased", "next", "Object");

    private final Raws.Erased target;
    private final Deft deft;
    private final RetryPolicy nextRetry;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    Raws_ErasedTasks(Raws.Erased target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.nextRetry = deft.policies().retry(NEXT, RetrySettings.attempts(3)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1)));
        deft.policies().checkSettings("raws.Raws.Erased");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    static Raws_ErasedTasks of(Raws.Erased target) {
        return new Raws_ErasedTasks(target, Deft.global());
    }

    /**
     * Calls {@link Raws.Erased#next(Object)}.
     *
     * <p>From the outside in: {@code @Retry} (3 attempts, waits 100 ms, 200 ms), the call.
     */
    @Override
    public Object next(Object item) {
        return Deft.hasListeners(deft) ? nextObserved(item) : nextRetried(item);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private Object nextObserved(Object item) {
        Call call = deft.begin(NEXT);
        Object result;
        try {
            result = nextRetried(item);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Retry} around {@link Raws.Erased#next(Object)}. */
    private Object nextRetried(Object item) {
        RetryPolicy.called(nextRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                return target.next(item);
            } catch (Throwable failure) {
                run = nextRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /** Passes straight through to {@link Raws.Erased#same(Object)}. */
    @Override
    @SuppressWarnings("unchecked")
    public Object same(Object item) {
        return target.same(item);
    }
}
