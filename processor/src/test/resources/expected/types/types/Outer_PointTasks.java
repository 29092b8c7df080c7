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
import java.time.Duration;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Runs the methods of {@link Outer.Point} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Outer.Point}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
final class Outer_PointTasks {
    private static final TaskName SUM = TaskName.of("types.Outer.Point", "sum");
    private static final TaskName ORIGIN = TaskName.of("types.Outer.Point", "origin");

    private final Outer.Point target;
    private final Deft deft;
    private final RetryPolicy sumRetry;
    private final LimitPolicy originLimit;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    Outer_PointTasks(Outer.Point target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.sumRetry = deft.policies().retry(SUM, RetrySettings.attempts(3)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1)));
        this.originLimit = deft.policies().limit(ORIGIN, LimitSettings.permits(3));
        deft.policies().checkSettings("types.Outer.Point");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    static Outer_PointTasks of(Outer.Point target) {
        return new Outer_PointTasks(target, Deft.global());
    }

    /**
     * Calls {@link Outer.Point#sum()}.
     *
     * <p>From the outside in: {@code @Retry} (3 attempts, waits 100 ms, 200 ms), the call.
     */
    int sum() {
        return Deft.hasListeners(deft) ? sumObserved() : sumRetried();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private int sumObserved() {
        Call call = deft.begin(SUM);
        int result;
        try {
            result = sumRetried();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Retry} around {@link Outer.Point#sum()}. */
    private int sumRetried() {
        RetryPolicy.called(sumRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                return target.sum();
            } catch (Throwable failure) {
                run = sumRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /**
     * Calls {@link Outer.Point#origin()}.
     *
     * <p>From the outside in: {@code @Limit(3)}, the call.
     */
    Outer.Point origin() {
        return Deft.hasListeners(deft) ? originObserved() : originLimited();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private Outer.Point originObserved() {
        Call call = deft.begin(ORIGIN);
        Outer.Point result;
        try {
            result = originLimited();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(3)} around {@link Outer.Point#origin()}. */
    private Outer.Point originLimited() {
        originLimit.acquire();
        try {
            return Outer.Point.origin();
        } finally {
            originLimit.release();
        }
    }
}
