package siblings;

import dev.deft.Call;
import dev.deft.Deft;
import dev.deft.GeneratedTasks;
import dev.deft.TaskName;
import dev.deft.policy.FailureFilter;
import dev.deft.policy.RetryPolicy;
import dev.deft.policy.RetryRun;
import dev.deft.policy.RetrySettings;
import java.io.FileNotFoundException;
import java.time.Duration;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Runs the methods of {@link Sides.Loading} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Sides.Loading}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
final class Sides_LoadingTasks implements Sides.Loading {
    private static final TaskName LOAD = TaskName.of("siblings.Sides.Loading", "load");

    private final Sides.Loading target;
    private final Deft deft;
    private final RetryPolicy loadRetry;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    Sides_LoadingTasks(Sides.Loading target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.loadRetry = deft.policies().retry(LOAD, RetrySettings.attempts(3)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1))
                .on(FailureFilter.on(FileNotFoundException.class)));
        deft.policies().checkSettings("siblings.Sides.Loading");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    static Sides_LoadingTasks of(Sides.Loading target) {
        return new Sides_LoadingTasks(target, Deft.global());
    }

    /**
     * Calls {@link Sides.Loading#load()}.
     *
     * <p>From the outside in: {@code @Retry(on = FileNotFoundException.class)} (3 attempts, waits 100 ms, 200 ms), the
     * call.
     */
    @Override
    public Number load() throws FileNotFoundException, InterruptedException {
        return Deft.hasListeners(deft) ? loadObserved() : loadRetried();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private Number loadObserved() throws FileNotFoundException, InterruptedException {
        Call call = deft.begin(LOAD);
        Number result;
        try {
            result = loadRetried();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Retry(on = FileNotFoundException.class)} around {@link Sides.Loading#load()}. */
    private Number loadRetried() throws FileNotFoundException, InterruptedException {
        RetryPolicy.called(loadRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                return target.load();
            } catch (Throwable failure) {
                run = loadRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // FileNotFoundException or InterruptedException or unchecked: nothing is wrapped
                }
            }
            run.backOffInterruptibly();
        }
    }
}
