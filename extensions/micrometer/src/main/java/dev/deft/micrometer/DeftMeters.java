package dev.deft.micrometer;

import dev.deft.Deft;
import dev.deft.TaskContext;
import dev.deft.TaskEvent;
import dev.deft.TaskListener;
import dev.deft.TaskName;
import dev.deft.policy.Policy;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps meters of tasks, of what their policies know, and of pools. Thread-safe.
 *
 * <p>The names are the constants below; Prometheus shows {@code deft.call.duration} as
 * {@code deft_call_duration_seconds_count} and so on. Every meter of a task bears {@value #TASK}, the short name of what is
 * called, and at most two more tags with a handful of values, those of a pool {@value #POOL}: there are as many meters as an
 * application has annotated methods, words on them, and pools, whatever is called, for whatever keys, and however often. They are
 * registered when a policy of the task is added, which a wrapper does in its constructor; those of a task without a policy with
 * its first event. Overloads of a method have their meters in common.
 *
 * <p>What policies and pools know is read when somebody looks at the meter; in between nothing is gathered, and calls pay
 * nothing. When the runtime is garbage, those meters show nothing more.
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

    /** Tag: the word of the policy, as in settings, such as {@code limit} or {@code adaptiveLimit}. */
    public static final String WORD = "word";

    /** Tag: which of the task's policies of this word it is, in the order written, from 1. */
    public static final String ORDINAL = "ordinal";

    /**
     * Tag of {@link #CIRCUIT_STATE}: {@code closed}, {@code open}, {@code half_open}, {@code forced_open}, {@code forced_closed} or
     * {@code disabled}.
     */
    public static final String STATE = "state";

    /** Tag: name of a pool. */
    public static final String POOL = "pool";

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

    /** Gauge: 1 for the {@link #STATE} in which the circuit is, else 0. */
    public static final String CIRCUIT_STATE = "deft.circuit.state";

    /** Gauge, by {@link #WORD} and {@link #ORDINAL}: how many calls may be inside of a limit or adaptive limit at once. */
    public static final String LIMIT_SIZE = "deft.limit.size";

    /** Gauge, by {@link #WORD} and {@link #ORDINAL}: how many permits of the limit are taken. */
    public static final String LIMIT_USED = "deft.limit.used";

    /** Gauge, by {@link #WORD} and {@link #ORDINAL}: how many callers wait at the limit. */
    public static final String LIMIT_WAITING = "deft.limit.waiting";

    /** Gauge, by {@link #WORD} and {@link #ORDINAL}: what is used and waited for, by the size; 1 is full. */
    public static final String LIMIT_SATURATION = "deft.limit.saturation";

    /** Gauge, by {@link #ORDINAL}: how many tokens a rate limit holds at most. */
    public static final String RATE_BURST = "deft.rate.burst";

    /** Gauge, by {@link #ORDINAL}: tokens that can be taken at once; below zero, those that are waited for. */
    public static final String RATE_AVAILABLE = "deft.rate.available";

    /** Gauge: how many retries and hedges the budgets allow now; not a number if there is no budget. */
    public static final String RETRY_BUDGET_LEFT = "deft.retry.budget.left";

    /** Gauge, by {@link #WORD}, {@code timeout} or {@code deadline}: what runs on though its time is up. */
    public static final String OVERDUE = "deft.overdue";

    /** Gauge: how many threads wait for the lock. */
    public static final String LOCK_WAITING = "deft.lock.waiting";

    /** Gauge, by {@link #WORD} and {@link #ORDINAL}: of how many keys a policy with a key keeps account. */
    public static final String KEYS = "deft.keys";

    /** Gauge, by {@link #WORD} and {@link #ORDINAL}: of how many it can. */
    public static final String KEYS_MAX = "deft.keys.max";

    /** Gauge, by {@link #WORD} and {@link #ORDINAL}: keys whose circuit is open, limit full, rate empty or lock held. */
    public static final String KEYS_BLOCKED = "deft.keys.blocked";

    /** Gauge: how many threads a pool may have. */
    public static final String POOL_THREADS = "deft.pool.threads";

    /** Gauge: how many of them run a task. */
    public static final String POOL_ACTIVE = "deft.pool.active";

    /** Gauge: how many tasks wait for a thread. */
    public static final String POOL_QUEUED = "deft.pool.queued";

    /** Gauge: how many may. */
    public static final String POOL_QUEUE_SIZE = "deft.pool.queue.size";

    /** Gauge: what runs and waits, by the number of threads; 1 is busy. */
    public static final String POOL_SATURATION = "deft.pool.saturation";

    /** The bounds of the histogram: from a millisecond to a minute, about three in each power of ten. */
    static final Duration[] BUCKETS = {
        Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(5),
        Duration.ofMillis(10), Duration.ofMillis(25), Duration.ofMillis(50),
        Duration.ofMillis(100), Duration.ofMillis(250), Duration.ofMillis(500),
        Duration.ofSeconds(1), Duration.ofMillis(2500), Duration.ofSeconds(5),
        Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(1)
    };

    private final MeterRegistry registry;
    private final PolicyMeters policies;
    private final Map<TaskName, TaskMeters> tasks = new ConcurrentHashMap<>();

    /** By what the tag says: overloads have theirs in common. */
    private final Map<String, TaskMeters> labelled = new ConcurrentHashMap<>();

    /** The contexts of the calls that have begun and not ended; each is there once. */
    private final Set<TaskContext> running = ConcurrentHashMap.newKeySet();

    /**
     * Meters in a registry; to be given to {@link dev.deft.Deft.Builder#listener}.
     *
     * @param registry where the meters are registered; usually one for each application
     */
    public DeftMeters(MeterRegistry registry) {
        this.registry = Objects.requireNonNull(registry, "registry");
        this.policies = new PolicyMeters(registry);
    }

    private TaskMeters of(TaskName task) {
        TaskMeters known = tasks.get(task);
        return known != null ? known : tasks.computeIfAbsent(task, name -> of(name.toString()));
    }

    private TaskMeters of(String label) {
        return labelled.computeIfAbsent(label, task -> new TaskMeters(registry, task));
    }

    @Override
    public void built(Deft deft) {
        deft.pools().forEach(pool -> PoolMeters.register(registry, pool));
    }

    @Override
    public void added(Policy<?> policy) {
        of(policy.task());
        policies.add(policy);
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
