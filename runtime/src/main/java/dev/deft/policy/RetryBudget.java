package dev.deft.policy;

import dev.deft.internal.OneWaySwitch;
import dev.deft.time.TimeSource;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Bounds what retries and hedges add to the load, so that they do not multiply it when what they call is in trouble.
 *
 * <p>Each call pays in its {@linkplain #ratio() ratio}, each retry and each hedge takes out 1. What was paid in can be
 * taken out for ten seconds, and beside it there are 100 retries for each ten seconds, so that a method that is called
 * seldom still retries. This is <a
 * href="https://github.com/twitter/finagle/blob/develop/finagle-core/src/main/scala/com/twitter/finagle/service/RetryBudget.scala">Finagle's
 * {@code RetryBudget}</a> with its defaults. Unlike there, paying in does not read the clock: calls are counted in
 * batches of 64, so up to 64 calls may count as later than they were.
 *
 * <p>Thread-safe. {@link #deposit} never waits and allocates nothing.
 */
public final class RetryBudget {
    /** Retries that each second allows beside the ratio of the calls. */
    static final int FLOOR_PER_SECOND = 10;

    /** How long what was paid in counts. */
    static final int SECONDS = 10;

    /** On from the first budget of the process on; before that calls need not pay. */
    static final OneWaySwitch IN_USE = new OneWaySwitch();

    /** What a ratio may be at most, as in Finagle. */
    private static final double MAX_RATIO = 1000;

    /** What a retry costs; a ratio is kept in these parts. */
    private static final long RETRY = 1_000_000;

    private static final long SLICE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int BATCH = 64;

    private static final VarHandle UNCOUNTED;

    static {
        try {
            UNCOUNTED = MethodHandles.lookup().findVarHandle(RetryBudget.class, "uncounted", int.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final TimeSource time;
    private volatile double ratio;

    /** Calls that paid in and stand in no slice yet. */
    private volatile int uncounted;

    /** Guards all below; held for a few steps only. */
    private final ReentrantLock lock = new ReentrantLock();

    /** What was paid in less what was taken out, second by second; the newest at {@link #newest}. */
    private final long[] slices = new long[SECONDS];

    private int newest;
    private long newestBegan;
    private long sum;

    /**
     * A budget for whoever is given it.
     *
     * @param time whose seconds count
     * @param ratio retries and hedges for each call
     * @throws IllegalArgumentException if the ratio is not above 0 and at most 1000
     */
    public RetryBudget(TimeSource time, double ratio) {
        this.time = time;
        this.ratio = positive(ratio);
        this.newestBegan = time.nanoTime();
        IN_USE.turnOn();
    }

    /**
     * Checks the ratio of a setting.
     *
     * @param ratio retries and hedges for each call; 0 for no budget
     * @return the same
     * @throws IllegalArgumentException if it is negative or more than 1000
     */
    public static double checked(double ratio) {
        if (!(ratio >= 0 && ratio <= MAX_RATIO)) {
            throw new IllegalArgumentException(
                    "a retry budget must be at least 0 and at most 1000 retries for each call, but is " + ratio);
        }
        return ratio;
    }

    private static double positive(double ratio) {
        if (ratio == 0) {
            throw new IllegalArgumentException("a retry budget must be above 0, but is " + ratio);
        }
        return checked(ratio);
    }

    /**
     * Retries and hedges that each call pays for.
     *
     * @return more than 0; 0.2 means one retry for five calls
     */
    public double ratio() {
        return ratio;
    }

    /**
     * Changes the ratio for the calls to come; what was paid in stays.
     *
     * @param ratio retries and hedges for each call
     * @throws IllegalArgumentException if it is not above 0 and at most 1000
     */
    public void change(double ratio) {
        positive(ratio);
        lock.lock();
        try {
            count();
            this.ratio = ratio;
        } finally {
            lock.unlock();
        }
    }

    /**
     * How many retries could be made at this moment.
     *
     * @return 0 or more
     */
    public long balance() {
        lock.lock();
        try {
            roll();
            count();
            return Math.max(0, available() / RETRY);
        } finally {
            lock.unlock();
        }
    }

    /** Pays in for one call. */
    void deposit() {
        if ((int) UNCOUNTED.getAndAdd(this, 1) >= BATCH - 1 && lock.tryLock()) {
            try {
                roll();
                count();
            } finally {
                lock.unlock();
            }
        }
    }

    /**
     * Takes out for one retry or hedge.
     *
     * @return false if there is not enough; then nothing is taken
     */
    boolean tryWithdraw() {
        lock.lock();
        try {
            roll();
            count();
            if (available() < RETRY) {
                return false;
            }
            add(-RETRY);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Puts back what {@link #tryWithdraw} took a moment ago, for a retry that is not made after all. */
    void putBack() {
        lock.lock();
        try {
            add(RETRY);
        } finally {
            lock.unlock();
        }
    }

    private long available() {
        return sum + (long) FLOOR_PER_SECOND * SECONDS * RETRY;
    }

    /** Dates the calls that paid in since the last time. */
    private void count() {
        int calls = (int) UNCOUNTED.getAndSet(this, 0);
        add(calls * Math.max(1, Math.round(ratio * RETRY)));
    }

    private void add(long amount) {
        slices[newest] += amount;
        sum += amount;
    }

    /** Forgets what is too old. A clock that goes backwards forgets nothing. */
    private void roll() {
        long passed = (time.nanoTime() - newestBegan) / SLICE_NANOS;
        for (long slice = Math.min(passed, SECONDS); slice > 0; slice--) {
            newest = (newest + 1) % SECONDS;
            sum -= slices[newest];
            slices[newest] = 0;
        }
        if (passed > 0) {
            newestBegan += passed * SLICE_NANOS;
        }
    }

    /** For people: the ratio and the balance. */
    @Override
    public String toString() {
        return "ratio = " + ratio + ", balance = " + balance();
    }
}
