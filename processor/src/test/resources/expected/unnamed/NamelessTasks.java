import dev.deft.Deft;
import dev.deft.GeneratedTasks;
import dev.deft.Task;
import dev.deft.TaskName;
import dev.deft.policy.RetryPolicy;
import dev.deft.policy.RetryRun;
import dev.deft.policy.RetrySettings;
import java.time.Duration;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Runs the methods of {@link Nameless} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Nameless}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
final class NamelessTasks {
    private static final TaskName CALL = TaskName.of("Nameless", "call", "Nameless");

    private final Nameless target;
    private final Deft deft;
    private final RetryPolicy callRetry;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    NamelessTasks(Nameless target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.callRetry = deft.policies().retry(CALL, RetrySettings.attempts(3)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1)));
        deft.policies().checkSettings("Nameless");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    static NamelessTasks of(Nameless target) {
        return new NamelessTasks(target, Deft.global());
    }

    /**
     * Starts {@link Nameless#call(Nameless)} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async}, {@code @Retry} (3 attempts, waits 100 ms, 200 ms), the call.
     */
    Task<Integer> call(Nameless other) {
        return deft.start(CALL, () -> callRetried(other));
    }

    /** {@code @Retry} around {@link Nameless#call(Nameless)}. */
    private int callRetried(Nameless other) {
        RetryPolicy.called(callRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                return target.call(other);
            } catch (Throwable failure) {
                run = callRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }
}
