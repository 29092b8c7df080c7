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
 * Runs the methods of {@link Nameless.Nested} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Nameless.Nested}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
final class Nameless_NestedTasks {
    private static final TaskName CALL = TaskName.of("Nameless.Nested", "call");

    private final Nameless.Nested target;
    private final Deft deft;
    private final RetryPolicy callRetry;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    Nameless_NestedTasks(Nameless.Nested target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.callRetry = deft.policies().retry(CALL, RetrySettings.attempts(3)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1)));
        deft.policies().checkSettings("Nameless.Nested");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    static Nameless_NestedTasks of(Nameless.Nested target) {
        return new Nameless_NestedTasks(target, Deft.global());
    }

    /**
     * Calls {@link Nameless.Nested#call()}.
     *
     * <p>From the outside in: {@code @Retry} (3 attempts, waits 100 ms, 200 ms), the call.
     */
    void call() {
        if (Deft.hasListeners(deft)) {
            callObserved();
        } else {
            callRetried();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void callObserved() {
        Call call = deft.begin(CALL);
        try {
            callRetried();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Retry} around {@link Nameless.Nested#call()}. */
    private void callRetried() {
        RetryPolicy.called(callRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                target.call();
                return;
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
