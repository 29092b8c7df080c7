package dev.deft.policy;

import dev.deft.internal.DurationText;
import dev.deft.internal.Nanos;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What {@code @Retry} says. Immutable: each method gives settings that differ in one point.
 *
 * <p>What is not said is as in the annotation: waits of 100 ms, 200 ms, 400 ms … and at most a minute, without jitter,
 * for as long as it takes, after exceptions.
 */
public final class RetrySettings {
    /** Stands for no bound at all. */
    static final int UNLIMITED = Integer.MAX_VALUE;

    private final int attempts;
    private final Duration delay;
    private final Backoff.Growth growth;
    private final double factor;
    private final Duration maxDelay;
    private final Jitter jitter;
    private final @Nullable Duration maxDuration;
    private final boolean computedDelays;
    /** 0: none. */
    private final double budget;

    /** Of the budget; "" if the method has its own. */
    private final String name;

    private final FailureFilter on;

    private RetrySettings(
            int attempts,
            Duration delay,
            Backoff.Growth growth,
            double factor,
            Duration maxDelay,
            Jitter jitter,
            @Nullable Duration maxDuration,
            boolean computedDelays,
            double budget,
            String name,
            FailureFilter on) {
        this.attempts = attempts;
        this.delay = delay;
        this.growth = growth;
        this.factor = factor;
        this.maxDelay = maxDelay;
        this.jitter = jitter;
        this.maxDuration = maxDuration;
        this.computedDelays = computedDelays;
        this.budget = budget;
        this.name = name;
        this.on = on;
    }

    /**
     * So many attempts, the first call included.
     *
     * @param attempts how many, at least 1
     * @return settings with nothing else said
     * @throws IllegalArgumentException if {@code attempts} is less than 1
     */
    public static RetrySettings attempts(int attempts) {
        if (attempts < 1) {
            throw new IllegalArgumentException(
                    "attempts counts the first call, so it must be at least 1, but is " + attempts);
        }
        return new RetrySettings(
                attempts,
                Duration.ofMillis(100),
                Backoff.Growth.EXPONENTIAL,
                2.0,
                Duration.ofMinutes(1),
                Jitter.NONE,
                null,
                false,
                0,
                "",
                FailureFilter.exceptions());
    }

    /**
     * As many attempts as it takes.
     *
     * @return settings with nothing else said
     */
    public static RetrySettings unlimitedAttempts() {
        return attempts(UNLIMITED);
    }

    /**
     * The first wait, from which the others grow.
     *
     * @param delay how long; zero waits not at all
     * @return settings that differ in this
     * @throws IllegalArgumentException if {@code delay} is negative
     */
    public RetrySettings delay(Duration delay) {
        Durations.notNegative(delay, "delay");
        return new RetrySettings(
                attempts, delay, growth, factor, maxDelay, jitter, maxDuration, computedDelays, budget, name, on);
    }

    /**
     * All waits alike.
     *
     * @return settings that differ in this
     */
    public RetrySettings constant() {
        return growing(Backoff.Growth.CONSTANT, factor);
    }

    /**
     * Waits of 1, 2, 3, 4 … times the delay.
     *
     * @return settings that differ in this
     */
    public RetrySettings linear() {
        return growing(Backoff.Growth.LINEAR, factor);
    }

    /**
     * Each wait {@code factor} times the one before it, rounded to the nanosecond.
     *
     * @param factor what each wait is of the one before it
     * @return settings that differ in this
     * @throws IllegalArgumentException if {@code factor} is not a positive, finite number
     */
    public RetrySettings exponential(double factor) {
        if (!(factor > 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException("factor must be a positive number, but is " + factor);
        }
        return growing(Backoff.Growth.EXPONENTIAL, factor);
    }

    /**
     * Waits of 1, 1, 2, 3, 5 … times the delay.
     *
     * @return settings that differ in this
     */
    public RetrySettings fibonacci() {
        return growing(Backoff.Growth.FIBONACCI, factor);
    }

    private RetrySettings growing(Backoff.Growth growth, double factor) {
        return new RetrySettings(
                attempts, delay, growth, factor, maxDelay, jitter, maxDuration, computedDelays, budget, name, on);
    }

    /**
     * The longest wait, the first one included. What a failure asks for as {@link dev.deft.RetryAfter}, and what the
     * wrapper computes, may be longer.
     *
     * @param maxDelay how long
     * @return settings that differ in this
     * @throws IllegalArgumentException if {@code maxDelay} is negative
     */
    public RetrySettings maxDelay(Duration maxDelay) {
        Durations.notNegative(maxDelay, "maxDelay");
        return new RetrySettings(
                attempts, delay, growth, factor, maxDelay, jitter, maxDuration, computedDelays, budget, name, on);
    }

    /**
     * Waits anywhere from nothing to what they would be: the best spread, after AWS's <i>full jitter</i>.
     *
     * @return settings that differ in this
     */
    public RetrySettings fullJitter() {
        return spread(Jitter.FULL);
    }

    /**
     * Waits anywhere from half of what they would be to the whole: AWS's <i>equal jitter</i>.
     *
     * @return settings that differ in this
     */
    public RetrySettings equalJitter() {
        return spread(Jitter.EQUAL);
    }

    /**
     * Waits anywhere from the delay to three times the last wait: AWS's <i>decorrelated jitter</i>.
     *
     * @return settings that differ in this
     */
    public RetrySettings decorrelatedJitter() {
        return spread(Jitter.DECORRELATED);
    }

    private RetrySettings spread(Jitter jitter) {
        return new RetrySettings(
                attempts, delay, growth, factor, maxDelay, jitter, maxDuration, computedDelays, budget, name, on);
    }

    /**
     * How long after its begin a call may still begin an attempt: a wait that would end later is not begun.
     *
     * @param maxDuration how long
     * @return settings that differ in this
     * @throws IllegalArgumentException if {@code maxDuration} is negative
     */
    public RetrySettings maxDuration(Duration maxDuration) {
        Durations.notNegative(maxDuration, "maxDuration");
        return new RetrySettings(
                attempts, delay, growth, factor, maxDelay, jitter, maxDuration, computedDelays, budget, name, on);
    }

    /**
     * The caller computes each wait and hands it to {@link RetryRun#backOff(Duration)}. Matters with
     * {@link #maxDuration} only: it is judged by the wait that was computed, not by the one that these settings give.
     *
     * @return settings that differ in this
     */
    public RetrySettings computedDelays() {
        return new RetrySettings(
                attempts, delay, growth, factor, maxDelay, jitter, maxDuration, true, budget, name, on);
    }

    /**
     * The failures that are retried.
     *
     * @param on which they are
     * @return settings that differ in this
     */
    public RetrySettings on(FailureFilter on) {
        Objects.requireNonNull(on, "on");
        return new RetrySettings(
                attempts, delay, growth, factor, maxDelay, jitter, maxDuration, computedDelays, budget, name, on);
    }

    /**
     * Has the retries and hedges of the method draw on a {@link RetryBudget} of its own, into which each call pays.
     *
     * @param ratio retries and hedges for each call: 0.2 lets them add 20 % to the load; 0 means no budget
     * @return the settings
     * @throws IllegalArgumentException if {@code ratio} is negative or more than 1000
     */
    public RetrySettings budget(double ratio) {
        double checked = RetryBudget.checked(ratio);
        return new RetrySettings(
                attempts, delay, growth, factor, maxDelay, jitter, maxDuration, computedDelays, checked, name, on);
    }

    /**
     * Shares the {@linkplain #budget budget} with all tasks whose retries have this name.
     *
     * @param name the name; "" shares nothing
     * @return the settings
     */
    public RetrySettings named(String name) {
        return new RetrySettings(
                attempts, delay, growth, factor, maxDelay, jitter, maxDuration, computedDelays, budget, name, on);
    }

    int attempts() {
        return attempts;
    }

    Backoff backoff() {
        return new Backoff(growth, factor, Nanos.of(delay), Nanos.of(maxDelay), jitter);
    }

    @Nullable
    Duration maxDuration() {
        return maxDuration;
    }

    boolean hasComputedDelays() {
        return computedDelays;
    }

    double budget() {
        return budget;
    }

    String name() {
        return name;
    }

    FailureFilter on() {
        return on;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RetrySettings that
                && attempts == that.attempts
                && computedDelays == that.computedDelays
                && backoff().equals(that.backoff())
                && Objects.equals(maxDuration, that.maxDuration)
                && Double.compare(budget, that.budget) == 0
                && name.equals(that.name)
                && on.equals(that.on);
    }

    @Override
    public int hashCode() {
        return Objects.hash(attempts, computedDelays, backoff(), maxDuration, budget, name, on);
    }

    /** For people: every setting and its value. */
    @Override
    public String toString() {
        return "attempts = " + (attempts == UNLIMITED ? "unlimited" : attempts)
                + ", delay = " + DurationText.of(delay)
                + ", backoff = " + growth + (growth == Backoff.Growth.EXPONENTIAL ? " by " + factor : "")
                + ", maxDelay = " + DurationText.of(maxDelay)
                + ", jitter = " + jitter
                + (maxDuration == null ? "" : ", maxDuration = " + DurationText.of(maxDuration))
                + (budget == 0 ? "" : ", budget = " + budget)
                + (name.isEmpty() ? "" : ", name = \"" + name + "\"")
                + ", " + on;
    }
}
