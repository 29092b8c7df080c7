package dev.deft.metrics;

import dev.deft.metrics.MeterRegistrar.Counter;
import dev.deft.metrics.MeterRegistrar.Timer;
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

    TaskMeters(MeterRegistrar registrar, String name) {
        Map<String, String> task = Map.of(MeterTags.TASK, name);
        for (CallOutcome outcome : CallOutcome.values()) {
            Map<String, String> tags = Map.of(MeterTags.TASK, name, MeterTags.OUTCOME, outcome.tag());
            calls.put(outcome, registrar.counter(DeftMeter.CALLS, tags));
        }
        for (Rejection reason : Rejection.values()) {
            Map<String, String> tags = Map.of(MeterTags.TASK, name, MeterTags.REASON, reason.tag());
            rejections.put(reason, registrar.counter(DeftMeter.REJECTIONS, tags));
        }
        duration = registrar.timer(DeftMeter.DURATION, task);
        waits = registrar.timer(DeftMeter.WAITS, task);
        registrar.gauge(DeftMeter.ACTIVE, task, active, AtomicInteger::get);
        registrar.gauge(DeftMeter.WAITING, task, waiting, AtomicInteger::get);
        retries = registrar.counter(DeftMeter.RETRIES, task);
        failedAttempts = registrar.counter(DeftMeter.FAILED_ATTEMPTS, task);
        timeouts = registrar.counter(DeftMeter.TIMEOUTS, task);
        lateFinishers = registrar.counter(DeftMeter.LATE_FINISHERS, task);
        panics = registrar.counter(DeftMeter.PANICS, task);
        unobserved = registrar.counter(DeftMeter.UNOBSERVED, task);
        recoveries = registrar.counter(DeftMeter.RECOVERIES, task);
        hedges = registrar.counter(DeftMeter.HEDGES, task);
        hedgesWon = registrar.counter(DeftMeter.HEDGES_WON, task);
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
