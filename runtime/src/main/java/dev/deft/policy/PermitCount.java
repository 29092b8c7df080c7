package dev.deft.policy;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Keeps what stands before {@link PermitCount} off its cache lines; nothing reads these. */
abstract class PermitCountBefore {
    long b00, b01, b02, b03, b04, b05, b06, b07, b08, b09, b10, b11, b12, b13, b14, b15;
}

/**
 * The count of a limit, alone on its cache lines, because every thread that enters or leaves writes it: the permits that
 * are free, or, below zero, those that callers wait for and have not been promised yet.
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
    PermitCount(long permits) {
        this.count = permits;
    }

    /** Permits free, or, below zero, those that callers wait for and are not under way to them. */
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

    /** Adds; gives the count before. */
    final long add(long permits) {
        return (long) COUNT.getAndAdd(this, permits);
    }

    /** Takes back what was taken, as far as nothing is owed for it yet; gives how much that is. */
    final long untake(long permits) {
        for (long now = count; now < 0; now = count) {
            long back = Math.min(permits, -now);
            if (COUNT.compareAndSet(this, now, now + back)) {
                return back;
            }
        }
        return 0;
    }
}
