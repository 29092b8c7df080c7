package dev.deft;

import dev.deft.internal.Nanos;
import dev.deft.internal.Registry;
import dev.deft.internal.Wait;
import dev.deft.time.TimeSource;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Waits for the tasks of a runtime to end, and ends those that do not. */
final class Closing {
    /** How long cancelled tasks have to clean up, at least. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Registry<RunningTask<?>> registry;
    private final TimeSource time;

    Closing(Registry<RunningTask<?>> registry, TimeSource time) {
        this.registry = registry;
        this.time = time;
    }

    /** Waits, then cancels what is left, then waits again, but not for ever. */
    void close(Duration timeout) {
        if (drain(timeout)) {
            return;
        }
        for (RunningTask<?> task : running()) {
            task.cancel(true);
        }
        if (!drain(timeout.compareTo(GRACE) > 0 ? timeout : GRACE)) {
            System.getLogger("dev.deft").log(Level.WARNING, "Closed, but these tasks do not end: {0}", running());
        }
    }

    /** Waits until nothing runs, or the time is up, or this thread may not wait any longer. */
    boolean drain(Duration timeout) {
        long until = time.nanoTime() + Math.max(0, Nanos.of(timeout));
        for (List<RunningTask<?>> left = running(); !left.isEmpty(); left = running()) {
            for (RunningTask<?> task : left) {
                if (!terminates(task, until)) {
                    return false;
                }
            }
        }
        return true;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // only the effect matters
    private boolean terminates(RunningTask<?> task, long until) {
        if (task.terminated().isDone()) {
            return true;
        }
        Wait wait = new Wait(time);
        task.terminated().whenComplete((nothing, never) -> wait.signal());
        return wait.awaitUntil(until) == TaskWait.Outcome.SIGNALLED;
    }

    private List<RunningTask<?>> running() {
        List<RunningTask<?>> running = new ArrayList<>();
        registry.forEach(task -> {
            if (!task.runsHere() && !task.terminated().isDone()) {
                running.add(task);
            }
        });
        return running;
    }
}
