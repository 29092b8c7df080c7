package dev.deft.policy;

import dev.deft.DeadlineExceededException;
import dev.deft.RateLimitExceededException;
import dev.deft.TaskInterruptedException;
import java.util.concurrent.CancellationException;

/**
 * Lets, for {@code @RateLimit}, so many calls through in a time, and has the others wait for their turn, first come first
 * served. Thread-safe.
 *
 * <p>It is a token bucket: full at first, it holds as many tokens as the burst, gains them steadily at the rate, and each
 * call takes one, or as many as it weighs. So of any stretch of time, wherever it begins, at most the burst and what the
 * rate gives for the stretch are let through. The algorithm is the generic cell rate algorithm of ITU-T I.371, which keeps
 * no more than the moment at which the bucket will be full.
 *
 * <p>A call that has to wait reserves its tokens at once and sleeps until they are there. One that would wait longer than
 * it may, or until its deadline, is refused at once and takes nothing. If a wait is cut short, its tokens go back, save
 * those upon which later callers have built. While there is a token, taking it is one reading of the clock and one
 * compare-and-set, which look neither at the thread's interrupt flag nor at its context.
 *
 * <p>When the settings change, there are as many tokens as before, but not more than the new burst; who waits already keeps
 * its time, and if it gives up then, gives nothing back. A rate limit that is switched off lets those pass at once who
 * wait; meanwhile no token is taken.
 */
public final class RateLimitPolicy extends Policy<RateLimitSettings> {
    private final RateMeter meter;

    /** Several policies share {@code meter} if they have a name in common. */
    RateLimitPolicy(Subject subject, RateMeter meter) {
        super(subject);
        this.meter = meter;
    }

    /**
     * Takes a token, and waits for it if need be.
     *
     * @throws RateLimitExceededException if it would have to wait too long, or until its deadline
     * @throws TaskInterruptedException if the thread is interrupted while it waits; the flag is kept
     * @throws CancellationException if the context is cancelled while the thread waits
     * @throws DeadlineExceededException if the deadline has passed, and there is no token
     */
    public void acquire() {
        meter.acquire(subject);
    }

    /**
     * Takes tokens, and waits for them if need be.
     *
     * @param weight how many; zero takes nothing and never waits
     * @throws IllegalArgumentException if {@code weight} is negative, or more than the burst
     * @throws RateLimitExceededException if it would have to wait too long, or until its deadline
     * @throws TaskInterruptedException if the thread is interrupted while it waits; the flag is kept
     * @throws CancellationException if the context is cancelled while the thread waits
     * @throws DeadlineExceededException if the deadline has passed, and there are not enough tokens
     */
    public void acquire(int weight) {
        meter.acquire(subject, weight);
    }

    /**
     * As {@link #acquire()}, in a method that declares {@link InterruptedException}.
     *
     * @throws InterruptedException if the thread is interrupted while it waits; the flag is cleared
     * @throws RateLimitExceededException if it would have to wait too long, or until its deadline
     * @throws CancellationException if the context is cancelled while the thread waits
     * @throws DeadlineExceededException if the deadline has passed, and there is no token
     */
    public void acquireInterruptibly() throws InterruptedException {
        meter.acquireInterruptibly(subject, 1);
    }

    /**
     * As {@link #acquire(int)}, in a method that declares {@link InterruptedException}.
     *
     * @param weight how many; zero takes nothing and never waits
     * @throws InterruptedException if the thread is interrupted while it waits; the flag is cleared
     * @throws IllegalArgumentException if {@code weight} is negative, or more than the burst
     * @throws RateLimitExceededException if it would have to wait too long, or until its deadline
     * @throws CancellationException if the context is cancelled while the thread waits
     * @throws DeadlineExceededException if the deadline has passed, and there are not enough tokens
     */
    public void acquireInterruptibly(int weight) throws InterruptedException {
        meter.acquireInterruptibly(subject, weight);
    }

    @Override
    SettingsWord<RateLimitSettings> definition() {
        return RateLimitSettings.WORD;
    }

    @Override
    public RateLimitSettings settings() {
        return meter.settings();
    }

    @Override
    void apply(RateLimitSettings settings) {
        meter.change(settings);
    }

    @Override
    RateLimitSettings sharing(RateLimitSettings settings) {
        return settings.named(sharedName());
    }

    @Override
    public String sharedName() {
        return settings().name();
    }

    @Override
    public RateLimitState state() {
        return meter.state();
    }

    /** For people: the rate and whose it is. */
    @Override
    public String toString() {
        return meter.settings().label() + " of " + subject.name();
    }
}
