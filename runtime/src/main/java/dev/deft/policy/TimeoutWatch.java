package dev.deft.policy;

import dev.deft.TaskTimeoutException;
import dev.deft.internal.Interrupts;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The watch over one attempt, from {@link TimeoutPolicy#start} to one of its {@code stop} methods, of which exactly one
 * has to be called, once, by the thread that started it. It must not be touched afterwards: it may watch over somebody
 * else by then.
 *
 * <p>If the time is up before that, the thread is interrupted. After {@code stop}, no interrupt of this watch is left or
 * will come; one that had another origin stays, and one that was meant for what encloses the attempt is set again if the
 * attempt came to a result in spite of it.
 */
public abstract class TimeoutWatch {
    /** For the kinds of it. */
    TimeoutWatch() {}

    /**
     * The body returned.
     *
     * @throws TaskTimeoutException if the time was up: the body has ended late, and its result is dropped
     */
    public final void stop() {
        Expired expired = end();
        if (expired != null) {
            throw expired.policy.finishedLate(expired.timeout);
        }
        Interrupts.remind();
    }

    /**
     * The body threw {@code failure}; returns if that was in time.
     *
     * @param failure what it threw
     * @throws TaskTimeoutException if the time was up, with {@code failure} as its cause
     */
    public final void stop(Throwable failure) {
        Expired expired = end();
        if (expired != null) {
            throw expired.policy.exceeded(expired.timeout, failure);
        }
    }

    /** Ends the watch and settles its interrupt; null if that was in time. */
    abstract @Nullable Expired end();

    /**
     * That the time was up.
     *
     * @param policy whose watch it was
     * @param timeout how much time there was
     */
    record Expired(TimeoutPolicy policy, Duration timeout) {}
}
