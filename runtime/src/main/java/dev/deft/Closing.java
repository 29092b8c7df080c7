package dev.deft;

import dev.deft.internal.Context;
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
    ShutdownReport close(Duration timeout) {
        if (drain(timeout)) {
            return new ShutdownReport(List.of(), List.of());
        }
        List<RunningTask<?>> cutOff = running();
        cutOff.removeIf(Task::isDone); // its outcome is there already, if not the end of its thread
        for (RunningTask<?> task : cutOff) {
            task.cancel(true);
        }
        cutOff.removeIf(task -> !task.isCancelled()); // it has come to an outcome meanwhile
        drainInAnyCase(timeout.compareTo(GRACE) > 0 ? timeout : GRACE);
        List<RunningTask<?>> left = running();
        cutOff.removeAll(left);
        return report(cutOff, left);
    }

    /** Waits even if this thread was interrupted before, which it stays, or its context has ended. */
    private void drainInAnyCase(Duration timeout) {
        boolean interrupted = Thread.interrupted();
        Context own = Context.bind(Context.background());
        try {
            drain(timeout);
        } finally {
            Context.bind(own);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static ShutdownReport report(List<RunningTask<?>> cutOff, List<RunningTask<?>> left) {
        System.Logger logger = System.getLogger("dev.deft");
        if (!cutOff.isEmpty()) {
            logger.log(Level.WARNING, "Closed; these tasks were cut off: {0}", cutOff);
        }
        if (!left.isEmpty()) {
            logger.log(Level.WARNING, "Closed, but these tasks do not end: {0}", left);
        }
        return new ShutdownReport(List.copyOf(cutOff), List.copyOf(left));
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
