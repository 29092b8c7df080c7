package raws;

import dev.deft.Call;
import dev.deft.Deft;
import dev.deft.GeneratedTasks;
import dev.deft.TaskName;
import dev.deft.policy.Failures;
import dev.deft.policy.RetryPolicy;
import dev.deft.policy.RetryRun;
import dev.deft.policy.RetrySettings;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Runs the methods of {@link Raws.Raw} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Raws.Raw}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
final class Raws_RawTasks {
    private static final TaskName FIRST = TaskName.of("raws.Raws.Raw", "first", "R");
    private static final TaskName SECOND = TaskName.of("raws.Raws.Raw", "second", "List");

    private final Raws.Raw target;
    private final Deft deft;
    private final RetryPolicy firstRetry;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    Raws_RawTasks(Raws.Raw target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.firstRetry = deft.policies().retry(FIRST, RetrySettings.attempts(3)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1)));
        deft.policies().checkSettings("raws.Raws.Raw");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    static Raws_RawTasks of(Raws.Raw target) {
        return new Raws_RawTasks(target, Deft.global());
    }

    /**
     * Calls {@link Raws.Raw#first(Object)}.
     *
     * <p>From the outside in: {@code @Retry} (3 attempts, waits 100 ms, 200 ms), the call.
     */
    public Object first(Object item) {
        return Deft.hasListeners(deft) ? firstObserved(item) : firstRetried(item);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private Object firstObserved(Object item) {
        Call call = deft.begin(FIRST);
        Object result;
        try {
            result = firstRetried(item);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Retry} around {@link Raws.Raw#first(Object)}. */
    @SuppressWarnings("unchecked")
    private Object firstRetried(Object item) {
        RetryPolicy.called(firstRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                return target.first(item);
            } catch (Throwable failure) {
                run = firstRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /**
     * Calls {@link Raws.Raw#second(List)}.
     *
     * <p>From the outside in: {@code @Fallback("other")}, the call.
     */
    @SuppressWarnings("rawtypes")
    public Object second(List items) {
        return Deft.hasListeners(deft) ? secondObserved(items) : secondOrFallback(items);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    @SuppressWarnings("rawtypes")
    private Object secondObserved(List items) {
        Call call = deft.begin(SECOND);
        Object result;
        try {
            result = secondOrFallback(items);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Fallback("other")} around {@link Raws.Raw#second(List)}. */
    @SuppressWarnings({"rawtypes", "unchecked"})
    private Object secondOrFallback(List items) {
        try {
            return target.second(items);
        } catch (Throwable thrown) {
            Throwable failure = Failures.of(thrown); // looks through CompletionException and ExecutionException
            if (failure instanceof Exception && !Failures.isCancellation(failure)) {
                deft.recovered(SECOND, failure);
                try {
                    return target.other(items);
                } catch (Throwable second) {
                    Failures.suppress(second, thrown);
                    throw second;
                }
            }
            throw thrown;
        }
    }
}
