package dev.deft.samples.orders.faults;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransactionRollbackException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Makes calls fail: so many of them, chosen by a seed. The same seed gives the same failures to the same sequence of
 * calls.
 */
public final class Faults {
    /** How a call hangs. */
    @FunctionalInterface
    public interface Stall {
        /**
         * Waits.
         *
         * @param duration for how long
         * @throws InterruptedException if somebody loses patience
         */
        void sleep(Duration duration) throws InterruptedException;
    }

    private static final Duration FOREVER = Duration.ofMinutes(5);

    private final long seed;
    private final double rate;
    private final Stall stall;
    private final List<Fault> kinds;
    private final AtomicLong calls = new AtomicLong();
    private final Map<Fault, LongAdder> counts = new EnumMap<>(Fault.class);

    /**
     * Faults of the given kinds.
     *
     * @param seed what chooses them
     * @param rate the share of calls that go wrong, from 0 to 1
     * @param stall how a call hangs
     * @param kinds what may happen, each as likely as the others
     */
    public Faults(long seed, double rate, Stall stall, List<Fault> kinds) {
        this.seed = seed;
        this.rate = rate;
        this.stall = stall;
        this.kinds = List.copyOf(kinds);
        for (Fault kind : Fault.values()) {
            counts.put(kind, new LongAdder());
        }
    }

    /**
     * No faults at all.
     *
     * @return a quiet day
     */
    public static Faults none() {
        return new Faults(0, 0, duration -> {}, List.of());
    }

    /**
     * How often each kind has happened.
     *
     * @return the counts
     */
    public Map<Fault, Long> counts() {
        Map<Fault, Long> result = new EnumMap<>(Fault.class);
        counts.forEach((kind, count) -> result.put(kind, count.sum()));
        return result;
    }

    /** Passes a place where something may go wrong. */
    void pass(String place) throws SQLException {
        // One generator a call: threads do not share any, and the n-th call's fate depends on the seed and n alone.
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + calls.incrementAndGet());
        if (random.nextDouble() < rate) {
            Fault fault = kinds.get(random.nextInt(kinds.size()));
            counts.get(fault).increment();
            happen(fault, place);
        }
    }

    private void happen(Fault fault, String place) throws SQLException {
        switch (fault) {
            case BROKEN_CONNECTION ->
                throw new SQLNonTransientConnectionException("connection broken at " + place, "08006");
            case CONFLICT -> throw new SQLTransactionRollbackException("conflict at " + place, "40001");
            case BUG -> throw new IllegalStateException("bug at " + place);
            case ERROR -> throw new OutOfMemoryError("no memory at " + place);
            case INTERRUPT -> Thread.currentThread().interrupt();
            case STALL -> stall(place);
        }
    }

    private void stall(String place) throws SQLException {
        try {
            stall.sleep(FOREVER);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt(); // as a driver should: what follows must still see it
            throw new SQLTimeoutException("interrupted while it hung at " + place, "57014", interrupted);
        }
    }
}
