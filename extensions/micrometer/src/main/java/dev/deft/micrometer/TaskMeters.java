package dev.deft.micrometer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** The meters of the calls of one task, all of them registered when this is made. */
final class TaskMeters {
    final Timer duration;
    final AtomicInteger active = new AtomicInteger();
    final AtomicInteger waiting = new AtomicInteger();
    final Timer waits;
    final Counter retries;
    final Counter failedAttempts;
    final Counter timeouts;
    final Counter lateFinishers;
    final Counter unobserved;
    final Counter recoveries;
    final Counter hedges;
    final Counter hedgesWon;

    /** By the places of their tags' enums. */
    private final Map<CallOutcome, Counter> calls = new EnumMap<>(CallOutcome.class);

    private final Map<Rejection, Counter> rejections = new EnumMap<>(Rejection.class);
    private final Counter panics;

    TaskMeters(MeterRegistry registry, String name) {
        Tags task = Tags.of(DeftMeters.TASK, name);
        for (CallOutcome outcome : CallOutcome.values()) {
            calls.put(
                    outcome,
                    Counter.builder(DeftMeters.CALLS)
                            .description("Calls that have ended, by how they did")
                            .tags(task.and(DeftMeters.OUTCOME, outcome.tag()))
                            .register(registry));
        }
        for (Rejection reason : Rejection.values()) {
            rejections.put(
                    reason,
                    Counter.builder(DeftMeters.REJECTIONS)
                            .description("How often an attempt was turned away, by what")
                            .tags(task.and(DeftMeters.REASON, reason.tag()))
                            .register(registry));
        }
        duration = Timer.builder(DeftMeters.DURATION)
                .description("How long calls took, with all their attempts and waits")
                .tags(task)
                .serviceLevelObjectives(DeftMeters.BUCKETS)
                .register(registry);
        waits = Timer.builder(DeftMeters.WAITS)
                .description("How long calls waited for limits and rates")
                .tags(task)
                .register(registry);
        Gauge.builder(DeftMeters.ACTIVE, active, AtomicInteger::get)
                .description("Calls that have begun and not ended")
                .tags(task)
                .register(registry);
        Gauge.builder(DeftMeters.WAITING, waiting, AtomicInteger::get)
                .description("Calls that wait for a limit or a rate")
                .tags(task)
                .register(registry);
        retries = counter(registry, task, DeftMeters.RETRIES, "Attempts beyond the first");
        failedAttempts = counter(registry, task, DeftMeters.FAILED_ATTEMPTS, "Attempts of retried calls that failed");
        timeouts = counter(registry, task, DeftMeters.TIMEOUTS, "Attempts that took longer than their timeout");
        lateFinishers = counter(
                registry, task, DeftMeters.LATE_FINISHERS, "Of those, attempts that came to a result all the same");
        panics = counter(registry, task, DeftMeters.PANICS, "Calls that ended with an Error");
        unobserved = counter(registry, task, DeftMeters.UNOBSERVED, "Failures of tasks that nobody looked at");
        recoveries = counter(registry, task, DeftMeters.RECOVERIES, "Failures that were turned into a result");
        hedges = counter(registry, task, DeftMeters.HEDGES, "Attempts begun beside slow ones");
        hedgesWon = counter(registry, task, DeftMeters.HEDGES_WON, "Of those, the ones that gave the result");
    }

    private static Counter counter(MeterRegistry registry, Tags task, String name, String description) {
        return Counter.builder(name).description(description).tags(task).register(registry);
    }

    /** A call has ended. */
    void ended(CallOutcome outcome) {
        Objects.requireNonNull(calls.get(outcome)).increment();
        if (outcome == CallOutcome.PANICKED) {
            panics.increment();
        }
    }

    /** An attempt was turned away. */
    void rejected(Rejection reason) {
        Objects.requireNonNull(rejections.get(reason)).increment();
    }
}
