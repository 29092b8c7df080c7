package dev.deft.policy;

import dev.deft.DeadlineExceededException;
import dev.deft.TaskBody;
import dev.deft.TaskInterruptedException;
import dev.deft.TaskRejectedException;
import dev.deft.internal.DurationText;
import dev.deft.internal.Nanos;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Starts, for {@code @Hedge}, another attempt beside one that is slow, and takes whichever succeeds first: the hedged
 * requests of <a href="https://research.google/pubs/the-tail-at-scale/">The Tail at Scale</a> (Dean and Barroso, 2013).
 * Thread-safe.
 *
 * <p>Every attempt, the first included, is a task on a virtual thread of its own, in a child of the caller's context with
 * the number of the attempt; the caller waits.
 *
 * <ul>
 *   <li>Whenever the time has passed without an outcome, another attempt is started; when an attempt fails, at once. A
 *       cancellation, an interruption or an {@link Error} starts no more, but those that run may still succeed.
 *   <li>The first success wins. The others are cancelled and interrupted, and not waited for.
 *   <li>When all have failed and no more may be started, the last failure is thrown as it is, those before it suppressed,
 *       eight at most.
 *   <li>When the caller is cancelled or interrupted, or its deadline passes, all attempts are cancelled.
 *   <li>Each attempt beyond the first draws on the retry budget, if there is one; what that refuses is not started.
 * </ul>
 *
 * <p>With a percentile, the time is that quantile of what the latest calls took, at least 256 of them, by nearest rank; it
 * is made anew for each eighth part of them. A call that a hedge cut short counts with the time until then, so that hedging
 * does not make the quantile creep downwards: the call keeps its rank. A call whose first attempt failed does not count.
 * Until one call is expected beyond the quantile, 20 for the 95th percentile, time alone starts no attempt.
 *
 * <p>When the settings change, what is known of the latencies is kept, unless the percentile changes. Switched off, the body
 * is called once, on the caller's thread.
 */
public final class HedgePolicy extends Policy<HedgeSettings> {
    private final Allowance allowance;
    private volatile Plan plan;

    HedgePolicy(Subject subject, HedgeSettings settings, Allowance allowance) {
        super(subject);
        this.allowance = allowance;
        this.plan = Plan.of(settings, null);
    }

    /**
     * Calls the body, in one attempt or several.
     *
     * <p>What the body throws is thrown as it is, checked exceptions too: whoever calls this declares what the body does.
     *
     * @param <T> type of the result
     * @param body the call; it runs on other threads, and several times at once
     * @return the result of the first attempt that succeeds
     * @throws TaskInterruptedException if the thread is interrupted while it waits; the flag is kept
     * @throws CancellationException if the context is cancelled while the thread waits
     * @throws DeadlineExceededException if the deadline passes while the thread waits
     * @throws TaskRejectedException if the runtime is closed
     */
    public <T extends @Nullable Object> T call(TaskBody<T> body) {
        return run(body, false);
    }

    /**
     * As {@link #call}, in a method that declares {@link InterruptedException}.
     *
     * @param <T> type of the result
     * @param body the call; it runs on other threads, and several times at once
     * @return the result of the first attempt that succeeds
     * @throws InterruptedException if the thread is interrupted while it waits; the flag is cleared
     * @throws CancellationException if the context is cancelled while the thread waits
     * @throws DeadlineExceededException if the deadline passes while the thread waits
     * @throws TaskRejectedException if the runtime is closed
     */
    public <T extends @Nullable Object> T callInterruptibly(TaskBody<T> body) throws InterruptedException {
        return run(body, true);
    }

    private <T extends @Nullable Object> T run(TaskBody<T> body, boolean interruptibly) {
        Objects.requireNonNull(body, "body");
        Plan current = plan;
        if (!current.settings().isEnabled()) {
            return Failures.call(body);
        }
        allowance.depositUnlessRetried();
        return new HedgeRun<>(subject, allowance, current, body, interruptibly).run();
    }

    @Override
    SettingsWord<HedgeSettings> definition() {
        return HedgeSettings.WORD;
    }

    @Override
    public HedgeSettings settings() {
        return plan.settings();
    }

    @Override
    void apply(HedgeSettings settings) {
        plan = Plan.of(settings, plan);
    }

    @Override
    public State state() {
        return new State(after());
    }

    /**
     * A snapshot.
     *
     * @param after after what time another attempt is started as things are; null if too few calls were seen to tell
     */
    public record State(@Nullable Duration after) {
        /** For people: the component and its value. */
        @Override
        public String toString() {
            return "State[after=" + (after == null ? "unknown" : DurationText.of(after)) + "]";
        }
    }

    /**
     * After what time another attempt is started as things are.
     *
     * @return null if too few calls were seen to tell
     */
    public @Nullable Duration after() {
        long nanos = plan.afterNanos();
        return nanos == LatencyQuantile.UNKNOWN ? null : Duration.ofNanos(nanos);
    }

    /** For people: the word and whose it is. */
    @Override
    public String toString() {
        return "@Hedge(" + settings() + ") of " + subject.name();
    }

    /**
     * Settings, and what goes with them.
     *
     * @param settings the settings
     * @param fixedNanos the time after which to hedge, if there is no percentile
     * @param latencies what is known of the latencies, if there is one
     */
    record Plan(
            HedgeSettings settings,
            long fixedNanos,
            @Nullable LatencyQuantile latencies) {
        static Plan of(HedgeSettings settings, @Nullable Plan before) {
            Duration after = settings.after();
            if (after != null) {
                return new Plan(settings, Nanos.of(after), null);
            }
            LatencyQuantile known =
                    before != null && before.settings.percentile() == settings.percentile() ? before.latencies : null;
            return new Plan(settings, 0, known != null ? known : new LatencyQuantile(settings.percentile()));
        }

        /** After what time to hedge, or {@link LatencyQuantile#UNKNOWN}. */
        long afterNanos() {
            return latencies == null ? fixedNanos : latencies.nanosBeyond();
        }

        /** A call has succeeded. */
        void took(long nanos) {
            if (latencies != null) {
                latencies.record(nanos);
            }
        }
    }
}
