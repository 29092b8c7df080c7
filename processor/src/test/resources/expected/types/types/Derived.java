package types;

import dev.deft.Call;
import dev.deft.Deft;
import dev.deft.GeneratedTasks;
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
 * Runs the methods of {@link Outer.Sub} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Outer.Sub}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
final class Derived<T> {
    private static final TaskName OWN = TaskName.of("types.Outer.Sub", "own");
    private static final TaskName INHERITED = TaskName.of("types.Outer.Sub", "inherited", "E", "T");

    private final Outer.Sub<T> target;
    private final Deft deft;
    private final RetryPolicy ownRetry;
    private final LimitPolicy inheritedLimit;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    Derived(Outer.Sub<T> target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.ownRetry = deft.policies().retry(OWN, RetrySettings.attempts(3)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1)));
        this.inheritedLimit = deft.policies().limit(INHERITED, LimitSettings.permits(1));
        deft.policies().checkSettings("types.Outer.Sub");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    static <T> Derived<T> of(Outer.Sub<T> target) {
        return new Derived<>(target, Deft.global());
    }

    /**
     * Calls {@link Outer.Sub#own()}.
     *
     * <p>From the outside in: {@code @Retry} (3 attempts, waits 100 ms, 200 ms), the call.
     */
    void own() {
        if (Deft.hasListeners(deft)) {
            ownObserved();
        } else {
            ownRetried();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void ownObserved() {
        Call call = deft.begin(OWN);
        try {
            ownRetried();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Retry} around {@link Outer.Sub#own()}. */
    private void ownRetried() {
        RetryPolicy.called(ownRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                target.own();
                return;
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
     * Calls {@link Outer.Sub#inherited(Object, Object)}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    <T_> T_ inherited(List<T> element, T_ other) throws IOException {
        return Deft.hasListeners(deft) ? inheritedObserved(element, other) : inheritedLimited(element, other);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private <T_> T_ inheritedObserved(List<T> element, T_ other) throws IOException {
        Call call = deft.begin(INHERITED);
        T_ result;
        try {
            result = inheritedLimited(element, other);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(1)} around {@link Outer.Sub#inherited(Object, Object)}. */
    private <T_> T_ inheritedLimited(List<T> element, T_ other) throws IOException {
        inheritedLimit.acquire();
        try {
            return target.inherited(element, other);
        } finally {
            inheritedLimit.release();
        }
    }
}
