package dev.deft.policy;

import dev.deft.CircuitOpenException;
import dev.deft.TaskName;
import dev.deft.internal.Nanos;
import dev.deft.time.TimeSource;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Decides, for {@code @Retry}, what follows a failed attempt. Thread-safe; what happens in one call is the
 * {@link RetryRun}'s, which a call does not have before its first failure.
 *
 * <pre>{@code
 * RetryRun run = null; // until an attempt fails
 * while (true) {
 *     try {
 *         return attempt();
 *     } catch (Throwable failure) {
 *         run = retry.failed(run, failure);
 *         if (!run.permitsAnother()) {
 *             throw failure;
 *         }
 *     }
 *     run.backOff();
 * }
 * }</pre>
 *
 * <p>When the settings change, the new ones hold for calls that are being retried too, from their next failure on. A
 * {@code maxDuration} counts from the beginning of the run all the same.
 */
public final class RetryPolicy extends Policy<RetrySettings> {
    private static final VarHandle PAYING;

    static {
        try {
            PAYING = MethodHandles.lookup().findVarHandle(RetryPolicy.class, "paying", boolean.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final Allowance allowance;
    private volatile Plan plan;

    /**
     * Whether there is a budget to pay into. Read opaquely, which costs no more than a field that never changes; a call that
     * begins while it changes may pay or not.
     */
    private boolean paying;

    RetryPolicy(Subject subject, RetrySettings settings, Allowance allowance) {
        super(subject);
        this.allowance = allowance;
        allowance.retried(settings.budget(), subject.time());
        this.plan = new Plan(settings);
        this.paying = allowance.isBounded();
    }

    /**
     * A call begins, and pays into the {@link RetryBudget} of its method and of its runtime, where there is one. To be
     * called once before the first attempt of each call, if there may be a budget; it does nothing if there is none.
     *
     * <p>Static, so that while there is no budget in the whole process not even {@code retry} is looked at.
     *
     * @param retry the policy of the method that is called
     */
    public static void called(RetryPolicy retry) {
        if (RetryBudget.IN_USE.isOn() && (boolean) PAYING.getOpaque(retry)) {
            retry.allowance.deposit();
        }
    }

    /**
     * Begins a run before the first attempt, so that its {@code maxDuration} counts from here. Without one there is no
     * need to: {@link #failed} and {@link #unsatisfied} begin what has not begun.
     *
     * @return a new run
     */
    public RetryRun begin() {
        return new RetryRun(this);
    }

    /**
     * An attempt threw {@code failure}.
     *
     * @param run the run, or null if this was its first attempt
     * @param failure what was caught
     * @return the run, which has to be asked whether there shall be {@linkplain RetryRun#permitsAnother another}
     */
    public RetryRun failed(@Nullable RetryRun run, Throwable failure) {
        RetryRun begun = run == null ? begin() : run;
        begun.failed(failure);
        return begun;
    }

    /**
     * An attempt gave a result that is not wanted.
     *
     * @param run the run, or null if this was its first attempt
     * @return the run, which has to be asked whether there shall be {@linkplain RetryRun#permitsAnother another}
     */
    public RetryRun unsatisfied(@Nullable RetryRun run) {
        RetryRun begun = run == null ? begin() : run;
        begun.unsatisfied();
        return begun;
    }

    Subject subject() {
        return subject;
    }

    Allowance allowance() {
        return allowance;
    }

    TaskName name() {
        return subject.name();
    }

    TimeSource time() {
        return subject.time();
    }

    RandomGenerator random() {
        return subject.deft().random();
    }

    @Override
    SettingsWord<RetrySettings> definition() {
        return RetrySettings.WORD;
    }

    @Override
    public RetrySettings settings() {
        return plan.settings;
    }

    @Override
    void apply(RetrySettings settings) {
        if (settings.budget() != plan.settings.budget()) { // else leave alone what others may share, and have changed
            allowance.retried(settings.budget(), time());
        }
        plan = new Plan(settings);
        PAYING.setOpaque(this, allowance.isBounded());
    }

    @Override
    RetrySettings sharing(RetrySettings settings) {
        return settings.named(settings().name());
    }

    @Override
    public State state() {
        return new State(allowance.balance());
    }

    /**
     * A snapshot.
     *
     * @param retriesLeft how many retries could be made at this moment; {@link Long#MAX_VALUE} if no budget bounds them
     */
    public record State(long retriesLeft) {}

    /** What holds now. */
    Plan plan() {
        return plan;
    }

    /** For people: the word and whose it is. */
    @Override
    public String toString() {
        return "@Retry(" + settings() + ") of " + subject.name();
    }

    /** Settings in the form in which a run needs them. */
    static final class Plan {
        final RetrySettings settings;
        final Backoff backoff;

        /** Whether there is a {@code maxDuration}. */
        final boolean bounded;

        final long maxNanos;
        private final FailureFilter on;
        private final int attempts;

        Plan(RetrySettings settings) {
            Duration maxDuration = settings.maxDuration();
            this.settings = settings;
            this.backoff = settings.backoff();
            this.bounded = maxDuration != null;
            this.maxNanos = maxDuration == null ? Nanos.MAX : Nanos.of(maxDuration);
            this.on = settings.on();
            this.attempts = settings.isEnabled() ? settings.attempts() : 1;
        }

        /** Whether more than so many attempts are allowed. */
        boolean allowsMoreThan(int ended) {
            return ended < attempts || attempts == RetrySettings.UNLIMITED;
        }

        /**
         * Whether this kind of failure is retried. An error never is on account of its causes: it has to be named. So has an
         * open circuit, which asks not to be called.
         */
        boolean retries(Throwable thrown, Throwable failure) {
            return !Failures.isCancellation(failure)
                    && on.matches(thrown)
                    && (!(failure instanceof Error) || on.means(failure))
                    && (!(failure instanceof CircuitOpenException) || on.names(CircuitOpenException.class));
        }

        boolean looksAlongCauses() {
            return on.looksAlongCauses();
        }
    }
}
