package dev.deft;

import dev.deft.internal.Context;
import dev.deft.internal.Wait;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * The body of a task that runs something again and again, one run after another, until its context ends or its runtime is
 * closed.
 */
final class Ticker implements TaskAction {
    private final Deft deft;
    private final TaskName name;
    private final Timetable timetable;
    private final long jitter;
    private final TaskAction action;
    private volatile boolean stopped;
    private volatile @Nullable Wait sleeping;

    Ticker(Deft deft, TaskName name, Schedule schedule, TaskAction action) {
        this.deft = deft;
        this.name = name;
        this.timetable = schedule.timetable(deft);
        this.jitter = schedule.jitterNanos();
        this.action = action;
    }

    @Override
    public void run() {
        deft.tickers().add(this);
        try {
            for (long wait = timetable.untilNext(); wait != Timetable.NEVER; wait = timetable.untilNext()) {
                if (!sleep(jitter == 0 ? wait : wait + deft.random().nextLong(jitter + 1))) {
                    return;
                }
                runOnce();
            }
        } finally {
            deft.tickers().remove(this);
        }
    }

    /** Lets a run that is under way come to its end, and no other begin. For any thread. */
    void stop() {
        stopped = true;
        Wait wait = sleeping;
        if (wait != null) {
            wait.signal();
        }
    }

    /** False if there is to be no other run. */
    private boolean sleep(long nanos) {
        Context context = Context.current();
        long until = deft.time().nanoTime() + nanos;
        TaskWait.Outcome outcome;
        do {
            context.checkCancelled();
            Thread.interrupted(); // whatever an interrupt was meant for, the ticker ends with its context alone
            Wait wait = new Wait(deft.time());
            sleeping = wait;
            if (stopped || deft.isClosed()) { // read after it can be woken
                return false;
            }
            outcome = wait.awaitUntil(until);
        } while (outcome == TaskWait.Outcome.INTERRUPTED);
        context.checkCancelled();
        return outcome != TaskWait.Outcome.SIGNALLED;
    }

    private void runOnce() {
        try {
            action.run();
        } catch (Throwable failure) {
            if (Context.current().isCancelled()) {
                return; // as it was told to
            }
            System.getLogger("dev.deft")
                    .log(
                            failure instanceof Error ? Level.ERROR : Level.WARNING,
                            "A run of " + name + " failed; the next one is not affected",
                            failure);
        }
    }
}
