package dev.deft.policy;

import dev.deft.internal.Nanos;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What {@code @Retry} says. Immutable: each method gives settings that differ in one point.
 *
 * <p>What is not said is as in the annotation: waits of 100 ms, 200 ms, 400 ms … and at most a minute, without jitter,
 * for as long as it takes, after exceptions.
 */
public final class RetrySettings implements PolicySettings {
    /** Stands for no bound at all. */
    static final int UNLIMITED = Integer.MAX_VALUE;

    private static final String UNLIMITED_TEXT = "UNLIMITED";

    static final SettingsWord<RetrySettings> WORD = SettingsWord.<RetrySettings>named("retry")
            .attribute("attempts", RetrySettings::attemptsText, RetrySettings::withAttempts)
            .attribute(
                    "delay",
                    settings -> SettingTexts.text(settings.delay),
                    (settings, text) -> settings.delay(SettingTexts.duration(text)))
            .attribute(
                    "backoff",
                    settings -> settings.growth.name(),
                    (settings, text) ->
                            settings.growing(SettingTexts.choice(text, Backoff.Growth.values()), settings.factor))
            .attribute(
                    "factor",
                    settings -> String.valueOf(settings.factor),
                    (settings, text) -> settings.growing(settings.growth, checkFactor(SettingTexts.decimal(text))))
            .attribute(
                    "maxDelay",
                    settings -> SettingTexts.text(settings.maxDelay),
                    (settings, text) -> settings.maxDelay(SettingTexts.duration(text)))
            .attribute(
                    "jitter",
                    settings -> settings.jitter.name(),
                    (settings, text) -> settings.spread(SettingTexts.choice(text, Jitter.values())))
            .attribute(
                    "maxDuration", settings -> SettingTexts.text(settings.maxDuration), RetrySettings::withMaxDuration)
            .attribute(
                    "budget",
                    "0.0",
                    settings -> String.valueOf(settings.budget),
                    (settings, text) -> settings.budget(SettingTexts.decimal(text)))
            .fixed("on", "except", "causes", "when", "whileResult", "delayFrom", "onRetry", "name")
            .switchable(attempts(1), RetrySettings::enabled);

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
    private final boolean enabled;

    private RetrySettings(Draft draft) {
        this.attempts = draft.attempts;
        this.delay = draft.delay;
        this.growth = draft.growth;
        this.factor = draft.factor;
        this.maxDelay = draft.maxDelay;
        this.jitter = draft.jitter;
        this.maxDuration = draft.maxDuration;
        this.computedDelays = draft.computedDelays;
        this.budget = draft.budget;
        this.name = draft.name;
        this.on = draft.on;
        this.enabled = draft.enabled;
    }

    /** What the next settings will be, while they are made. */
    private static final class Draft {
        int attempts;
        Duration delay = Duration.ofMillis(100);
        Backoff.Growth growth = Backoff.Growth.EXPONENTIAL;
        double factor = 2.0;
        Duration maxDelay = Duration.ofMinutes(1);
        Jitter jitter = Jitter.NONE;

        @Nullable
        Duration maxDuration;

        boolean computedDelays;
        double budget;
        String name = "";
        FailureFilter on = FailureFilter.exceptions();
        boolean enabled = true;
    }

    private RetrySettings with(Consumer<Draft> change) {
        Draft draft = new Draft();
        draft.attempts = attempts;
        draft.delay = delay;
        draft.growth = growth;
        draft.factor = factor;
        draft.maxDelay = maxDelay;
        draft.jitter = jitter;
        draft.maxDuration = maxDuration;
        draft.computedDelays = computedDelays;
        draft.budget = budget;
        draft.name = name;
        draft.on = on;
        draft.enabled = enabled;
        change.accept(draft);
        return new RetrySettings(draft);
    }

    /**
     * So many attempts, the first call included.
     *
     * @param attempts how many, at least 1
     * @return settings with nothing else said
     * @throws IllegalArgumentException if {@code attempts} is less than 1
     */
    public static RetrySettings attempts(int attempts) {
        Draft draft = new Draft();
        draft.attempts = checkAttempts(attempts);
        return new RetrySettings(draft);
    }

    private static int checkAttempts(int attempts) {
        if (attempts < 1) {
            throw new IllegalArgumentException(
                    "attempts counts the first call, so it must be at least 1, but is " + attempts);
        }
        return attempts;
    }

    private String attemptsText() {
        return attempts == UNLIMITED ? UNLIMITED_TEXT : String.valueOf(attempts);
    }

    private RetrySettings withAttempts(String text) {
        int number = text.equals(UNLIMITED_TEXT) ? UNLIMITED : checkAttempts(SettingTexts.integer(text));
        return with(draft -> draft.attempts = number);
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
        return with(draft -> draft.delay = delay);
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
        return growing(Backoff.Growth.EXPONENTIAL, checkFactor(factor));
    }

    private static double checkFactor(double factor) {
        if (!(factor > 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException("factor must be a positive number, but is " + factor);
        }
        return factor;
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
        return with(draft -> {
            draft.growth = growth;
            draft.factor = factor;
        });
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
        return with(draft -> draft.maxDelay = maxDelay);
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
        return with(draft -> draft.jitter = jitter);
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
        return with(draft -> draft.maxDuration = maxDuration);
    }

    private RetrySettings withMaxDuration(String text) {
        return text.isEmpty() ? with(draft -> draft.maxDuration = null) : maxDuration(SettingTexts.duration(text));
    }

    /**
     * The caller computes each wait and hands it to {@link RetryRun#backOff(Duration)}. Matters with
     * {@link #maxDuration} only: it is judged by the wait that was computed, not by the one that these settings give.
     *
     * @return settings that differ in this
     */
    public RetrySettings computedDelays() {
        return with(draft -> draft.computedDelays = true);
    }

    /**
     * The failures that are retried.
     *
     * @param on which they are
     * @return settings that differ in this
     */
    public RetrySettings on(FailureFilter on) {
        Objects.requireNonNull(on, "on");
        return with(draft -> draft.on = on);
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
        return with(draft -> draft.budget = checked);
    }

    /**
     * Shares the {@linkplain #budget budget} with all tasks whose retries have this name.
     *
     * @param name the name; "" shares nothing
     * @return settings that differ in this
     */
    public RetrySettings named(String name) {
        Objects.requireNonNull(name, "name");
        return with(draft -> draft.name = name);
    }

    /**
     * Whether to retry at all. Switched off, the first failure is the last.
     *
     * @param enabled true if nothing is said
     * @return settings that differ in this
     */
    public RetrySettings enabled(boolean enabled) {
        return with(draft -> draft.enabled = enabled);
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public Map<String, String> attributes() {
        return WORD.texts(this);
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
                && on.equals(that.on)
                && enabled == that.enabled;
    }

    @Override
    public int hashCode() {
        return Objects.hash(attempts, computedDelays, backoff(), maxDuration, budget, name, on, enabled);
    }

    /** For people: every setting and its value. */
    @Override
    public String toString() {
        return WORD.text(this) + (name.isEmpty() ? "" : ", name = \"" + name + "\"") + ", " + on;
    }
}
