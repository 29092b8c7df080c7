package dev.deft.policy;

import dev.deft.internal.DurationText;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.time.Duration;

/**
 * A token bucket in one number: the moment at which it will be full again if nobody takes anything more.
 *
 * <p>This is the virtual scheduling form of the <i>generic cell rate algorithm</i> (ITU-T I.371, annex A; ATM Forum Traffic
 * Management 4.0, section 4.4), whose <i>theoretical arrival time</i> that moment is. A bucket holds {@code burst} tokens
 * and gains {@code permits} in each {@code per}, steadily; so of any stretch of time {@code t}, wherever it begins, at
 * most {@code burst + permits × t / per} tokens are taken, and not one more. Taking is one compare-and-set.
 *
 * <p>Nothing is rounded: moments are counted in fractions of a nanosecond such that a nanosecond and a token are both
 * whole numbers of them. Only where those numbers would become too large (many permits that share no divisor with a long
 * {@code per}) is the rate rounded, and then down.
 *
 * <p>A caller that may wait reserves: it takes its tokens before they are there, so that the bucket is in debt, and acts
 * in the first nanosecond in which they are. Those who come later queue behind it without any queue. A reservation can be cancelled; what those
 * behind it have built upon stays taken, as in {@code Reservation.Cancel} of golang.org/x/time/rate.
 *
 * <p>Moments count from the bucket's origin, and a bucket serves up to a horizon. Then, as after a change of the rate, it
 * is {@linkplain #close closed} and another takes over what it held. So nothing overflows however long it is idle.
 */
final class TokenBucket {
    /** The answer of {@link #reserve} when the tokens would come too late. */
    static final long REFUSED = -1;

    /** The answer of {@link #reserve} when the bucket is closed. */
    static final long CLOSED = -2;

    private static final long LARGEST_CAPACITY = 1L << 60;
    private static final long LARGEST_SCALE = 1L << 25;
    private static final long LATEST_MOMENT = 1L << 61;
    private static final long LARGEST_DEBT = 1L << 62;

    /** In the place of the moment when the bucket is closed: later than any, so that nobody finds a token. */
    private static final long NEVER = Long.MAX_VALUE;

    private static final VarHandle FULL_AT;

    static {
        try {
            FULL_AT = MethodHandles.lookup().findVarHandle(TokenBucket.class, "fullAt", long.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    /** A reading of the clock: moment zero. */
    private final long origin;

    /** Moments in a nanosecond. */
    private final long scale;

    /** Moments that it takes to gain a token. */
    private final long token;

    /** Moments that it takes to fill the empty bucket. */
    private final long capacity;

    /** Nanoseconds from the origin up to which this serves. */
    private final long horizon;

    private final int burst;

    private volatile long fullAt;

    private TokenBucket(long origin, long scale, long token, int burst, long fullAt) {
        this.origin = origin;
        this.scale = scale;
        this.token = token;
        this.burst = burst;
        this.capacity = token * burst;
        this.horizon = LATEST_MOMENT / scale;
        this.fullAt = fullAt;
    }

    /**
     * A full bucket.
     *
     * @param permits tokens gained in {@code perNanos}, at least 1
     * @param perNanos nanoseconds, at least 1
     * @param burst the most tokens that it holds, at least 1
     * @param now reading of the clock
     * @throws IllegalArgumentException if it would take the bucket more than 36 years to fill
     */
    static TokenBucket full(int permits, long perNanos, int burst, long now) {
        long divisor = greatestCommonDivisor(permits, perNanos);
        long scale = permits / divisor;
        long token = perNanos / divisor;
        while (scale > LARGEST_SCALE || token > LARGEST_CAPACITY / burst) {
            scale >>= 1;
            token = (token + 1) >> 1;
        }
        if (scale == 0) {
            throw new IllegalArgumentException(
                    "a rate of " + permits + " in " + DurationText.of(Duration.ofNanos(perNanos)) + " with a burst of "
                            + burst + " would take more than 36 years to gain its burst");
        }
        return new TokenBucket(now, scale, token, burst, 0);
    }

    private static long greatestCommonDivisor(long a, long b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    /**
     * Takes a token if there is one.
     *
     * @param now reading of the clock
     * @return false if there is none, or this does not serve any longer: {@link #reserve} tells
     */
    boolean take(long now) {
        long elapsed = now - origin;
        if (Long.compareUnsigned(elapsed, horizon) > 0) {
            return false;
        }
        long moment = elapsed * scale;
        long latest = moment + capacity - token;
        for (; ; ) {
            long full = fullAt;
            if (full > latest) {
                return false;
            }
            if (FULL_AT.weakCompareAndSet(this, full, Math.max(full, moment) + token)) {
                return true;
            }
        }
    }

    /**
     * Takes tokens that are there or will be soon enough.
     *
     * @param now reading of the clock
     * @param tokens how many, at least 1 and at most the burst
     * @param longestWait how long they may take to come, in nanoseconds
     * @return a reservation, never negative, for {@link #readyAt} and {@link #cancel}; or {@link #REFUSED} or
     *     {@link #CLOSED}, and then nothing is taken
     */
    long reserve(long now, int tokens, long longestWait) {
        long moment = momentOf(now);
        long cost = tokens * token;
        for (; ; ) {
            long full = fullAt;
            if (full == NEVER) {
                return CLOSED;
            }
            long next = Math.max(full, moment) + cost;
            if (next > LARGEST_DEBT || waitFor(next, moment) > longestWait) {
                return REFUSED;
            }
            if (FULL_AT.compareAndSet(this, full, next)) {
                return next;
            }
        }
    }

    /** Nanoseconds until tokens are there, if nobody takes any before; nothing is taken. */
    long waitFor(int tokens, long now) {
        long moment = momentOf(now);
        long full = fullAt;
        return full == NEVER ? 0 : waitFor(Math.max(full, moment) + tokens * token, moment);
    }

    private long waitFor(long next, long moment) {
        return Math.max(0, Math.ceilDiv(next - capacity - moment, scale));
    }

    /** When the tokens of a reservation are there, as a reading of the clock. */
    long readyAt(long reservation) {
        return origin + Math.ceilDiv(reservation - capacity, scale);
    }

    /**
     * Gives the tokens of a reservation back that was not used: as many as were not reserved by others since, whose times
     * stay what they are. Nothing once they were ready, because then the bucket has lived on with them taken.
     *
     * @param reservation what {@link #reserve} gave
     * @param tokens what it was given
     * @param now reading of the clock
     */
    void cancel(long reservation, int tokens, long now) {
        long cost = tokens * token;
        if (momentOf(now) > reservation - capacity) {
            return;
        }
        for (; ; ) {
            long full = fullAt;
            if (full == NEVER) {
                return;
            }
            long back = Math.min(cost, cost - (full - reservation));
            if (back <= 0 || FULL_AT.compareAndSet(this, full, full - back)) {
                return;
            }
        }
    }

    /**
     * The tokens that can be taken.
     *
     * @param now reading of the clock
     * @return whole ones; below zero, those that are reserved beyond what is there
     */
    long available(long now) {
        long full = fullAt;
        return full == NEVER ? 0 : Math.floorDiv(capacity - Math.max(0, full - momentOf(now)), token);
    }

    /** When this will be full, as a reading of the clock, perhaps past. */
    long fullAt() {
        long full = fullAt;
        return full == NEVER ? origin : origin + Math.ceilDiv(full, scale);
    }

    /** Whether {@code now} lies beyond the horizon, so that another bucket has to take over. */
    boolean isExhausted(long now) {
        return now - origin > horizon;
    }

    private long momentOf(long now) {
        return Math.clamp(now - origin, 0, horizon) * scale; // a clock that went backwards stands still
    }

    /**
     * Closes this bucket for its successor. From now on it refuses.
     *
     * @param now reading of the clock
     * @return the moments that were missing to the full, for {@link #succeed}
     */
    long close(long now) {
        long full = (long) FULL_AT.getAndSet(this, NEVER);
        return Math.max(0, full - momentOf(now));
    }

    /**
     * Takes over from a closed bucket: as many tokens are here as were there, but not more than fit, and its debts are
     * ours. Called before anybody else knows this bucket, at its origin.
     *
     * @param before the closed bucket
     * @param missing what {@link #close} gave
     */
    void succeed(TokenBucket before, long missing) {
        BigInteger ours = BigInteger.valueOf(missing)
                .multiply(BigInteger.valueOf(token))
                .add(BigInteger.valueOf(before.token - 1))
                .divide(BigInteger.valueOf(before.token))
                .add(BigInteger.valueOf(token).multiply(BigInteger.valueOf(burst - (long) before.burst)));
        fullAt =
                ours.max(BigInteger.ZERO).min(BigInteger.valueOf(LATEST_MOMENT)).longValueExact();
    }
}
