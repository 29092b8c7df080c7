package dev.deft.policy;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Keeps what stands before {@link PermitCount} off its cache lines; nothing reads these. */
abstract class PermitCountBefore {
    long b00, b01, b02, b03, b04, b05, b06, b07, b08, b09, b10, b11, b12, b13, b14, b15;
}

/**
 * The count of a limit, alone on its cache lines, because every thread that enters or leaves writes it: the permits that
 * are free, or, below zero, the callers that wait and have been promised none yet.
 */
abstract class PermitCount extends PermitCountBefore {
    private static final VarHandle COUNT;

    static {
        try {
            COUNT = MethodHandles.lookup().findVarHandle(PermitCount.class, "count", long.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private volatile long count;

    /** A count with so many permits free. */
    PermitCount(int permits) {
        this.count = permits;
    }

    /** Permits free, or, below zero, callers to whom one is owed. */
    final long count() {
        return count;
    }

    /** Takes one; gives the count before. */
    final long decrement() {
        return (long) COUNT.getAndAdd(this, -1L);
    }

    /** Gives one; gives the count before. */
    final long increment() {
        return (long) COUNT.getAndAdd(this, 1L);
    }

    /** Takes a {@link #decrement} back if nothing is owed for it yet. */
    final boolean undecrement() {
        for (long now = count; now < 0; now = count) {
            if (COUNT.compareAndSet(this, now, now + 1)) {
                return true;
            }
        }
        return false;
    }
}
