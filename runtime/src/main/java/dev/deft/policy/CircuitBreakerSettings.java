package dev.deft.policy;

import dev.deft.internal.Nanos;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What {@code @CircuitBreaker} says. Immutable: each method gives settings that differ in one point.
 *
 * <p>What is not said is as in the annotation: half of the last 20 calls opens it, after exceptions, for 5 seconds, then
 * one call is let through on trial; slowness is not looked at.
 */
public final class CircuitBreakerSettings implements PolicySettings {
    private static final int DEFAULT_WINDOW = 20;

    /** The window remembers each call. */
    private static final int LARGEST_WINDOW = 1_000_000;

    private static final CircuitBreakerSettings DEFAULTS = new CircuitBreakerSettings(new Draft());

    static final SettingsWord<CircuitBreakerSettings> WORD = SettingsWord.<CircuitBreakerSettings>named(
                    "circuitBreaker")
            .attribute(
                    "failureRate",
                    settings -> String.valueOf(settings.failureRate),
                    (settings, text) -> settings.withFailureRate(SettingTexts.decimal(text)))
            .attribute("window", CircuitBreakerSettings::windowText, CircuitBreakerSettings::withWindow)
            .attribute(
                    "windowTime",
                    settings -> SettingTexts.text(settings.windowTime),
                    CircuitBreakerSettings::withWindowTime)
            .attribute(
                    "minCalls", settings -> String.valueOf(settings.minCalls()), CircuitBreakerSettings::withMinCalls)
            .attribute(
                    "openFor",
                    settings -> SettingTexts.text(settings.openFor),
                    (settings, text) -> settings.openFor(SettingTexts.duration(text)))
            .attribute(
                    "trialCalls",
                    settings -> String.valueOf(settings.trialCalls),
                    (settings, text) -> settings.trialCalls(SettingTexts.integer(text)))
            .attribute(
                    "slowCall", settings -> SettingTexts.text(settings.slowCall), CircuitBreakerSettings::withSlowCall)
            .attribute(
                    "slowRate",
                    "1.0",
                    settings -> String.valueOf(settings.slowRate),
                    (settings, text) -> settings.slowRate(SettingTexts.decimal(text)))
            .attribute(
                    "maxKeys",
                    KeyedStore.DEFAULT_MAX_KEYS_TEXT,
                    settings -> String.valueOf(settings.maxKeys),
                    (settings, text) -> settings.maxKeys(SettingTexts.integer(text)))
            .fixed("on", "except", "causes", "key", "name")
            .shareable()
            .switchable(DEFAULTS, CircuitBreakerSettings::enabled);

    private final double failureRate;
    private final int window;
    private final @Nullable Duration windowTime;

    /** Zero: as {@link #window}. */
    private final int minCalls;

    private final Duration openFor;
    private final int trialCalls;
    private final @Nullable Duration slowCall;
    private final double slowRate;
    private final FailureFilter on;
    private final int maxKeys;
    private final String name;
    private final boolean enabled;

    private CircuitBreakerSettings(Draft draft) {
        this.failureRate = draft.failureRate;
        this.window = draft.window;
        this.windowTime = draft.windowTime;
        this.minCalls = draft.minCalls;
        this.openFor = draft.openFor;
        this.trialCalls = draft.trialCalls;
        this.slowCall = draft.slowCall;
        this.slowRate = draft.slowRate;
        this.on = draft.on;
        this.maxKeys = draft.maxKeys;
        this.name = draft.name;
        this.enabled = draft.enabled;
    }

    /** What the next settings will be, while they are made. */
    private static final class Draft {
        double failureRate = 0.5;
        int window = DEFAULT_WINDOW;

        @Nullable
        Duration windowTime;

        int minCalls;
        Duration openFor = Duration.ofSeconds(5);
        int trialCalls = 1;

        @Nullable
        Duration slowCall;

        double slowRate = 1.0;
        FailureFilter on = FailureFilter.exceptions();
        int maxKeys = KeyedStore.DEFAULT_MAX_KEYS;
        String name = "";
        boolean enabled = true;
    }

    private Draft draft() {
        Draft draft = new Draft();
        draft.failureRate = failureRate;
        draft.window = window;
        draft.windowTime = windowTime;
        draft.minCalls = minCalls;
        draft.openFor = openFor;
        draft.trialCalls = trialCalls;
        draft.slowCall = slowCall;
        draft.slowRate = slowRate;
        draft.on = on;
        draft.maxKeys = maxKeys;
        draft.name = name;
        draft.enabled = enabled;
        return draft;
    }

    /**
     * The part of the calls that have to fail to open the circuit.
     *
     * @param failureRate more than 0 and at most 1; 0.5 opens it when half of them fail
     * @return the settings
     * @throws IllegalArgumentException if it is anything else
     */
    public static CircuitBreakerSettings failureRate(double failureRate) {
        return DEFAULTS.withFailureRate(failureRate);
    }

    private CircuitBreakerSettings withFailureRate(double failureRate) {
        Draft draft = draft();
        draft.failureRate = checkRate(failureRate, "failureRate");
        return new CircuitBreakerSettings(draft);
    }

    /**
     * Judges by the last calls, so many of them.
     *
     * @param calls how many
     * @return the settings
     * @throws IllegalArgumentException if {@code calls} is less than 1, or more than 1 000 000
     */
    public CircuitBreakerSettings window(int calls) {
        Draft draft = draft();
        draft.window = checkWindow(calls);
        draft.windowTime = null;
        return new CircuitBreakerSettings(draft);
    }

    /**
     * Judges by the calls of the last stretch of time, which is forgotten in tenths.
     *
     * @param time how long; only {@link #minCalls} looks at the number of calls then
     * @return the settings
     * @throws IllegalArgumentException if {@code time} is zero or negative
     */
    public CircuitBreakerSettings windowTime(Duration time) {
        Draft draft = draft();
        draft.windowTime = Durations.positive(time, "windowTime");
        return new CircuitBreakerSettings(draft);
    }

    /**
     * How many calls have to be in the window before it is judged; if nothing is said, as many as {@link #window} says.
     *
     * @param calls how many; more than are in a window by count would never be reached, so they count as that many
     * @return the settings
     * @throws IllegalArgumentException if {@code calls} is less than 1
     */
    public CircuitBreakerSettings minCalls(int calls) {
        Draft draft = draft();
        draft.minCalls = checkCalls(calls, "minCalls");
        return new CircuitBreakerSettings(draft);
    }

    /**
     * How long an open circuit lets nobody through.
     *
     * @param time how long
     * @return the settings
     * @throws IllegalArgumentException if {@code time} is zero or negative
     */
    public CircuitBreakerSettings openFor(Duration time) {
        Draft draft = draft();
        draft.openFor = Durations.positive(time, "openFor");
        return new CircuitBreakerSettings(draft);
    }

    /**
     * How many calls are let through on trial afterwards. If all succeed, the circuit is closed; if one fails, or is slow,
     * it is open again.
     *
     * @param calls how many
     * @return the settings
     * @throws IllegalArgumentException if {@code calls} is less than 1
     */
    public CircuitBreakerSettings trialCalls(int calls) {
        Draft draft = draft();
        draft.trialCalls = checkCalls(calls, "trialCalls");
        return new CircuitBreakerSettings(draft);
    }

    /**
     * Looks at slowness too: whatever takes longer is slow, whether it fails or not.
     *
     * @param time how long a call may take
     * @return the settings
     * @throws IllegalArgumentException if {@code time} is zero or negative
     */
    public CircuitBreakerSettings slowCall(Duration time) {
        Draft draft = draft();
        draft.slowCall = Durations.positive(time, "slowCall");
        return new CircuitBreakerSettings(draft);
    }

    /**
     * The part of the calls that have to be slow to open the circuit. Matters with {@link #slowCall} only.
     *
     * @param slowRate more than 0 and at most 1
     * @return the settings
     * @throws IllegalArgumentException if it is anything else
     */
    public CircuitBreakerSettings slowRate(double slowRate) {
        Draft draft = draft();
        draft.slowRate = checkRate(slowRate, "slowRate");
        return new CircuitBreakerSettings(draft);
    }

    /**
     * What is a failure. Other exceptions are answers of the callee, and count as successes.
     *
     * @param on which failures count
     * @return the settings
     */
    public CircuitBreakerSettings on(FailureFilter on) {
        Draft draft = draft();
        draft.on = Objects.requireNonNull(on, "on");
        return new CircuitBreakerSettings(draft);
    }

    /**
     * For a circuit breaker with a key: how many keys are kept account of at once, 10 000 if nothing is said.
     *
     * @param maxKeys how many; beyond, calls with yet another key pass without being looked at
     * @return the settings
     * @throws IllegalArgumentException if {@code maxKeys} is less than 1
     */
    public CircuitBreakerSettings maxKeys(int maxKeys) {
        Draft draft = draft();
        draft.maxKeys = KeyedStore.checkMaxKeys(maxKeys);
        return new CircuitBreakerSettings(draft);
    }

    /**
     * Shares the circuit with every circuit breaker of this name on the same {@link dev.deft.Deft}.
     *
     * @param name the name; "" shares it with none
     * @return the settings
     */
    public CircuitBreakerSettings named(String name) {
        Draft draft = draft();
        draft.name = Objects.requireNonNull(name, "name");
        return new CircuitBreakerSettings(draft);
    }

    /**
     * Whether the circuit breaker does anything. Switched off, it lets all calls through and looks at none.
     *
     * @param enabled true if nothing is said
     * @return the settings
     */
    public CircuitBreakerSettings enabled(boolean enabled) {
        Draft draft = draft();
        draft.enabled = enabled;
        return new CircuitBreakerSettings(draft);
    }

    private String windowText() {
        return windowTime == null ? String.valueOf(window) : "";
    }

    /** As in the annotation, the number does not matter where there is a time. */
    private CircuitBreakerSettings withWindow(String text) {
        Draft draft = draft();
        draft.window = checkWindow(SettingTexts.integer(text));
        return new CircuitBreakerSettings(draft);
    }

    private CircuitBreakerSettings withWindowTime(String text) {
        return text.isEmpty() ? window(window) : windowTime(SettingTexts.duration(text));
    }

    private CircuitBreakerSettings withMinCalls(String text) {
        int calls = SettingTexts.integer(text);
        if (calls != 0) {
            return minCalls(calls);
        }
        Draft draft = draft();
        draft.minCalls = 0;
        return new CircuitBreakerSettings(draft);
    }

    private CircuitBreakerSettings withSlowCall(String text) {
        if (!text.isEmpty()) {
            return slowCall(SettingTexts.duration(text));
        }
        Draft draft = draft();
        draft.slowCall = null;
        return new CircuitBreakerSettings(draft);
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public Map<String, String> attributes() {
        return WORD.texts(this);
    }

    private static double checkRate(double rate, String name) {
        if (!(rate > 0 && rate <= 1)) {
            throw new IllegalArgumentException(name + " must be more than 0 and at most 1, but is " + rate);
        }
        return rate;
    }

    private static int checkWindow(int calls) {
        if (calls > LARGEST_WINDOW) {
            throw new IllegalArgumentException("window must be at most " + LARGEST_WINDOW + ", but is " + calls
                    + "; for more, windowTime looks at a stretch of time");
        }
        return checkCalls(calls, "window");
    }

    private static int checkCalls(int calls, String name) {
        if (calls < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, but is " + calls);
        }
        return calls;
    }

    /** An empty window for these settings. */
    CallWindow newWindow(long now) {
        return windowTime == null ? new CountWindow(window) : new TimeWindow(Nanos.of(windowTime), now);
    }

    /** Whether the other settings see the same window. */
    boolean hasWindowOf(CircuitBreakerSettings other) {
        return windowTime == null
                ? other.windowTime == null && window == other.window
                : windowTime.equals(other.windowTime);
    }

    /** Whether calls have to tell when they end, or when they began. */
    boolean needsClock() {
        return windowTime != null || slowCall != null;
    }

    /** Whether what the window holds opens the circuit. */
    boolean isTooMuch(CallWindow seen) {
        if (seen.calls < minCalls()) {
            return false;
        }
        double calls = seen.calls;
        return seen.failures / calls >= failureRate || (slowCall != null && seen.slow / calls >= slowRate);
    }

    private int minCalls() {
        if (minCalls == 0) {
            return window;
        }
        return windowTime == null ? Math.min(minCalls, window) : minCalls;
    }

    /** Nanoseconds, or {@link Long#MAX_VALUE} if nothing is slow. */
    long slowNanos() {
        return slowCall == null ? Long.MAX_VALUE : Nanos.of(slowCall);
    }

    long openNanos() {
        return Nanos.of(openFor);
    }

    /** How long a circuit is remembered that nobody uses. */
    long idleNanos() {
        Duration idle = openFor.multipliedBy(10);
        return Nanos.of(windowTime != null && windowTime.compareTo(idle) > 0 ? windowTime : idle);
    }

    int trialCalls() {
        return trialCalls;
    }

    FailureFilter on() {
        return on;
    }

    int maxKeys() {
        return maxKeys;
    }

    String name() {
        return name;
    }

    /** As a user would write it. */
    String label() {
        return name.isEmpty() ? "@CircuitBreaker" : "@CircuitBreaker \"" + name + '"';
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CircuitBreakerSettings that
                && failureRate == that.failureRate
                && hasWindowOf(that)
                && minCalls() == that.minCalls()
                && openFor.equals(that.openFor)
                && trialCalls == that.trialCalls
                && Objects.equals(slowCall, that.slowCall)
                && slowRate == that.slowRate
                && on.equals(that.on)
                && maxKeys == that.maxKeys
                && name.equals(that.name)
                && enabled == that.enabled;
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                failureRate, windowTime, minCalls(), openFor, trialCalls, slowCall, slowRate, on, name, enabled);
    }

    /** For people: every setting that was made and its value. */
    @Override
    public String toString() {
        return WORD.text(this) + ", " + on + SettingTexts.named(name);
    }
}
