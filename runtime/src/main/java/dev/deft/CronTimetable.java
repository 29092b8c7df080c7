package dev.deft;

import dev.deft.internal.Nanos;
import dev.deft.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** At the moments of a cron expression, by the time of day. */
final class CronTimetable implements Timetable {
    private final TimeSource time;
    private final CronTimes times;
    private final boolean queued;
    private @Nullable Instant last;

    CronTimetable(TimeSource time, long first, CronTimes times, boolean queued) {
        this.time = time;
        this.times = times;
        this.queued = queued;
        this.last = time.now().plusNanos(first).minusNanos(1); // a moment that it is right now counts
    }

    @Override
    public long untilNext() {
        Instant from = last;
        if (from == null) {
            return NEVER;
        }
        Instant now = time.now();
        Instant next = times.after(from);
        if (!queued && next != null && next.isBefore(now)) {
            next = times.after(now.minusNanos(1));
        }
        last = next;
        return next == null ? NEVER : Nanos.of(Duration.between(now, next));
    }
}
