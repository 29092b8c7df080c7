package raws;

import dev.deft.Call;
import dev.deft.Deft;
import dev.deft.GeneratedTasks;
import dev.deft.TaskName;
import dev.deft.policy.RetryPolicy;
import dev.deft.policy.RetryRun;
import dev.deft.policy.RetrySettings;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Runs the methods of {@link Raws.Copier} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Raws.Copier}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
@SuppressWarnings("unchecked")
final class Raws_CopierTasks implements Raws.Copies {
    private static final TaskName COPY = TaskName.of("raws.Raws.Copier", "copy", "List");

    private final Raws.Copier target;
    private final Deft deft;
    private final RetryPolicy copyRetry;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    Raws_CopierTasks(Raws.Copier target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.copyRetry = deft.policies().retry(COPY, RetrySettings.attempts(3)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1)));
        deft.policies().checkSettings("raws.Raws.Copier");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    static Raws_CopierTasks of(Raws.Copier target) {
        return new Raws_CopierTasks(target, Deft.global());
    }

    /**
     * Calls {@link Raws.Copier#copy(List)}.
     *
     * <p>From the outside in: {@code @Retry} (3 attempts, waits 100 ms, 200 ms), the call.
     */
    @Override
    @SuppressWarnings("rawtypes")
    public List copy(List items) {
        return Deft.hasListeners(deft) ? copyObserved(items) : copyRetried(items);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    @SuppressWarnings("rawtypes")
    private List copyObserved(List items) {
        Call call = deft.begin(COPY);
        List result;
        try {
            result = copyRetried(items);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Retry} around {@link Raws.Copier#copy(List)}. */
    @SuppressWarnings("rawtypes")
    private List copyRetried(List items) {
        RetryPolicy.called(copyRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                return target.copy(items);
            } catch (Throwable failure) {
                run = copyRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }
}
