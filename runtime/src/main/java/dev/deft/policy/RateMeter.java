package dev.deft.policy;

import dev.deft.RateLimitExceededException;
import dev.deft.TaskWait;
import dev.deft.internal.Context;
import dev.deft.internal.DurationText;
import dev.deft.internal.Nanos;
import dev.deft.internal.Wait;
import dev.deft.time.TimeSource;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The tokens of one rate, and how callers take them or wait for them. Several policies share it by a name. */
final class RateMeter {
    private final TimeSource time;

    /** Held while one bucket takes over from another. */
    private final ReentrantLock succession = new ReentrantLock();

    /** Where callers take their tokens; closed while this is switched off. */
    private volatile TokenBucket bucket;

    /** While this is switched off: the bucket that will go on. */
    private volatile @Nullable TokenBucket resting;

    private volatile RateLimitSettings settings;

    /** Those who wait, to be let go when this is switched off; made for the first. */
    private volatile @Nullable Set<Wait> waiting;

    /** A meter with all its tokens. */
    RateMeter(TimeSource time, RateLimitSettings settings) {
        this.time = time;
        this.settings = settings;
        long now = time.nanoTime();
        this.bucket = settings.bucket(now);
        if (!settings.isEnabled()) {
            this.resting = settings.bucket(now);
            bucket.close(now);
        }
    }

    /** Takes a token; see {@link RateLimitPolicy#acquire()}. */
    void acquire(Subject subject) {
        if (!bucket.take(time.nanoTime())) {
            acquireUninterruptibly(subject, 1);
        }
    }

    /** Takes tokens; see {@link RateLimitPolicy#acquire(int)}. */
    void acquire(Subject subject, int weight) {
        if (!isNothing(subject, weight)) {
            acquireUninterruptibly(subject, weight);
        }
    }

    /** Takes tokens; see {@link RateLimitPolicy#acquireInterruptibly(int)}. */
    void acquireInterruptibly(Subject subject, int weight) throws InterruptedException {
        if (!isNothing(subject, weight)) {
            acquire(subject, weight, true);
        }
    }

    private boolean isNothing(Subject subject, int weight) {
        RateLimitSettings now = settings;
        if (weight < 0 || (weight > now.burst() && now.isEnabled())) {
            throw new IllegalArgumentException(subject.name() + ": a weight of " + weight + " at " + now.label()
                    + ", which takes weights from 0 to its burst of " + now.burst());
        }
        return weight == 0;
    }

    private void acquireUninterruptibly(Subject subject, int weight) {
        try {
            acquire(subject, weight, false);
        } catch (InterruptedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private void acquire(Subject subject, int weight, boolean interruptibly) throws InterruptedException {
        long longestWait = 0; // at first; only who has to wait looks further
        while (settings.isEnabled()) {
            TokenBucket current = current();
            long now = time.nanoTime();
            long reservation = current.reserve(now, weight, longestWait);
            if (reservation >= 0) {
                if (current.readyAt(reservation) - now > 0) {
                    awaitTokens(subject, current, reservation, weight, interruptibly);
                }
                return;
            }
            if (reservation == TokenBucket.REFUSED) {
                long bound = longestWait(now);
                if (bound < 0) {
                    checkLive(subject, interruptibly); // the deadline has passed
                }
                if (bound <= longestWait) {
                    throw refused(subject, current.waitFor(weight, now));
                }
                checkLive(subject, interruptibly);
                longestWait = bound;
            }
        }
    }

    /** The bucket that has the tokens now. */
    private TokenBucket current() {
        TokenBucket current = holder();
        if (current.isExhausted(time.nanoTime()) || succession.isLocked()) {
            succession.lock();
            try {
                current = holder();
                if (current.isExhausted(time.nanoTime())) {
                    succeed(current, settings);
                    current = holder();
                }
            } finally {
                succession.unlock();
            }
        }
        return current;
    }

    private void awaitTokens(Subject subject, TokenBucket from, long reservation, int weight, boolean interruptibly)
            throws InterruptedException {
        String label = settings.label();
        subject.limited(label);
        long begun = time.nanoTime();
        TaskWait.Outcome outcome = awaitUntil(from.readyAt(reservation));
        boolean passes = outcome == TaskWait.Outcome.TIME_UP || outcome == TaskWait.Outcome.SIGNALLED;
        subject.waited(label, begun, passes);
        if (!passes) {
            from.cancel(reservation, weight, time.nanoTime());
            throw cutShort(subject, outcome, interruptibly);
        }
    }

    private TaskWait.Outcome awaitUntil(long nanoTime) {
        Wait wait = new Wait(time);
        Set<Wait> others = waiting();
        others.add(wait);
        try {
            return settings.isEnabled() ? wait.awaitUntil(nanoTime) : TaskWait.Outcome.SIGNALLED;
        } finally {
            others.remove(wait);
        }
    }

    private Set<Wait> waiting() {
        Set<Wait> known = waiting;
        if (known != null) {
            return known;
        }
        succession.lock();
        try {
            Set<Wait> made = waiting;
            if (made == null) {
                made = ConcurrentHashMap.newKeySet();
                waiting = made;
            }
            return made;
        } finally {
            succession.unlock();
        }
    }

    /** Who is told to end does not begin to wait, nor take what others could use. */
    private void checkLive(Subject subject, boolean interruptibly) throws InterruptedException {
        if (Context.current().isCancelled()) {
            throw cutShort(subject, TaskWait.Outcome.CONTEXT_ENDED, interruptibly);
        }
        if (Thread.currentThread().isInterrupted()) {
            throw cutShort(subject, TaskWait.Outcome.INTERRUPTED, interruptibly);
        }
    }

    private RuntimeException cutShort(Subject subject, TaskWait.Outcome outcome, boolean interruptibly)
            throws InterruptedException {
        if (interruptibly && outcome == TaskWait.Outcome.INTERRUPTED) {
            Thread.interrupted();
            throw new InterruptedException(subject.name() + " was interrupted while it waited for " + settings.label());
        }
        return Wait.failure(outcome, subject.name(), null);
    }

    /**
     * The longest wait that is of use. One that ends with the deadline is of none: the call would begin when its time is
     * over.
     */
    private long longestWait(long now) {
        Duration maxWait = settings.maxWait();
        long bound = maxWait == null ? Nanos.MAX : Nanos.of(maxWait);
        Context context = Context.current();
        return context.isBounded() ? Math.min(bound, context.deadlineBy(time) - now - 1) : bound;
    }

    private RateLimitExceededException refused(Subject subject, long wait) {
        Duration retryAfter = Duration.ofNanos(wait);
        Duration maxWait = settings.maxWait();
        String why;
        if (maxWait != null && maxWait.compareTo(retryAfter) < 0) {
            why = "it may wait " + DurationText.of(maxWait) + " at most";
        } else if (Context.current().isBounded()) {
            why = "its deadline is sooner";
        } else {
            why = "that is too far away";
        }
        RateLimitExceededException refusal = new RateLimitExceededException(
                subject.name() + ": " + settings.label() + " would let it pass in " + DurationText.of(retryAfter)
                        + ", but " + why,
                retryAfter);
        subject.rejected(refusal);
        return refusal;
    }

    RateLimitSettings settings() {
        return settings;
    }

    /** Goes on with other settings and as many tokens as there are, up to the new burst. */
    void change(RateLimitSettings changed) {
        Set<Wait> others;
        succession.lock();
        try {
            succeed(holder(), changed);
            others = waiting;
        } finally {
            succession.unlock();
        }
        if (!changed.isEnabled() && others != null) {
            others.forEach(Wait::signal);
        }
    }

    private TokenBucket holder() {
        TokenBucket rests = resting;
        return rests == null ? bucket : rests;
    }

    private void succeed(TokenBucket before, RateLimitSettings next) {
        long now = time.nanoTime();
        TokenBucket after = next.bucket(now);
        settings = next; // first, so that who finds the bucket closed knows why
        after.succeed(before, before.close(now));
        if (next.isEnabled()) {
            bucket = after;
            resting = null;
        } else {
            resting = after;
        }
    }

    /** Whether a caller would have to wait. */
    boolean isEmpty() {
        return settings.isEnabled() && current().available(time.nanoTime()) <= 0;
    }

    RateLimitState state() {
        long now = time.nanoTime();
        TokenBucket current = current();
        return new RateLimitState(settings.burst(), current.available(now), Duration.ofNanos(current.waitFor(1, now)));
    }

    /** When nothing is taken any more, as a reading of the clock, perhaps past. */
    long fullAt() {
        return current().fullAt();
    }
}
