package dev.deft.policy;

import dev.deft.DeadlineExceededException;
import dev.deft.LimitExceededException;
import dev.deft.TaskInterruptedException;
import dev.deft.internal.Nanos;
import dev.deft.internal.Wait;
import java.time.Duration;
import java.util.concurrent.CancellationException;

/**
 * Lets, for {@code @Limit}, so many in at once and has the others wait, first come first served. Thread-safe.
 *
 * <p>Each permit taken has to be released once, by any thread. While one is free, taking it is one atomic addition, which
 * looks neither at the thread's interrupt flag nor at its context.
 */
public final class LimitPolicy {
    private final Permits permits;
    private final Subject subject;
    private final int size;
    private final int maxQueue;
    private final boolean bounded;
    private final long maxWaitNanos;
    private final LimitSettings settings;

    /** Several policies share {@code permits} if they have a name in common. */
    LimitPolicy(Subject subject, LimitSettings settings, Permits permits) {
        this.subject = subject;
        this.settings = settings;
        this.permits = permits;
        this.size = settings.permits();
        Duration maxWait = settings.maxWait();
        this.bounded = maxWait != null;
        this.maxWaitNanos = maxWait == null ? Nanos.MAX : Nanos.of(maxWait);
        this.maxQueue = maxWaitNanos == 0 ? 0 : settings.maxQueue();
    }

    /**
     * Takes a permit, and waits for one if need be.
     *
     * @throws LimitExceededException if too many wait, or the wait took too long
     * @throws TaskInterruptedException if the thread is interrupted while it waits; the flag is kept
     * @throws CancellationException if the context is cancelled while the thread waits
     * @throws DeadlineExceededException if the deadline passes while the thread waits
     */
    public void acquire() {
        if (!permits.take()) {
            awaitTurnUninterrupted();
        }
    }

    /**
     * As {@link #acquire}, in a method that declares {@link InterruptedException}.
     *
     * @throws InterruptedException if the thread is interrupted while it waits; the flag is cleared
     * @throws LimitExceededException if too many wait, or the wait took too long
     * @throws CancellationException if the context is cancelled while the thread waits
     * @throws DeadlineExceededException if the deadline passes while the thread waits
     */
    public void acquireInterruptibly() throws InterruptedException {
        if (!permits.take()) {
            awaitTurn(true);
        }
    }

    /**
     * Gives a permit back, to whoever has waited longest.
     *
     * @throws IllegalStateException if none was taken
     */
    public void release() {
        long before = permits.increment();
        if (before < 0) {
            wakeNext();
        } else if (before >= size) {
            permits.decrement();
            throw new IllegalStateException("released more often than acquired: " + label());
        }
    }

    private void wakeNext() {
        Permits.Waiter next = permits.grant();
        if (next != null) {
            next.wake();
        }
    }

    private void awaitTurnUninterrupted() {
        try {
            awaitTurn(false);
        } catch (InterruptedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private void awaitTurn(boolean interruptibly) throws InterruptedException {
        Wait wait = new Wait(subject.time());
        Permits.Waiter waiter = new Permits.Waiter(wait);
        if (!permits.enter(waiter, maxQueue)) {
            throw refused("has no permit free");
        }
        if (waiter.isGranted()) {
            return;
        }
        subject.limited(label());
        Wait.Outcome outcome = bounded ? wait.awaitUntil(subject.time().nanoTime() + maxWaitNanos) : wait.await();
        switch (outcome) {
            case SIGNALLED -> {} // only a grant does that
            case TIME_UP -> {
                if (permits.leave(waiter)) {
                    throw refused("had no permit free for " + settings.maxWait());
                }
            }
            case CONTEXT_ENDED, INTERRUPTED -> {
                if (!permits.leave(waiter)) {
                    release();
                }
                if (interruptibly && outcome == Wait.Outcome.INTERRUPTED) {
                    Thread.interrupted();
                    throw new InterruptedException(subject.name() + " was interrupted while it waited for " + label());
                }
                throw Wait.failure(outcome, subject.name(), null);
            }
        }
    }

    private LimitExceededException refused(String why) {
        LimitExceededException refusal = new LimitExceededException(
                subject.name() + ": " + label() + " " + why + ", and " + permits.waiting() + " others wait for one");
        subject.rejected(refusal);
        return refusal;
    }

    /** For messages and events, as a user would write it. */
    private String label() {
        String name = settings.name();
        return "@Limit(" + size + ")" + (name.isEmpty() ? "" : " \"" + name + '"');
    }

    /** The books, for tests. */
    Permits permits() {
        return permits;
    }

    /** For people: the limit and whose it is. */
    @Override
    public String toString() {
        return label() + " of " + subject.name();
    }
}
