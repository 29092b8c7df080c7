package dev.deft.micrometer;

import dev.deft.TaskContext;
import dev.deft.TaskEvent;
import dev.deft.TaskListener;
import dev.deft.TaskName;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps meters of tasks. Thread-safe.
 *
 * <p>The names are the constants below; Prometheus shows {@code deft.call.duration} as
 * {@code deft_call_duration_seconds_count} and so on. Every meter bears {@value #TASK}, the short name of what is called, and
 * at most one more tag with a handful of values: there are as many meters as an application has annotated methods, whatever
 * is called and however often.
 */
public final class DeftMeters implements TaskListener {
    /** Tag: short name of what is called, such as {@code PaymentService.charge}. */
    public static final String TASK = "task";

    /**
     * Tag of {@link #CALLS}: {@code succeeded}, {@code failed}, {@code rejected}, {@code timed_out}, {@code deadline},
     * {@code panicked} or {@code cancelled}.
     */
    public static final String OUTCOME = "outcome";

    /** Tag of {@link #REJECTIONS}: {@code limit}, {@code rate}, {@code circuit} or {@code other}. */
    public static final String REASON = "reason";

    /** Counter: calls that have ended, by {@link #OUTCOME}. */
    public static final String CALLS = "deft.calls";

    /** Timer with a histogram: how long calls took, with all their attempts and waits. */
    public static final String DURATION = "deft.call.duration";

    /** Gauge: calls that have begun and not ended. */
    public static final String ACTIVE = "deft.calls.active";

    /** Gauge: calls that wait for a limit or a rate. */
    public static final String WAITING = "deft.calls.waiting";

    /** Timer: how long calls waited for limits and rates. */
    public static final String WAITS = "deft.call.waits";

    /** Counter: attempts beyond the first, hedges aside. */
    public static final String RETRIES = "deft.retries";

    /** Counter: attempts that failed, of calls with a retry. */
    public static final String FAILED_ATTEMPTS = "deft.attempts.failed";

    /** Counter: how often an attempt was turned away, by {@link #REASON}. */
    public static final String REJECTIONS = "deft.rejections";

    /** Counter: attempts that took longer than their timeout. */
    public static final String TIMEOUTS = "deft.timeouts";

    /** Counter: of those, attempts that came to a result all the same, which was dropped. */
    public static final String LATE_FINISHERS = "deft.late.finishers";

    /** Counter: calls that ended with an {@link Error}. */
    public static final String PANICS = "deft.panics";

    /** Counter: tasks that failed without anybody looking at them. */
    public static final String UNOBSERVED = "deft.failures.unobserved";

    /** Counter: failures that were turned into a result, by a fallback or a recovery. */
    public static final String RECOVERIES = "deft.recoveries";

    /** Counter: attempts that were begun beside slow ones. */
    public static final String HEDGES = "deft.hedges";

    /** Counter: of those, the ones that gave the result. */
    public static final String HEDGES_WON = "deft.hedges.won";

    /** The bounds of the histogram: from a millisecond to a minute, about three in each power of ten. */
    static final Duration[] BUCKETS = {
        Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(5),
        Duration.ofMillis(10), Duration.ofMillis(25), Duration.ofMillis(50),
        Duration.ofMillis(100), Duration.ofMillis(250), Duration.ofMillis(500),
        Duration.ofSeconds(1), Duration.ofMillis(2500), Duration.ofSeconds(5),
        Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(1)
    };

    private final MeterRegistry registry;
    private final Map<TaskName, TaskMeters> tasks = new ConcurrentHashMap<>();

    /** The contexts of the calls that have begun and not ended; each is there once. */
    private final Set<TaskContext> running = ConcurrentHashMap.newKeySet();

    /**
     * Meters in a registry; to be given to {@link dev.deft.Deft.Builder#listener}.
     *
     * @param registry where the meters are registered; usually one for each application
     */
    public DeftMeters(MeterRegistry registry) {
        this.registry = Objects.requireNonNull(registry, "registry");
    }

    private TaskMeters of(TaskName task) {
        TaskMeters known = tasks.get(task);
        return known != null ? known : tasks.computeIfAbsent(task, name -> new TaskMeters(registry, name));
    }

    @Override
    public void on(TaskEvent event) {
        TaskMeters meters = of(event.name());
        switch (event) {
            case TaskEvent.Started started -> {
                running.add(started.context());
                meters.active.incrementAndGet();
            }
            case TaskEvent.AttemptStarted attempt -> meters.retries.increment();
            case TaskEvent.AttemptFailed attempt -> meters.failedAttempts.increment();
            case TaskEvent.HedgeStarted hedge -> meters.hedges.increment();
            case TaskEvent.HedgeWon hedge -> meters.hedgesWon.increment();
            case TaskEvent.Limited limited -> meters.waiting.incrementAndGet();
            case TaskEvent.Waited waited -> {
                meters.waiting.decrementAndGet();
                meters.waits.record(waited.duration());
            }
            case TaskEvent.Rejected rejected -> meters.rejected(Rejection.of(rejected.reason()));
            case TaskEvent.TimedOut timedOut -> {
                meters.timeouts.increment();
                if (timedOut.finishedLate()) {
                    meters.lateFinishers.increment();
                }
            }
            case TaskEvent.Recovered recovered -> meters.recoveries.increment();
            case TaskEvent.Unobserved unobserved -> meters.unobserved.increment();
            case TaskEvent.Succeeded succeeded ->
                ended(meters, succeeded.context(), CallOutcome.SUCCEEDED, succeeded.elapsed());
            case TaskEvent.Failed failed ->
                ended(meters, failed.context(), CallOutcome.of(failed.failure()), failed.elapsed());
            case TaskEvent.Cancelled cancelled ->
                ended(meters, cancelled.context(), CallOutcome.CANCELLED, cancelled.elapsed());
            default -> {}
        }
    }

    private void ended(TaskMeters meters, TaskContext context, CallOutcome outcome, Duration elapsed) {
        meters.ended(outcome);
        if (running.remove(context)) { // else it never began
            meters.active.decrementAndGet();
            meters.duration.record(elapsed);
        }
    }
}
