package dev.deft.policy;

import dev.deft.DeadlineExceededException;
import dev.deft.LimitExceededException;
import dev.deft.TaskInterruptedException;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Lets, for {@code @Limit}, so many in at once and has the others wait, first come first served. Thread-safe.
 *
 * <p>Each permit taken has to be released once, by any thread. A call may weigh more than one permit: then it takes, and
 * releases, as many. A heavy call is not overtaken by lighter ones behind it. While enough permits are free, taking them is
 * one atomic addition, which looks neither at the thread's interrupt flag nor at its context.
 *
 * <p>When the settings change, who is inside stays inside: if there are fewer permits now, the next ones that are given back
 * vanish. Who waits already keeps to the former {@code maxWait}; if it weighs more than there are permits now, it waits
 * until there are enough again. A limit that is switched off lets in all who wait, and keeps count of who is inside.
 */
public final class LimitPolicy extends Policy<LimitSettings> {
    private final Permits permits;
    private final Gate gate;
    private final KeyedStore.@Nullable Entry<Limits.Limit> entry;

    /** With permits of its own, or such as are shared in a way that only a test would. */
    LimitPolicy(Subject subject, LimitSettings settings, Permits permits) {
        this(subject, new Gate(settings, permits), null);
    }

    /**
     * Several policies share {@code gate} if they have a name in common.
     *
     * @param entry for the limit of a key: what keeps it
     */
    LimitPolicy(Subject subject, Gate gate, KeyedStore.@Nullable Entry<Limits.Limit> entry) {
        super(subject);
        this.gate = gate;
        this.permits = gate.permits();
        this.entry = entry;
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
            gate.await(subject, 1, 1);
        }
    }

    /**
     * Takes permits, and waits until all are there if need be.
     *
     * @param weight how many; zero takes nothing and never waits
     * @throws IllegalArgumentException if {@code weight} is negative, or more than there are permits
     * @throws LimitExceededException if too many wait, or the wait took too long
     * @throws TaskInterruptedException if the thread is interrupted while it waits; the flag is kept
     * @throws CancellationException if the context is cancelled while the thread waits
     * @throws DeadlineExceededException if the deadline passes while the thread waits
     */
    public void acquire(int weight) {
        gate.check(subject, weight);
        int missing = weight == 0 ? 0 : permits.take(weight);
        if (missing > 0) {
            gate.await(subject, weight, missing);
        }
    }

    /**
     * As {@link #acquire()}, in a method that declares {@link InterruptedException}.
     *
     * @throws InterruptedException if the thread is interrupted while it waits; the flag is cleared
     * @throws LimitExceededException if too many wait, or the wait took too long
     * @throws CancellationException if the context is cancelled while the thread waits
     * @throws DeadlineExceededException if the deadline passes while the thread waits
     */
    public void acquireInterruptibly() throws InterruptedException {
        if (!permits.take()) {
            gate.awaitInterruptibly(subject, 1, 1);
        }
    }

    /**
     * As {@link #acquire(int)}, in a method that declares {@link InterruptedException}.
     *
     * @param weight how many; zero takes nothing and never waits
     * @throws InterruptedException if the thread is interrupted while it waits; the flag is cleared
     * @throws IllegalArgumentException if {@code weight} is negative, or more than there are permits
     * @throws LimitExceededException if too many wait, or the wait took too long
     * @throws CancellationException if the context is cancelled while the thread waits
     * @throws DeadlineExceededException if the deadline passes while the thread waits
     */
    public void acquireInterruptibly(int weight) throws InterruptedException {
        gate.check(subject, weight);
        int missing = weight == 0 ? 0 : permits.take(weight);
        if (missing > 0) {
            gate.awaitInterruptibly(subject, weight, missing);
        }
    }

    /**
     * Gives a permit back, to whoever has waited longest.
     *
     * @throws IllegalStateException if none was taken
     */
    public void release() {
        if (!permits.release()) {
            throw tooOften();
        }
    }

    /**
     * Gives permits back, to those who have waited longest.
     *
     * @param weight how many, as {@link #acquire(int)} was told
     * @throws IllegalArgumentException if {@code weight} is negative
     * @throws IllegalStateException if not so many were taken
     */
    public void release(int weight) {
        if (weight < 0) {
            throw new IllegalArgumentException("a weight must not be negative, but is " + weight);
        }
        if (weight > 0 && !permits.release(weight)) {
            throw tooOften();
        }
    }

    private IllegalStateException tooOften() {
        return new IllegalStateException("released more often than acquired: " + this);
    }

    @Override
    SettingsWord<LimitSettings> definition() {
        return LimitSettings.WORD;
    }

    @Override
    public LimitSettings settings() {
        return gate.settings();
    }

    @Override
    void apply(LimitSettings settings) {
        gate.change(settings);
    }

    @Override
    LimitSettings sharing(LimitSettings settings) {
        return settings.named(sharedName());
    }

    @Override
    public String sharedName() {
        return settings().name();
    }

    @Override
    public LimitState state() {
        return gate.state();
    }

    /** The books, for tests. */
    Permits permits() {
        return permits;
    }

    /** What keeps this, if it is the limit of a key. */
    KeyedStore.@Nullable Entry<Limits.Limit> entry() {
        return entry;
    }

    /** For people: the limit and whose it is. */
    @Override
    public String toString() {
        return gate.settings().label() + " of " + subject.name();
    }
}
