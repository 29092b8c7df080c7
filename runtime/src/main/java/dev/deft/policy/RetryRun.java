package dev.deft.policy;

import dev.deft.DeadlineExceededException;
import dev.deft.RetryAfter;
import dev.deft.TaskInterruptedException;
import dev.deft.TaskWait;
import dev.deft.internal.Context;
import dev.deft.internal.DurationText;
import dev.deft.internal.Interrupts;
import dev.deft.internal.Nanos;
import dev.deft.internal.Wait;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * The attempts of one call so far: begun by {@link RetryPolicy}, used by one thread.
 *
 * <p>What earlier attempts threw is kept, and is suppressed, in order, on what ends the run: the last failure, or the
 * exception of a wait. Of more than eight, the latest eight are.
 */
public final class RetryRun {
    private static final int MAX_EARLIER = 8;

    private final RetryPolicy policy;

    /** When it began, if {@link #timed}. */
    private long begun;

    private boolean timed;

    /** What holds as of the last failure. */
    private RetryPolicy.Plan plan;

    private final ArrayDeque<Throwable> earlier = new ArrayDeque<>(MAX_EARLIER);

    /** Attempts that have ended. */
    private int attempt;

    /** The last failure as it was thrown, and what it is without what is looked through; null after a mere result. */
    private @Nullable Throwable thrown;

    private @Nullable Throwable failure;

    /** The wait that comes next, and the last one before it, without what failures asked for. */
    private long delay;

    private long previousDelay;

    /** Whether the attempt that comes next is the last, since the time for waits is used up. */
    private boolean spent;

    /** Whether the attempt that comes next was taken out of the retry budget. */
    private boolean paid;

    RetryRun(RetryPolicy policy) {
        this.policy = policy;
        this.plan = policy.plan();
        keepTime();
    }

    /** The clock is read only for those whose time is bounded. */
    private void keepTime() {
        if (plan.bounded && !timed) {
            begun = policy.time().nanoTime();
            timed = true;
        }
    }

    void failed(Throwable thrown) {
        end(thrown, Failures.of(thrown));
    }

    void unsatisfied() {
        end(null, null);
    }

    private void end(@Nullable Throwable thrown, @Nullable Throwable failure) {
        plan = policy.plan();
        keepTime();
        if (this.thrown != null) {
            if (earlier.size() == MAX_EARLIER) {
                earlier.removeFirst();
            }
            earlier.addLast(this.thrown);
        }
        this.thrown = thrown;
        this.failure = failure;
        if (attempt < Integer.MAX_VALUE) {
            attempt++;
        }
        Context.current().attempt(policy.name(), attempt, thrown);
        policy.subject().attemptFailed(attempt, failure);
    }

    /**
     * Tells whether another attempt shall follow, unless the wrapper has an objection of its own.
     *
     * <p>None follows the last one that is allowed, nor a failure that is not retried, nor a wait that would end after
     * {@code maxDuration}; none follows if the thread is interrupted, or was by what encloses this retry, even if the
     * attempt swallowed that; none follows if the context has ended, or if a {@link RetryBudget} refuses it. If this is
     * false, the run is over and the failure complete: throw it.
     *
     * @return whether another attempt follows, as far as the settings go
     */
    public boolean permitsAnother() {
        paid = isAllowed() && policy.allowance().tryWithdraw();
        return keepsOn(paid);
    }

    private boolean isAllowed() {
        boolean last = spent || !plan.allowsMoreThan(attempt);
        if (last || Thread.currentThread().isInterrupted() || Interrupts.areDue()) {
            return false;
        }
        if (thrown != null && failure != null && !plan.retries(thrown, failure)) {
            return false;
        }
        Context context = Context.current();
        if (context.isCancelled() || (context.isBounded() && context.endsBefore(policy.time(), now()))) {
            return false;
        }
        previousDelay = delay;
        delay = plan.backoff.nanos(attempt, previousDelay, policy.random());
        return !plan.bounded || (plan.settings.hasComputedDelays() ? left() >= 0 : left() >= atLeast(delay));
    }

    /**
     * Says whether the wrapper, asked in addition, wants another attempt.
     *
     * @param wanted what it said
     * @return {@code wanted}; if false, the run is over and the failure complete: throw it
     */
    public boolean keepsOn(boolean wanted) {
        if (!wanted) {
            complete();
            if (paid) {
                paid = false;
                policy.allowance().putBack();
            }
        }
        return wanted;
    }

    /**
     * How many attempts have ended, which is the number of the last one: 1 after the first.
     *
     * @return from 1
     */
    public int attempt() {
        return attempt;
    }

    /**
     * What the last attempt failed with, without a {@link java.util.concurrent.CompletionException} or
     * {@link java.util.concurrent.ExecutionException} around it.
     *
     * @return null if it gave a result
     */
    public @Nullable Throwable failure() {
        return failure;
    }

    /**
     * Waits as the settings say, or as long as the failure asks for as a {@link RetryAfter}, if that is longer.
     *
     * @throws TaskInterruptedException if the thread is interrupted; the flag is kept
     * @throws CancellationException if the context is cancelled
     * @throws DeadlineExceededException if the wait would outlive the deadline, in which case it is not begun; its cause
     *     is the last failure
     */
    public void backOff() {
        backOffUninterrupted(delay);
    }

    /**
     * As {@link #backOff()}, in a method that declares {@link InterruptedException}.
     *
     * @throws InterruptedException if the thread is interrupted; the flag is cleared
     * @throws CancellationException if the context is cancelled
     * @throws DeadlineExceededException if the wait would outlive the deadline
     */
    public void backOffInterruptibly() throws InterruptedException {
        pause(delay, true);
    }

    /**
     * Waits for {@code delay}, or as long as the failure asks for as a {@link RetryAfter}, if that is longer. Neither
     * {@code maxDelay} nor jitter changes what was computed.
     *
     * <p>If the wait would end after {@code maxDuration}, it is not begun: the last failure is thrown as it is. If there
     * was a result instead, the rest of the time is waited and the next attempt is the last.
     *
     * @param delay how long; negative means zero, null means as the settings say
     * @throws TaskInterruptedException if the thread is interrupted; the flag is kept
     * @throws CancellationException if the context is cancelled
     * @throws DeadlineExceededException if the wait would outlive the deadline
     */
    public void backOff(@Nullable Duration delay) {
        backOffUninterrupted(nanos(delay));
    }

    /**
     * As {@link #backOff(Duration)}, in a method that declares {@link InterruptedException}.
     *
     * @param delay how long; negative means zero, null means as the settings say
     * @throws InterruptedException if the thread is interrupted; the flag is cleared
     * @throws CancellationException if the context is cancelled
     * @throws DeadlineExceededException if the wait would outlive the deadline
     */
    public void backOffInterruptibly(@Nullable Duration delay) throws InterruptedException {
        pause(nanos(delay), true);
    }

    private long nanos(@Nullable Duration computed) {
        return computed == null ? delay : Math.max(0, Nanos.of(computed));
    }

    private void backOffUninterrupted(long nanos) {
        try {
            pause(nanos, false);
        } catch (InterruptedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private void pause(long wanted, boolean interruptibly) throws InterruptedException {
        long nanos = withinDuration(atLeast(wanted));
        Context context = Context.current();
        if (!context.isCancelled() && context.endsBefore(policy.time(), now() + nanos)) {
            complete();
            throw new DeadlineExceededException(
                    policy.name() + ": waiting " + DurationText.of(Duration.ofNanos(nanos)) + " for attempt "
                            + (attempt + 1) + " would outlive the deadline",
                    thrown);
        }
        policy.subject().retryScheduled(attempt + 1, nanos);
        TaskWait.Outcome outcome = Wait.sleep(policy.time(), nanos);
        if (outcome == TaskWait.Outcome.TIME_UP) {
            context.attempt(policy.name(), attempt + 1, thrown);
            policy.subject().attemptStarted(attempt + 1);
            return;
        }
        complete();
        if (interruptibly && outcome == TaskWait.Outcome.INTERRUPTED) {
            Thread.interrupted();
            throw carrying(new InterruptedException(policy.name() + " was interrupted while it waited"));
        }
        throw carrying(Wait.failure(outcome, policy.name(), thrown));
    }

    /** What the failure asks for, if that is longer. */
    private long atLeast(long nanos) {
        Throwable asking = failure;
        for (int depth = 0; asking != null && depth < Failures.MAX_CHAIN; depth++) {
            if (asking instanceof RetryAfter after) {
                return Math.max(nanos, nanosOf(after));
            }
            asking = plan.looksAlongCauses() ? asking.getCause() : null;
        }
        return nanos;
    }

    private long nanosOf(RetryAfter after) {
        try {
            Duration asked = after.retryAfter();
            return asked == null ? 0 : Nanos.of(asked);
        } catch (RuntimeException broken) { // must not take the place of the failure
            if (thrown != null) {
                Failures.suppress(thrown, broken);
            }
            return 0;
        }
    }

    private long withinDuration(long nanos) {
        if (!plan.bounded || nanos <= left()) {
            return nanos;
        }
        if (thrown != null) {
            complete();
            throw Failures.<RuntimeException>sneak(thrown);
        }
        spent = true;
        return Math.max(0, left());
    }

    /** What is left of {@code maxDuration}; negative once it is over. */
    private long left() {
        return plan.maxNanos - (now() - begun);
    }

    private long now() {
        return policy.time().nanoTime();
    }

    /** The run is over: what earlier attempts threw goes with the last failure. */
    private void complete() {
        if (thrown != null) {
            for (Throwable each : earlier) {
                Failures.suppress(thrown, each);
            }
        }
        earlier.clear();
    }

    private <X extends Throwable> X carrying(X ending) {
        if (thrown != null) {
            Failures.suppress(ending, thrown);
        }
        return ending;
    }
}
