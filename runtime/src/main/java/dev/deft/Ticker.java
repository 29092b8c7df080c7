package dev.deft;

import dev.deft.internal.Context;
import dev.deft.internal.Wait;
import java.lang.System.Logger.Level;

/** The body of a task that runs something again and again, one run after another, until its context ends. */
final class Ticker implements TaskAction {
    private final Deft deft;
    private final TaskName name;
    private final Timetable timetable;
    private final long jitter;
    private final TaskAction action;

    Ticker(Deft deft, TaskName name, Schedule schedule, TaskAction action) {
        this.deft = deft;
        this.name = name;
        this.timetable = schedule.timetable(deft);
        this.jitter = schedule.jitterNanos();
        this.action = action;
    }

    @Override
    public void run() {
        for (long wait = timetable.untilNext(); wait != Timetable.NEVER; wait = timetable.untilNext()) {
            sleep(jitter == 0 ? wait : wait + deft.random().nextLong(jitter + 1));
            runOnce();
        }
    }

    private void sleep(long nanos) {
        Context context = Context.current();
        long until = deft.time().nanoTime() + nanos;
        TaskWait.Outcome outcome;
        do {
            context.checkCancelled();
            Thread.interrupted(); // whatever an interrupt was meant for, the ticker ends with its context alone
            outcome = Wait.sleep(deft.time(), Math.max(0, until - deft.time().nanoTime()));
        } while (outcome == TaskWait.Outcome.INTERRUPTED);
        context.checkCancelled();
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
