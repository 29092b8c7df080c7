package dev.deft;

import dev.deft.time.TimeSource;

/** At a fixed rate, or so long after the end of each run. */
final class PeriodicTimetable implements Timetable {
    private final TimeSource time;
    private final long period;
    private final boolean afterEnd;
    private final boolean queued;
    private long due;
    private boolean begun;

    PeriodicTimetable(TimeSource time, long first, long period, boolean afterEnd, boolean queued) {
        this.time = time;
        this.period = period;
        this.afterEnd = afterEnd;
        this.queued = queued;
        this.due = time.nanoTime() + first;
    }

    @Override
    public long untilNext() {
        long now = time.nanoTime();
        if (!begun) {
            begun = true;
        } else if (afterEnd) {
            due = now + period;
        } else {
            due += period;
            long late = now - due;
            if (!queued && late > 0) {
                due += (late + period - 1) / period * period; // the first moment that has not passed
            }
        }
        return due - now;
    }
}
