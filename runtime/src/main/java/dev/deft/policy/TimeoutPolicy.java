package dev.deft.policy;

import dev.deft.TaskTimeoutException;
import dev.deft.internal.DurationText;
import dev.deft.internal.Nanos;
import dev.deft.time.TimeSource;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/**
 * Bounds, for {@code @Timeout}, how long one attempt may take. Thread-safe.
 *
 * <p>An attempt that takes longer is interrupted, at the earliest when its time is up: on the system's time up to a
 * millisecond or two later, on any other to the nanosecond. It is never abandoned.
 *
 * <p>When the settings change, attempts that run keep the time they had.
 */
public final class TimeoutPolicy extends Policy<TimeoutSettings> {
    private static final VarHandle SWEPT_NANOS;

    static {
        try {
            SWEPT_NANOS = MethodHandles.lookup().findVarHandle(TimeoutPolicy.class, "sweptNanos", long.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final TimeSource time;
    private final LongAdder lateFinishers = new LongAdder();
    private final Overdue overdue;
    private volatile TimeoutSettings settings;

    /**
     * The timeout where the {@link WatchTable} watches over it, else 0. Read opaquely, which costs no more than a field
     * that never changes; an attempt that begins while it changes may have either.
     */
    private long sweptNanos;

    TimeoutPolicy(Subject subject, TimeoutSettings settings) {
        super(subject);
        this.time = subject.time();
        this.overdue = new Overdue(time);
        this.settings = settings;
        this.sweptNanos = swept(settings);
    }

    private long swept(TimeoutSettings settings) {
        return settings.isEnabled() && time.equals(TimeSource.system()) ? Nanos.of(settings.value()) : 0;
    }

    /**
     * Begins to watch over an attempt of the current thread.
     *
     * @return the watch, which has to be stopped
     */
    public TimeoutWatch start() {
        long swept = (long) SWEPT_NANOS.getOpaque(this);
        TimeoutWatch watch = swept == 0 ? null : WatchTable.start(this, swept);
        return watch != null ? watch : startExact();
    }

    private TimeoutWatch startExact() {
        TimeoutSettings now = settings;
        return now.isEnabled() ? new ExactWatch(this, time, Nanos.of(now.value())) : NoWatch.INSTANCE;
    }

    /**
     * How many attempts came to a result after their time was up, so that it was dropped.
     *
     * @return the number so far
     */
    public long lateFinishers() {
        return lateFinishers.sum();
    }

    @Override
    SettingsWord<TimeoutSettings> definition() {
        return TimeoutSettings.WORD;
    }

    @Override
    public TimeoutSettings settings() {
        return settings;
    }

    @Override
    void apply(TimeoutSettings settings) {
        this.settings = settings;
        SWEPT_NANOS.setOpaque(this, swept(settings));
    }

    @Override
    public State state() {
        return new State(lateFinishers(), overdue.count(), overdue.longest());
    }

    /**
     * A snapshot.
     *
     * @param lateFinishers how many attempts came to a result after their time was up, so that it was dropped
     * @param overdue how many attempts run on though their time is up
     * @param longestOverdue for how long the first of those has; zero if there is none
     */
    public record State(long lateFinishers, int overdue, Duration longestOverdue) {
        /** For people: every component and its value. */
        @Override
        public String toString() {
            return "State[lateFinishers=" + lateFinishers + ", overdue=" + overdue + ", longestOverdue="
                    + DurationText.of(longestOverdue) + "]";
        }
    }

    /** The attempts that run on though their time is up. */
    Overdue overdue() {
        return overdue;
    }

    TaskTimeoutException finishedLate(Duration timeout) {
        lateFinishers.increment();
        subject.timedOut(timeout, true);
        return new TaskTimeoutException(message(timeout) + ", and came to its end late");
    }

    TaskTimeoutException exceeded(Duration timeout, Throwable failure) {
        subject.timedOut(timeout, false);
        return new TaskTimeoutException(message(timeout), failure);
    }

    private String message(Duration timeout) {
        return subject.name() + " took longer than its timeout of " + DurationText.of(timeout);
    }

    /** For people: the timeout and whose it is. */
    @Override
    public String toString() {
        return "@Timeout of " + DurationText.of(settings.value()) + " of " + subject.name();
    }
}
