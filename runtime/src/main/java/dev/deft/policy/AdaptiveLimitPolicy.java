package dev.deft.policy;

import dev.deft.DeadlineExceededException;
import dev.deft.LimitExceededException;
import dev.deft.TaskContext;
import dev.deft.TaskInterruptedException;
import dev.deft.TaskRejectedException;
import dev.deft.TaskTimeoutException;
import dev.deft.internal.DurationText;
import dev.deft.internal.Interrupts;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * Lets, for {@code @AdaptiveLimit}, as many in at once as what they call seems to bear, and has the others wait, first
 * come first served. Thread-safe.
 *
 * <p>How many is found from the latency of calls that succeed, by <a
 * href="https://github.com/Netflix/concurrency-limits">{@code Gradient2Limit}</a> of Netflix's concurrency-limits, with
 * its constants: once a second, the mean latency is compared with a slow average of it. While it is not more than half as
 * long again, and the limit is used at least by half, the limit grows by up to 4 in five steps; when it is longer, the
 * limit shrinks in proportion.
 *
 * <p>A failure that tells of an overload takes a tenth off the limit at once, and at least one, though not more often than
 * once a second: a rejection, a timeout or a passed deadline ({@link TaskRejectedException}, {@link TaskTimeoutException},
 * {@link DeadlineExceededException}, {@link TimeoutException}, {@link SocketTimeoutException},
 * {@link RejectedExecutionException}). So does whatever a call fails with that a timeout or a deadline further out has
 * interrupted. A call that fails otherwise, or is cancelled, changes nothing, and neither does one that this limit itself
 * turned away.
 *
 * <p>When the limit shrinks, calls that are inside stay; the next permits to be given back vanish. When the settings
 * change, the limit stays what it is, but moves into the bounds; {@code initial} does not matter any more. Those who wait
 * already keep to the former {@code maxWait}. A limit that is switched off lets in all who wait, and learns nothing.
 *
 * <pre>{@code
 * long entry = limit.acquire();
 * Receipt result;
 * try {
 *     result = target.charge(order);
 * } catch (Throwable failure) {
 *     limit.failed(entry, failure);
 *     throw failure;
 * }
 * limit.succeeded(entry);
 * return result;
 * }</pre>
 */
public final class AdaptiveLimitPolicy extends Policy<AdaptiveLimitSettings> {
    private final AdaptivePermits adaptive;
    private final Permits permits;

    /** Several policies share {@code adaptive} if they have a name in common. */
    AdaptiveLimitPolicy(Subject subject, AdaptivePermits adaptive) {
        super(subject);
        this.adaptive = adaptive;
        this.permits = adaptive.permits();
    }

    /**
     * Takes a permit, and waits for one if need be. One of {@link #succeeded} and {@link #failed} has to follow, once.
     *
     * @return what these want to be given
     * @throws LimitExceededException if too many wait, or the wait took too long
     * @throws TaskInterruptedException if the thread is interrupted while it waits; the flag is kept
     * @throws CancellationException if the context is cancelled while the thread waits
     * @throws DeadlineExceededException if the deadline passes while the thread waits
     */
    public long acquire() {
        if (!permits.take()) {
            adaptive.permitWait().await(subject, permits, label());
        }
        return subject.time().nanoTime();
    }

    /**
     * As {@link #acquire}, in a method that declares {@link InterruptedException}.
     *
     * @return what {@link #succeeded} and {@link #failed} want to be given
     * @throws InterruptedException if the thread is interrupted while it waits; the flag is cleared
     * @throws LimitExceededException if too many wait, or the wait took too long
     * @throws CancellationException if the context is cancelled while the thread waits
     * @throws DeadlineExceededException if the deadline passes while the thread waits
     */
    public long acquireInterruptibly() throws InterruptedException {
        if (!permits.take()) {
            adaptive.permitWait().awaitInterruptibly(subject, permits, label());
        }
        return subject.time().nanoTime();
    }

    /**
     * Gives the permit back after a success, whose latency counts.
     *
     * @param entry what {@link #acquire} gave
     */
    public void succeeded(long entry) {
        int inside = adaptive.inside();
        permits.giveBack();
        adaptive.succeeded(entry, inside);
    }

    /**
     * Gives the permit back after a failure, which counts if it tells of an overload.
     *
     * @param entry what {@link #acquire} gave
     * @param failure what was caught
     */
    public void failed(long entry, Throwable failure) {
        permits.giveBack();
        if (isOverload(Failures.of(failure)) || wasOutOfTime()) {
            adaptive.overloaded();
        }
    }

    /** Whether what stopped the call is that its time was up, and not that it was cancelled. */
    private static boolean wasOutOfTime() {
        if (!Interrupts.areDue()) {
            return false;
        }
        Throwable end = TaskContext.current().cause();
        return end == null || end instanceof DeadlineExceededException;
    }

    private static boolean isOverload(Throwable failure) {
        return failure instanceof TaskRejectedException
                || failure instanceof TaskTimeoutException
                || failure instanceof DeadlineExceededException
                || failure instanceof TimeoutException
                || failure instanceof SocketTimeoutException
                || failure instanceof RejectedExecutionException;
    }

    @Override
    SettingsWord<AdaptiveLimitSettings> definition() {
        return AdaptiveLimitSettings.WORD;
    }

    @Override
    public AdaptiveLimitSettings settings() {
        return adaptive.settings();
    }

    @Override
    void apply(AdaptiveLimitSettings settings) {
        adaptive.change(settings);
    }

    @Override
    AdaptiveLimitSettings sharing(AdaptiveLimitSettings settings) {
        return settings.named(sharedName());
    }

    @Override
    public String sharedName() {
        return settings().name();
    }

    @Override
    public State state() {
        return new State(
                adaptive.limit(), adaptive.inside(), permits.waiting(), Duration.ofNanos(adaptive.averageNanos()));
    }

    /**
     * A snapshot.
     *
     * @param limit how many may be inside at once
     * @param inside how many are
     * @param waiting how many wait
     * @param latency the slow average of the latency; zero as long as nothing is known
     */
    public record State(int limit, int inside, int waiting, Duration latency) {
        /** For people: every component and its value. */
        @Override
        public String toString() {
            return "State[limit=" + limit + ", inside=" + inside + ", waiting=" + waiting + ", latency="
                    + DurationText.of(latency) + "]";
        }
    }

    private String label() {
        String name = sharedName();
        return "@AdaptiveLimit, " + adaptive.limit() + " now" + (name.isEmpty() ? "" : " \"" + name + '"');
    }

    /** The books, for tests. */
    Permits permits() {
        return permits;
    }

    /** For people: the limit and whose it is. */
    @Override
    public String toString() {
        return "@AdaptiveLimit(" + settings() + ") of " + subject.name();
    }
}
