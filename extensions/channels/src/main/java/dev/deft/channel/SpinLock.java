package dev.deft.channel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A lock for a few field accesses: it is free again before a thread could have been parked and woken. Not reentrant, and
 * not fair.
 *
 * <p>Who finds it taken spins a little, then yields, and so on: the holder may be a thread that the machine has put aside.
 * So the holder calls nothing that blocks or yields. For a virtual thread that has left its carrier need not come back
 * while others yield in turn on all carriers.
 */
sealed class SpinLock permits ChannelState {
    private static final int SPINS = 64;

    private static final VarHandle HELD;

    static {
        try {
            HELD = MethodHandles.lookup().findVarHandle(SpinLock.class, "held", boolean.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private volatile boolean held;

    @SuppressWarnings("ThreadPriorityCheck") // there is nothing to park on
    final void lock() {
        while (!tryLock()) {
            Thread.yield();
        }
    }

    /** For who holds another one: spins, but does not yield. */
    final boolean tryLock() {
        return HELD.compareAndSet(this, false, true) || tryLockContended();
    }

    private boolean tryLockContended() {
        for (int i = 0; i < SPINS; i++) {
            Thread.onSpinWait();
            if (!held && HELD.compareAndSet(this, false, true)) {
                return true;
            }
        }
        return false;
    }

    final void unlock() {
        HELD.setRelease(this, false);
    }
}
