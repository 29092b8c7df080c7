package dev.deft;

import dev.deft.internal.DurationText;
import dev.deft.internal.Nanos;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When something runs again and again: see {@link Deft#schedule}. Immutable.
 *
 * <pre>{@code
 * Schedule.every(Duration.ofSeconds(10)).initialDelay(Duration.ZERO)
 * }</pre>
 */
public final class Schedule {
    private final @Nullable Duration period;
    private final boolean afterEnd;
    private final @Nullable String cron;
    private final @Nullable Duration initialDelay;
    private final Duration jitter;
    private final boolean queued;

    private Schedule(
            @Nullable Duration period,
            boolean afterEnd,
            @Nullable String cron,
            @Nullable Duration initialDelay,
            Duration jitter,
            boolean queued) {
        this.period = period;
        this.afterEnd = afterEnd;
        this.cron = cron;
        this.initialDelay = initialDelay;
        this.jitter = jitter;
        this.queued = queued;
    }

    /**
     * At a fixed rate: as Go's ticker, first when one period has passed, and then at each further one from there,
     * however long a run takes.
     *
     * @param period from one moment to the next
     * @return the schedule
     * @throws IllegalArgumentException if it is not positive
     */
    public static Schedule every(Duration period) {
        return new Schedule(positive(period), false, null, null, Duration.ZERO, false);
    }

    /**
     * So long after the end of the run before; first when so much time has passed.
     *
     * @param delay from the end of one run to the beginning of the next
     * @return the schedule
     * @throws IllegalArgumentException if it is not positive
     */
    public static Schedule delay(Duration delay) {
        return new Schedule(positive(delay), true, null, null, Duration.ZERO, false);
    }

    /**
     * At the moments that a cron expression means, as the runtime's {@link Deft.Builder#cron} reads it.
     *
     * @param expression the expression
     * @return the schedule
     */
    public static Schedule cron(String expression) {
        return new Schedule(null, false, Objects.requireNonNull(expression, "expression"), null, Duration.ZERO, false);
    }

    /**
     * Sets when it first runs; a cron expression's moments are left out that come before that.
     *
     * @param delay how long from the start; zero is at once
     * @return a schedule with it
     * @throws IllegalArgumentException if it is negative
     */
    public Schedule initialDelay(Duration delay) {
        return new Schedule(period, afterEnd, cron, notNegative(delay), jitter, queued);
    }

    /**
     * Puts each run off by a random time, anew for each; those after it are not shifted.
     *
     * @param most how long at most
     * @return a schedule with it
     * @throws IllegalArgumentException if it is negative
     */
    public Schedule jitter(Duration most) {
        return new Schedule(period, afterEnd, cron, initialDelay, notNegative(most), queued);
    }

    /**
     * Makes up, at once and one after another, for the moments that passed while a run took too long. By default they are
     * left out.
     *
     * @return a schedule that does
     */
    public Schedule queued() {
        return new Schedule(period, afterEnd, cron, initialDelay, jitter, true);
    }

    /** The moments, for one ticker that begins now. */
    Timetable timetable(Deft deft) {
        long first = Nanos.of(initialDelay != null ? initialDelay : Objects.requireNonNullElse(period, Duration.ZERO));
        return cron == null
                ? new PeriodicTimetable(deft.time(), first, Nanos.of(Objects.requireNonNull(period)), afterEnd, queued)
                : new CronTimetable(deft.time(), first, deft.cronTimes(cron), queued);
    }

    /** How long a run may be put off, in nanoseconds. */
    long jitterNanos() {
        return Nanos.of(jitter);
    }

    private static Duration positive(Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(
                    "the time between two runs is not positive: " + DurationText.of(duration));
        }
        return duration;
    }

    private static Duration notNegative(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("a time to wait is negative: " + DurationText.of(duration));
        }
        return duration;
    }

    @Override
    public String toString() {
        return cron != null
                ? "cron " + cron
                : (afterEnd ? "delay " : "every ") + DurationText.of(Objects.requireNonNull(period));
    }
}
