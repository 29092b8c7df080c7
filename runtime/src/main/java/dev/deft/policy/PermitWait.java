package dev.deft.policy;

import dev.deft.LimitExceededException;
import dev.deft.TaskWait;
import dev.deft.internal.DurationText;
import dev.deft.internal.Nanos;
import dev.deft.internal.Wait;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How calls that found no permit wait for one: how long, and how many at once. Immutable.
 *
 * @param maxWait how long; null for as long as it takes
 * @param maxQueue how many at once
 */
record PermitWait(@Nullable Duration maxWait, int maxQueue) {
    /**
     * Goes on after {@link Permits#take} found nothing; returns with a permit.
     *
     * @param subject whose call it is
     * @param permits the permits
     * @param label the limit, as a user would write it
     * @throws LimitExceededException if too many wait, or the wait took too long
     */
    void await(Subject subject, Permits permits, String label) {
        await(subject, permits, label, 1, 1, false);
    }

    /**
     * Goes on after {@link Permits#take(int)} found too little; returns with all the permits.
     *
     * @param subject whose call it is
     * @param permits the permits
     * @param label the limit, as a user would write it
     * @param weight how many it wants
     * @param missing how many are missing
     * @throws LimitExceededException if too many wait, or the wait took too long
     */
    void await(Subject subject, Permits permits, String label, int weight, int missing) {
        await(subject, permits, label, weight, missing, false);
    }

    /**
     * As {@link #await(Subject, Permits, String)}, in a method that declares {@link InterruptedException}.
     *
     * @param subject whose call it is
     * @param permits the permits
     * @param label the limit, as a user would write it
     * @throws InterruptedException if the thread is interrupted while it waits; the flag is cleared
     * @throws LimitExceededException if too many wait, or the wait took too long
     */
    @SuppressWarnings("RedundantThrows") // it arrives past a signature that does not name it
    void awaitInterruptibly(Subject subject, Permits permits, String label) throws InterruptedException {
        await(subject, permits, label, 1, 1, true);
    }

    /**
     * As {@link #await(Subject, Permits, String, int, int)}, in a method that declares {@link InterruptedException}.
     *
     * @param subject whose call it is
     * @param permits the permits
     * @param label the limit, as a user would write it
     * @param weight how many it wants
     * @param missing how many are missing
     * @throws InterruptedException if the thread is interrupted while it waits; the flag is cleared
     * @throws LimitExceededException if too many wait, or the wait took too long
     */
    @SuppressWarnings("RedundantThrows") // it arrives past a signature that does not name it
    void awaitInterruptibly(Subject subject, Permits permits, String label, int weight, int missing)
            throws InterruptedException {
        await(subject, permits, label, weight, missing, true);
    }

    private void await(Subject subject, Permits permits, String label, int weight, int missing, boolean interruptibly) {
        Wait wait = new Wait(subject.time());
        Permits.Waiter waiter = new Permits.Waiter(wait, weight, missing);
        long nanos = maxWait == null ? Nanos.MAX : Nanos.of(maxWait);
        if (!permits.enter(waiter, nanos == 0 ? 0 : maxQueue)) {
            throw refused(subject, permits, label + " has " + tooFew(weight) + " free");
        }
        if (waiter.isGranted()) {
            return;
        }
        subject.limited(label);
        long begun = subject.time().nanoTime();
        TaskWait.Outcome outcome = maxWait == null ? wait.await() : wait.awaitUntil(begun + nanos);
        switch (outcome) {
            case SIGNALLED -> subject.waited(label, begun, true); // only a grant does that
            case TIME_UP -> {
                boolean refused = permits.leave(waiter);
                subject.waited(label, begun, !refused);
                if (refused) {
                    String waited = DurationText.of(Duration.ofNanos(nanos));
                    throw refused(subject, permits, label + " had " + tooFew(weight) + " free for " + waited);
                }
            }
            case CONTEXT_ENDED, INTERRUPTED -> {
                if (!permits.leave(waiter)) {
                    permits.giveBack(weight);
                }
                subject.waited(label, begun, false);
                throw WaitEnds.failure(subject, outcome, interruptibly, label);
            }
        }
    }

    private static String tooFew(int weight) {
        return weight == 1 ? "no permit" : "less than " + weight + " permits";
    }

    private static LimitExceededException refused(Subject subject, Permits permits, String why) {
        LimitExceededException refusal =
                new LimitExceededException(subject.name() + ": " + why + ", and " + others(permits.waiting()));
        subject.rejected(refusal);
        return refusal;
    }

    private static String others(int waiting) {
        return switch (waiting) {
            case 0 -> "nobody else waits";
            case 1 -> "1 other waits";
            default -> waiting + " others wait";
        };
    }
}
