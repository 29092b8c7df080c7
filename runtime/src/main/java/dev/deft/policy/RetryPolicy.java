package dev.deft.policy;

import dev.deft.CircuitOpenException;
import dev.deft.TaskName;
import dev.deft.internal.Nanos;
import dev.deft.time.TimeSource;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Decides, for {@code @Retry}, what follows a failed attempt. Immutable and thread-safe; what happens in one call is the
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
 */
public final class RetryPolicy {
    private final Subject subject;
    private final Allowance allowance;

    /** Whether there is a budget to pay into; fixed for life, so that calls without one cost nothing. */
    private final boolean paying;

    private final int attempts;
    private final Backoff backoff;
    private final FailureFilter on;
    private final boolean bounded;
    private final long maxNanos;
    private final boolean computedDelays;

    RetryPolicy(Subject subject, RetrySettings settings, Allowance allowance) {
        this.subject = subject;
        this.allowance = allowance;
        this.paying = allowance.isBounded();
        this.attempts = settings.attempts();
        this.backoff = settings.backoff();
        this.on = settings.on();
        Duration maxDuration = settings.maxDuration();
        this.bounded = maxDuration != null;
        this.maxNanos = maxDuration == null ? Nanos.MAX : Nanos.of(maxDuration);
        this.computedDelays = settings.hasComputedDelays();
    }

    /**
     * A call begins, and pays into the {@link RetryBudget} of its method and of its runtime, where there is one. To be
     * called once before the first attempt of each call, if there may be a budget; it does nothing if there is none.
     */
    public void called() {
        if (paying) {
            allowance.deposit();
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

    Backoff backoff() {
        return backoff;
    }

    int attempts() {
        return attempts;
    }

    /** Whether there is a {@code maxDuration}. */
    boolean isBounded() {
        return bounded;
    }

    long maxNanos() {
        return maxNanos;
    }

    boolean hasComputedDelays() {
        return computedDelays;
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
