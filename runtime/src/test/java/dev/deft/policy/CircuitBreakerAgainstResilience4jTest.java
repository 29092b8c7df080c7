package dev.deft.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deft.CircuitOpenException;
import dev.deft.Deft;
import dev.deft.TaskName;
import dev.deft.time.VirtualTime;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowSynchronizationStrategy;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The same states as Resilience4j 2 over random traces: calls that overlap, succeed, fail, are slow or cancelled, in
 * windows by count and by time.
 *
 * <p>Intended differences, each with a test of its own below:
 *
 * <ul>
 *   <li>A trial that fails opens the circuit at once, and all have to succeed to close it. Resilience4j awaits all trials,
 *       or {@code minCalls} of them if that is less, and applies the rates to them.
 *   <li>A call counts for the state under which it began. Resilience4j counts it for the state in which it ends, so that a
 *       call from before can close a half open circuit.
 *   <li>Who comes exactly when {@code openFor} is over passes. Resilience4j lets through who comes later.
 *   <li>An exception that {@code except} names is an answer, a success. Resilience4j's ignored exceptions count for nothing.
 *   <li>A trial that never ends is given up after {@code openFor}. Resilience4j waits for it, unless a bound is set, and
 *       then opens.
 * </ul>
 */
class CircuitBreakerAgainstResilience4jTest {
    private static final TaskName NAME = TaskName.of("shop.Shop", "buy");

    @SuppressWarnings("StaticAssignmentOfThrowable") // its stack says nothing here
    private static final Exception FAILURE = new Exception("failed");

    private static final int TRACES = 3_000;
    private static final int STEPS = 200;

    private final VirtualTime time = VirtualTime.manual();
    private final Deft deft = Deft.builder().time(time).build();
    private final Map<CircuitState, Integer> seen = new EnumMap<>(CircuitState.class);

    /** Somebody inside. */
    private record Running(long entry, long began, long generation) {}

    @Test
    void takesTheSameStates() {
        Random random = new Random(6);
        for (int trace = 0; trace < TRACES; trace++) {
            run(random, "trace " + trace);
        }
        assertThat(seen.keySet()).contains(CircuitState.CLOSED, CircuitState.OPEN, CircuitState.HALF_OPEN);
        assertThat(seen.values()).allSatisfy(count -> assertThat(count).isGreaterThan(TRACES * STEPS / 100));
    }

    private void run(Random random, String trace) {
        time.advance(
                Duration.ofSeconds(20).minusNanos(time.nanoTime() % 1_000_000_000)); // their parts are whole seconds
        double rate = List.of(0.1, 0.25, 0.5, 0.75, 1.0).get(random.nextInt(5));
        double slowRate = List.of(0.25, 0.5, 1.0).get(random.nextInt(3));
        boolean byTime = random.nextBoolean();
        int window = 1 + random.nextInt(random.nextBoolean() ? 5 : 100);
        int minCalls = 1 + random.nextInt(window);
        int trials = 1 + random.nextInt(Math.min(3, minCalls)); // theirs never awaits more than minCalls
        boolean slow = random.nextBoolean();
        double failing = random.nextDouble();
        CircuitBreakerSettings settings = CircuitBreakerSettings.failureRate(rate)
                .minCalls(minCalls)
                .slowRate(slowRate)
                .trialCalls(trials)
                .openFor(millis(3_005)); // nobody comes exactly then: times are multiples of 10 ms
        settings = byTime ? settings.windowTime(Duration.ofSeconds(10)) : settings.window(window);
        settings = slow ? settings.slowCall(millis(50)) : settings;
        CircuitBreakerPolicy ours = new CircuitBreakerPolicy(new Subject(deft, NAME), new Circuit(time, settings));
        CircuitBreaker theirs = theirs(config(minCalls, millis(3_005))
                .failureRateThreshold((float) (rate * 100))
                .slowCallRateThreshold((float) (slowRate * 100))
                .slowCallDurationThreshold(slow ? millis(50) : Duration.ofDays(1))
                .permittedNumberOfCallsInHalfOpenState(trials)
                .slidingWindow(
                        byTime ? 10 : window,
                        minCalls,
                        byTime ? SlidingWindowType.TIME_BASED : SlidingWindowType.COUNT_BASED,
                        SlidingWindowSynchronizationStrategy.SYNCHRONIZED));
        List<Running> inside = new ArrayList<>();
        long generation = 0;
        for (int step = 0; step < STEPS; step++) {
            String at = trace + ", step " + step + ": " + settings;
            CircuitState before = ours.state().state();
            boolean jump = before != CircuitState.HALF_OPEN && random.nextInt(30) == 0;
            time.advance(millis(10L * random.nextInt(jump ? 1_000 : 12)));
            if (inside.isEmpty() || (inside.size() < 4 && random.nextBoolean())) {
                Long entry = enter(ours);
                assertThat(entry != null).as(at).isEqualTo(enter(theirs));
                generation += before == ours.state().state() ? 0 : 1;
                if (entry != null) {
                    inside.add(new Running(entry, time.nanoTime(), generation));
                }
            } else {
                Running call = inside.remove(random.nextInt(inside.size()));
                long nanos = time.nanoTime() - call.began;
                boolean late = call.generation != generation;
                boolean failed = random.nextDouble() < failing;
                if (random.nextInt(8) == 0) {
                    ours.failed(call.entry, new CancellationException());
                    if (!late) {
                        theirs.releasePermission();
                    }
                } else if (failed) {
                    ours.failed(call.entry, FAILURE);
                    if (!late) {
                        theirs.onError(nanos, TimeUnit.NANOSECONDS, FAILURE);
                    }
                } else {
                    ours.succeeded(call.entry);
                    if (!late) {
                        theirs.onSuccess(nanos, TimeUnit.NANOSECONDS);
                    }
                }
                if (before == CircuitState.HALF_OPEN
                        && ours.state().state() == CircuitState.OPEN
                        && theirs.getState() == CircuitBreaker.State.HALF_OPEN) {
                    assertThat(trials).as(at).isGreaterThan(1);
                    theirs.transitionToOpenState(); // a difference: ours opens at the first trial that fails
                }
                if (before == CircuitState.HALF_OPEN
                        && ours.state().state() == CircuitState.OPEN
                        && theirs.getState() == CircuitBreaker.State.CLOSED) {
                    assertThat(trials).as(at).isGreaterThan(1);
                    theirs.transitionToOpenState(); // the same: the rates of all trials would have closed it
                }
                generation += before == ours.state().state() ? 0 : 1;
            }
            CircuitBreakerState now = ours.state();
            seen.merge(now.state(), 1, Integer::sum);
            assertThat(now.state().name()).as(at).isEqualTo(theirs.getState().name());
            if (now.state() == CircuitState.CLOSED && !byTime) { // theirs forgets by time only with the next call
                CircuitBreaker.Metrics metrics = theirs.getMetrics();
                assertThat(now.calls()).as(at).isEqualTo(metrics.getNumberOfBufferedCalls());
                assertThat(now.failures()).as(at).isEqualTo(metrics.getNumberOfFailedCalls());
                assertThat(now.slow()).as(at).isEqualTo(metrics.getNumberOfSlowCalls());
            }
            if (now.state() == CircuitState.HALF_OPEN) {
                abandonOldTrials(inside, ours, theirs, generation);
            }
        }
    }

    /** Ours would give them up in the end, which theirs never does. */
    private void abandonOldTrials(
            List<Running> inside, CircuitBreakerPolicy ours, CircuitBreaker theirs, long generation) {
        inside.removeIf(call -> {
            if (call.generation != generation || time.nanoTime() - call.began < 1_000_000_000) {
                return false;
            }
            ours.failed(call.entry, new CancellationException());
            theirs.releasePermission();
            return true;
        });
    }

    @Test
    void oursOpensAtTheFirstTrialThatFails() {
        CircuitBreakerPolicy ours = ours(settings().window(3).trialCalls(3));
        CircuitBreaker theirs = theirs(config(3).permittedNumberOfCallsInHalfOpenState(3));
        openBoth(ours, theirs);
        time.advance(millis(5_001));
        ours.failed(ours.enter(), FAILURE);
        assertThat(enter(theirs)).isTrue();
        theirs.onError(0, TimeUnit.NANOSECONDS, FAILURE);
        assertThat(ours.state().state()).isEqualTo(CircuitState.OPEN);
        assertThat(theirs.getState()).isEqualTo(CircuitBreaker.State.HALF_OPEN);
        for (int i = 0; i < 2; i++) {
            assertThat(enter(theirs)).isTrue();
            theirs.onSuccess(0, TimeUnit.NANOSECONDS);
        }
        assertThat(theirs.getState()).isEqualTo(CircuitBreaker.State.CLOSED); // a third of the trials failed
    }

    @Test
    void theirsAwaitsNoMoreTrialsThanMinCalls() {
        CircuitBreakerPolicy ours = ours(settings().window(1).trialCalls(3));
        CircuitBreaker theirs = theirs(config(1).permittedNumberOfCallsInHalfOpenState(3));
        openBoth(ours, theirs);
        time.advance(millis(5_001));
        ours.succeeded(ours.enter());
        assertThat(enter(theirs)).isTrue();
        theirs.onSuccess(0, TimeUnit.NANOSECONDS);
        assertThat(ours.state().state()).isEqualTo(CircuitState.HALF_OPEN);
        assertThat(theirs.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void theirsCountsACallForTheStateInWhichItEnds() {
        CircuitBreakerPolicy ours = ours(settings().window(1));
        CircuitBreaker theirs = theirs(config(1));
        long early = ours.enter();
        assertThat(enter(theirs)).isTrue();
        openBoth(ours, theirs);
        time.advance(millis(5_001));
        long trial = ours.enter();
        assertThat(enter(theirs)).isTrue();
        ours.succeeded(early);
        theirs.onSuccess(0, TimeUnit.NANOSECONDS);
        assertThat(ours.state().state()).isEqualTo(CircuitState.HALF_OPEN);
        assertThat(theirs.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
        ours.succeeded(trial);
        assertThat(ours.state().state()).isEqualTo(CircuitState.CLOSED);
    }

    @Test
    void oursLetsThroughWhoComesExactlyThen() {
        CircuitBreakerPolicy ours = ours(settings().window(1));
        CircuitBreaker theirs = theirs(config(1));
        openBoth(ours, theirs);
        time.advance(millis(5_000));
        assertThat(enter(ours)).isNotNull();
        assertThat(enter(theirs)).isFalse();
    }

    @Test
    void anExceptedExceptionIsAnAnswerToOurs() {
        CircuitBreakerPolicy ours =
                ours(settings().window(5).on(FailureFilter.on(Exception.class).except(IllegalStateException.class)));
        CircuitBreaker theirs = theirs(config(5).ignoreExceptions(IllegalStateException.class));
        ours.failed(ours.enter(), new IllegalStateException());
        assertThat(enter(theirs)).isTrue();
        theirs.onError(0, TimeUnit.NANOSECONDS, new IllegalStateException());
        assertThat(ours.state().calls()).isEqualTo(1);
        assertThat(theirs.getMetrics().getNumberOfBufferedCalls()).isZero();
    }

    @Test
    void theirsWaitsForATrialThatNeverEnds() {
        CircuitBreakerPolicy ours = ours(settings().window(1));
        CircuitBreaker theirs = theirs(config(1));
        openBoth(ours, theirs);
        time.advance(millis(5_001));
        assertThat(enter(ours)).isNotNull();
        assertThat(enter(theirs)).isTrue();
        time.advance(Duration.ofHours(1));
        assertThat(enter(ours)).isNotNull();
        assertThat(enter(theirs)).isFalse();
    }

    private static void openBoth(CircuitBreakerPolicy ours, CircuitBreaker theirs) {
        while (theirs.getState() == CircuitBreaker.State.CLOSED) {
            ours.failed(ours.enter(), FAILURE);
            assertThat(enter(theirs)).isTrue();
            theirs.onError(0, TimeUnit.NANOSECONDS, FAILURE);
        }
        assertThat(ours.state().state()).isEqualTo(CircuitState.OPEN);
        assertThat(theirs.getState()).isEqualTo(CircuitBreaker.State.OPEN);
    }

    private static Long enter(CircuitBreakerPolicy ours) {
        try {
            return ours.enter();
        } catch (CircuitOpenException refused) {
            return null;
        }
    }

    private static boolean enter(CircuitBreaker theirs) {
        try {
            theirs.acquirePermission();
            return true;
        } catch (CallNotPermittedException refused) {
            return false;
        }
    }

    private static CircuitBreakerSettings settings() {
        return CircuitBreakerSettings.failureRate(0.5);
    }

    private CircuitBreakerPolicy ours(CircuitBreakerSettings settings) {
        return deft.policies().circuitBreaker(NAME, settings);
    }

    private CircuitBreakerConfig.Builder config(int window) {
        return config(window, Duration.ofSeconds(5));
    }

    private CircuitBreakerConfig.Builder config(int window, Duration openFor) {
        return CircuitBreakerConfig.custom()
                .slidingWindow(
                        window,
                        window,
                        SlidingWindowType.COUNT_BASED,
                        SlidingWindowSynchronizationStrategy.SYNCHRONIZED)
                .permittedNumberOfCallsInHalfOpenState(1)
                .waitDurationInOpenState(openFor)
                .writableStackTraceEnabled(false)
                .clock(clock())
                .currentTimestampFunction(clock -> clock.instant().toEpochMilli() * 1_000_000, TimeUnit.NANOSECONDS);
    }

    private static CircuitBreaker theirs(CircuitBreakerConfig.Builder config) {
        return CircuitBreaker.of("theirs", config.build());
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return time.now();
            }
        };
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }
}
