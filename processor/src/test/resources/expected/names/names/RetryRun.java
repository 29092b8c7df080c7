package names;

import dev.deft.GeneratedTasks;
import dev.deft.TaskName;
import dev.deft.policy.RetryPolicy;
import dev.deft.policy.RetrySettings;
import java.lang.Throwable;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Runs the methods of {@link Task} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Task}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
public final class RetryRun {
    private static final TaskName OWN = TaskName.of("names.Task", "own", "Deft", "Duration", "Override");
    private static final TaskName AWAITED = TaskName.of("names.Task", "awaited", "Task");

    private final Task target;
    private final dev.deft.Deft deft;
    private final RetryPolicy ownRetry;
    private final RetryPolicy awaitedRetry;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    public RetryRun(Task target, dev.deft.Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.ownRetry = deft.policies().retry(OWN, RetrySettings.attempts(3)
                .delay(java.time.Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(java.time.Duration.ofMinutes(1)));
        this.awaitedRetry = deft.policies().retry(AWAITED, RetrySettings.attempts(3)
                .delay(java.time.Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(java.time.Duration.ofMinutes(1)));
        deft.policies().checkSettings("names.Task");
    }

    /** Wraps {@code target} on {@link dev.deft.Deft#global()}. */
    public static RetryRun of(Task target) {
        return new RetryRun(target, dev.deft.Deft.global());
    }

    /**
     * Starts {@link Task#own(Deft, Duration, Override)} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async}, {@code @Retry} (3 attempts, waits 100 ms, 200 ms), the call.
     */
    public dev.deft.Task<Task> own(Deft deft, Duration dev, Override java) {
        return this.deft.start(OWN, () -> ownRetried(deft, dev, java));
    }

    /** {@code @Retry} around {@link Task#own(Deft, Duration, Override)}. */
    private Task ownRetried(Deft deft, Duration dev_, Override java_) {
        RetryPolicy.called(ownRetry); // pays into the retry budget, if there is one
        dev.deft.policy.RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                return target.own(deft, dev_, java_);
            } catch (Throwable failure) {
                run = ownRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /**
     * Starts {@link Task#awaited(dev.deft.Task)} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async}, {@code @Retry} (3 attempts, waits 100 ms, 200 ms), the call.
     */
    public dev.deft.Task<String> awaited(dev.deft.Task<String> dev) {
        return deft.start(AWAITED, () -> awaitedRetried(dev));
    }

    /** {@code @Retry} around {@link Task#awaited(dev.deft.Task)}. */
    private String awaitedRetried(dev.deft.Task<String> dev_) {
        RetryPolicy.called(awaitedRetry); // pays into the retry budget, if there is one
        dev.deft.policy.RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                return dev.deft.Task.await(target.awaited(dev_));
            } catch (Throwable failure) {
                run = awaitedRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }
}
