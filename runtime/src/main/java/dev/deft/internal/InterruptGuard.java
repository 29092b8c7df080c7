package dev.deft.internal;

import dev.deft.time.TimeSource;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decides between a part of a thread's work that ends and somebody who wants to interrupt it: exactly one of them wins.
 * So the interrupt never reaches what the thread does next.
 */
public final class InterruptGuard {
    private static final int RUNNING = 0;
    private static final int FIRING = 1;
    private static final int FIRED = 2;
    private static final int DONE = 3;
    private static final int UNBEGUN = 4;

    private static final VarHandle STATE;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(InterruptGuard.class, "state", int.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    /** Null while the work has no thread. */
    private @Nullable Thread owner;

    private volatile int state;

    /** Guards what the current thread does from here to {@link #finish}. */
    public InterruptGuard() {
        this(Thread.currentThread());
    }

    /**
     * Guards what a thread does from its start to {@link #finish}.
     *
     * @param owner the thread, which has not started
     */
    public InterruptGuard(Thread owner) {
        this.owner = owner;
    }

    /**
     * Guards work that has no thread yet.
     *
     * @return a guard whose part runs from {@link #begin} to {@link #finish}
     */
    public static InterruptGuard unbegun() {
        InterruptGuard guard = new InterruptGuard(Thread.currentThread());
        guard.owner = null;
        guard.state = UNBEGUN;
        return guard;
    }

    /** The work has got a thread, the current one. Once, for a guard that was {@link #unbegun}. */
    public void begin() {
        owner = Thread.currentThread();
        state = RUNNING;
    }

    /** The thread has ended the part and goes on with what is no business of this. For the thread itself. */
    public void surrender() {
        owner = null;
    }

    /**
     * Interrupts the guarded part, if it still runs. For any thread.
     *
     * @param time where the owner may be parked
     * @return true if this call interrupted it; false if the part has not begun, has ended, or was interrupted through
     *     this guard before
     */
    public boolean fire(TimeSource time) {
        if (!STATE.compareAndSet(this, RUNNING, FIRING)) {
            return false;
        }
        try {
            Interrupts.fire(time, owner());
        } finally {
            state = FIRED; // or the owner would wait for it for ever
        }
        return true;
    }

    /**
     * Ends the guarded part, on its thread; afterwards no interrupt of this guard is, or becomes, visible.
     *
     * @return true if it had been interrupted through this guard
     */
    public boolean finish() {
        boolean fired = end();
        if (fired) {
            Interrupts.settle();
        }
        return fired;
    }

    /** Instead of {@link #finish}, for an owner that will not start. For any thread. */
    public void discard() {
        if (end()) {
            Interrupts.forget(owner());
        }
    }

    @SuppressWarnings("ThreadPriorityCheck") // a spin would keep the other side off this carrier
    private boolean end() {
        if (STATE.compareAndSet(this, RUNNING, DONE) || STATE.compareAndSet(this, UNBEGUN, DONE) || state == DONE) {
            return false;
        }
        while (state == FIRING) {
            Thread.yield(); // the other side is between two instructions
        }
        state = DONE;
        return true;
    }

    /**
     * Whether {@link #fire} has won, or is about to have.
     *
     * @return true until {@link #finish}
     */
    public boolean isFired() {
        int now = state;
        return now == FIRING || now == FIRED;
    }

    /**
     * Whether the current thread is the one whose work is guarded.
     *
     * @return true for that thread, after {@link #finish} too, until {@link #surrender}
     */
    public boolean isOwner() {
        return owner == Thread.currentThread();
    }

    /**
     * Whose work is guarded.
     *
     * @return the thread, which there is between {@link #begin} and {@link #surrender}
     */
    public Thread owner() {
        return Objects.requireNonNull(owner);
    }
}
