package dev.deft.policy;

import dev.deft.internal.Interrupts;
import dev.deft.time.TimeSource;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Keeps each {@link SweptWatch} off the cache lines of the one before it; nothing reads these. */
abstract class SweptWatchBefore extends TimeoutWatch {
    long b00, b01, b02, b03, b04, b05, b06, b07, b08, b09, b10, b11, b12, b13, b14, b15;
}

/**
 * A slot of a {@link WatchTable}: the watch over one attempt at a time, used again and again.
 *
 * <p>One word says who it belongs to: a phase, and above it a number that each use increments, so that the sweeper cannot
 * take one use for another. In use, it is changed by two sides only, from {@code BUSY}, by compare-and-set: by the owner
 * to {@code IDLE}, or by the sweeper to {@code FIRING}. So either the attempt has ended and is never interrupted, or it
 * is interrupted and its owner finds out, waits for the interrupt to have happened, and takes it back.
 */
final class SweptWatch extends SweptWatchBefore {
    private static final long PHASE = 7;

    private static final int IDLE = 0;
    /** Taken, and about to be {@link #BUSY}. */
    private static final int CLAIMED = 1;

    private static final int BUSY = 2;
    /** The time is up and the owner is about to be interrupted. */
    private static final int FIRING = 3;

    private static final int FIRED = 4;

    private static final VarHandle STATE;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(SweptWatch.class, "state", long.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private volatile long state;

    // Written between claim and publication, read by the sweeper once it has won.
    private long nanos;
    private @Nullable Thread owner;
    private @Nullable TimeoutPolicy policy;

    /** Starts to watch over the thread, which is the current one, if this slot is free. */
    boolean claim(Thread thread, TimeoutPolicy policy, long nanos) {
        long idle = state;
        if ((idle & PHASE) != IDLE || !STATE.compareAndSet(this, idle, idle | CLAIMED)) {
            return false;
        }
        this.owner = thread;
        this.policy = policy;
        this.nanos = nanos;
        STATE.setRelease(this, idle | BUSY);
        return true;
    }

    @Override
    @Nullable
    Expired end() {
        long busy = (long) STATE.getOpaque(this); // the last to write it but the sweeper was this thread
        if ((busy & PHASE) == BUSY && STATE.compareAndSet(this, busy, next(busy))) {
            return null;
        }
        return endFired();
    }

    @SuppressWarnings("ThreadPriorityCheck") // the sweeper is between two instructions
    private @Nullable Expired endFired() {
        long fired;
        while (((fired = state) & PHASE) == FIRING) {
            Thread.yield();
        }
        if ((fired & PHASE) != FIRED) {
            throw new IllegalStateException("This watch has been stopped before");
        }
        Interrupts.settle();
        TimeoutPolicy expired = policy;
        Duration timeout = Duration.ofNanos(nanos);
        if (expired != null) {
            expired.overdue().ended(this);
        }
        STATE.setRelease(this, next(fired));
        return expired == null ? null : new Expired(expired, timeout);
    }

    /** The state of the next use. */
    private static long next(long state) {
        return (state | PHASE) + 1;
    }

    /** What the sweeper tells uses apart by. */
    long state() {
        return state;
    }

    /** Whether the state is that of an attempt that runs within its time. */
    static boolean isBusy(long state) {
        return (state & PHASE) == BUSY;
    }

    /** Whether the state is that of an attempt about to begin. */
    static boolean isClaimed(long state) {
        return (state & PHASE) == CLAIMED;
    }

    /** The timeout of the use that is busy. Right only if that use is still the current one: see {@link #fire}. */
    long nanos() {
        return nanos;
    }

    /** Interrupts the attempt that had this state, unless it has ended. For the sweeper. */
    void fire(long busy) {
        long firing = (busy & ~PHASE) | FIRING;
        if (!STATE.compareAndSet(this, busy, firing)) {
            return;
        }
        try {
            Thread thread = owner;
            TimeoutPolicy exceeded = policy;
            if (thread != null && exceeded != null) {
                exceeded.overdue().began(this);
                Interrupts.fire(TimeSource.system(), thread);
            }
        } finally {
            STATE.setRelease(this, (busy & ~PHASE) | FIRED);
        }
    }

    /** Lets go of the thread and the policy of the last use, unless there is a next one already. For the sweeper. */
    void tidy() {
        long idle = state;
        if (owner != null && (idle & PHASE) == IDLE && STATE.compareAndSet(this, idle, idle | CLAIMED)) {
            owner = null;
            policy = null;
            STATE.setRelease(this, idle);
        }
    }
}
