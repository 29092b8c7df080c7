package dev.deft.metrics;

import dev.deft.Deft;
import dev.deft.TaskContext;
import dev.deft.TaskEvent;
import dev.deft.TaskListener;
import dev.deft.TaskName;
import dev.deft.policy.Policy;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps every {@link DeftMeter} of a runtime in a metrics library. Thread-safe.
 *
 * <p>Every meter of a task bears the short name of what is called and at most two more tags with a handful of values, those of a
 * pool its name: there are as many meters as an application has annotated methods, words on them, and pools, whatever is called,
 * for whatever keys, and however often. They are registered when a policy of the task is added, which a wrapper does in its
 * constructor; those of a task without a policy with its first event. Overloads of a method have their meters in common.
 *
 * <p>What policies and pools know is read when somebody looks at the meter; in between nothing is gathered, and calls pay
 * nothing. When the runtime is garbage, those meters show nothing more.
 *
 * <p>A meter that throws, when it is registered or used, is left alone from then on. That is logged, once for each {@link
 * DeftMeter}.
 */
public final class MeteringListener implements TaskListener {
    private final MeterRegistrar registrar;
    private final PolicyMeters policies;
    private final Map<TaskName, TaskMeters> tasks = new ConcurrentHashMap<>();

    /** By what the tag says: overloads have theirs in common. */
    private final Map<String, TaskMeters> labelled = new ConcurrentHashMap<>();

    /** The contexts of the calls that have begun and not ended; each is there once. */
    private final Set<TaskContext> running = ConcurrentHashMap.newKeySet();

    /**
     * Meters in a library; to be given to {@link dev.deft.Deft.Builder#listener}.
     *
     * @param registrar the library
     */
    public MeteringListener(MeterRegistrar registrar) {
        this.registrar = new GuardedRegistrar(registrar);
        this.policies = new PolicyMeters(this.registrar);
    }

    private TaskMeters of(TaskName task) {
        TaskMeters known = tasks.get(task);
        return known != null ? known : tasks.computeIfAbsent(task, name -> of(name.toString()));
    }

    private TaskMeters of(String label) {
        return labelled.computeIfAbsent(label, task -> new TaskMeters(registrar, task));
    }

    @Override
    public void built(Deft deft) {
        deft.pools().forEach(pool -> PoolMeters.register(registrar, pool));
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
