package raws;

import dev.deft.Call;
import dev.deft.Deft;
import dev.deft.GeneratedTasks;
import dev.deft.TaskName;
import dev.deft.policy.FailureFilter;
import dev.deft.policy.Failures;
import dev.deft.policy.RetryPolicy;
import dev.deft.policy.RetryRun;
import dev.deft.policy.RetrySettings;
import java.time.Duration;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Runs the methods of {@link Raws.Failing} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Raws.Failing}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
final class Raws_FailingTasks {
    private static final TaskName RETRIED = TaskName.of("raws.Raws.Failing", "retried");
    private static final TaskName HANDLED = TaskName.of("raws.Raws.Failing", "handled");
    private static final TaskName RECOVERED = TaskName.of("raws.Raws.Failing", "recovered");

    @SuppressWarnings("deprecation")
    private static final FailureFilter RECOVERED_RECOVER = FailureFilter.on(OldFailure.class).alongCauses();

    private final Raws.Failing target;
    private final Deft deft;
    private final RetryPolicy retriedRetry;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    @SuppressWarnings("deprecation")
    Raws_FailingTasks(Raws.Failing target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.retriedRetry = deft.policies().retry(RETRIED, RetrySettings.attempts(3)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1))
                .on(FailureFilter.on(OldFailure.class)));
        deft.policies().checkSettings("raws.Raws.Failing");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    static Raws_FailingTasks of(Raws.Failing target) {
        return new Raws_FailingTasks(target, Deft.global());
    }

    /**
     * Calls {@link Raws.Failing#retried()}.
     *
     * <p>From the outside in: {@code @Retry(on = OldFailure.class)} (3 attempts, waits 100 ms, 200 ms), the call.
     */
    @SuppressWarnings("deprecation")
    int retried() throws OldFailure {
        return Deft.hasListeners(deft) ? retriedObserved() : retriedRetried();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    @SuppressWarnings("deprecation")
    private int retriedObserved() throws OldFailure {
        Call call = deft.begin(RETRIED);
        int result;
        try {
            result = retriedRetried();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Retry(on = OldFailure.class)} around {@link Raws.Failing#retried()}. */
    @SuppressWarnings("deprecation")
    private int retriedRetried() throws OldFailure {
        RetryPolicy.called(retriedRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                return target.retried();
            } catch (Throwable failure) {
                run = retriedRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // OldFailure or unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /**
     * Calls {@link Raws.Failing#handled()}.
     *
     * <p>From the outside in: {@code @Fallback(value = "none", on = OldFailure.class)}, the call.
     */
    @SuppressWarnings("deprecation")
    int handled() throws OldFailure {
        return Deft.hasListeners(deft) ? handledObserved() : handledOrFallback();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    @SuppressWarnings("deprecation")
    private int handledObserved() throws OldFailure {
        Call call = deft.begin(HANDLED);
        int result;
        try {
            result = handledOrFallback();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Fallback(value = "none", on = OldFailure.class)} around {@link Raws.Failing#handled()}. */
    @SuppressWarnings("deprecation")
    private int handledOrFallback() throws OldFailure {
        try {
            return target.handled();
        } catch (Throwable thrown) {
            Throwable failure = Failures.of(thrown); // looks through CompletionException and ExecutionException
            if (failure instanceof OldFailure) {
                deft.recovered(HANDLED, failure);
                try {
                    return target.none();
                } catch (Throwable second) {
                    Failures.suppress(second, thrown);
                    throw second;
                }
            }
            throw thrown;
        }
    }

    /**
     * Calls {@link Raws.Failing#recovered()}.
     *
     * <p>From the outside in: {@code @Recover(value = "none", on = OldFailure.class, causes = true)}, the call.
     */
    @SuppressWarnings("deprecation")
    int recovered() throws OldFailure {
        return Deft.hasListeners(deft) ? recoveredObserved() : recoveredRecovered();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    @SuppressWarnings("deprecation")
    private int recoveredObserved() throws OldFailure {
        Call call = deft.begin(RECOVERED);
        int result;
        try {
            result = recoveredRecovered();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /**
     * {@code @Recover(value = "none", on = OldFailure.class, causes = true)} around {@link Raws.Failing#recovered()}.
     */
    @SuppressWarnings("deprecation")
    private int recoveredRecovered() throws OldFailure {
        try {
            return target.recovered();
        } catch (Throwable thrown) {
            Throwable cause = RECOVERED_RECOVER.find(thrown, Throwable.class);
            if (cause != null) {
                deft.recovered(RECOVERED, cause);
                try {
                    return target.none();
                } catch (Throwable second) {
                    Failures.suppress(second, thrown);
                    throw second;
                }
            }
            throw thrown;
        }
    }
}
