package dev.deft;

import dev.deft.internal.Wait;
import java.time.Duration;

/**
 * One wait of one thread: until it is signalled, its time is up, its context ends or it is interrupted, whichever is
 * first. Exactly one of them is the outcome, so what is handed over with a signal is never lost.
 *
 * <p>It is for those who build what blocks its callers, such as a channel or a pool: cancellation and deadlines end such
 * a wait, {@link Task#status} tells of it, and a {@link dev.deft.time.VirtualTime} sees it. Whoever is to wait makes
 * it, shows it to those who may signal, and waits:
 *
 * <ol>
 *   <li>the thread calls {@link #begin} and puts the result where others find it;
 *   <li>it calls {@link #await()} or {@link #await(Duration)}, once;
 *   <li>after any outcome but {@link Outcome#SIGNALLED} it takes the result away from where it was put. What was handed
 *       over to it meanwhile, though the signal came too late, it keeps or passes on.
 * </ol>
 */
public sealed interface TaskWait permits Wait {
    /**
     * A wait of the current thread in its current context, by the time of that context: its runtime's, and outside of
     * any task the machine's.
     *
     * @return a new wait, which serves once
     */
    static TaskWait begin() {
        return new Wait();
    }

    /**
     * Ends the wait, or lets it not begin. For any thread; blocks nowhere.
     *
     * @return true if this made the outcome {@link Outcome#SIGNALLED}; false if it had one before
     */
    boolean signal();

    /**
     * Whether this has an outcome. Who expects a signal at once may look here a few times before it waits, since to be
     * parked and woken takes longer than that.
     *
     * @return true if {@link #await()} would return at once
     */
    boolean isDecided();

    /**
     * Waits without a bound in time. Called once, by the thread that began this wait; returns at once if it was
     * signalled before.
     *
     * @return the outcome; never {@link Outcome#TIME_UP}
     */
    Outcome await();

    /**
     * As {@link #await()}, for so long at most.
     *
     * @param timeout how long from now, by the time in which this began; zero or less is up at once
     * @return the outcome
     */
    Outcome await(Duration timeout);

    /**
     * What to throw after an outcome that is neither a signal nor the time.
     *
     * @param outcome {@link Outcome#CONTEXT_ENDED} or {@link Outcome#INTERRUPTED}
     * @return a new exception that names the task: a {@link java.util.concurrent.CancellationException} or a
     *     {@link DeadlineExceededException} if the context ended, else a {@link TaskInterruptedException}; the thread's
     *     interrupt flag stays as it is
     * @throws IllegalArgumentException for another outcome
     */
    RuntimeException failure(Outcome outcome);

    /** How a wait ended. */
    enum Outcome {
        /** {@link TaskWait#signal} was called. */
        SIGNALLED,
        /** The time is up. */
        TIME_UP,
        /** The context ended: it was cancelled, or its deadline passed. */
        CONTEXT_ENDED,
        /** The thread was interrupted; its flag is still set. */
        INTERRUPTED
    }
}
