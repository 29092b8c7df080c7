package dev.deft.policy;

import dev.deft.TaskTimeoutException;
import dev.deft.internal.DurationText;
import dev.deft.internal.Nanos;
import dev.deft.time.TimeSource;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/**
 * Bounds, for {@code @Timeout}, how long one attempt may take. Thread-safe.
 *
 * <p>An attempt that takes longer is interrupted, at the earliest when its time is up: on the system's time up to a
 * millisecond or two later, on any other to the nanosecond. It is never abandoned.
 */
public final class TimeoutPolicy {
    private final Subject subject;
    private final Duration timeout;
    private final long nanos;
    private final TimeSource time;
    private final boolean swept;
    private final LongAdder lateFinishers = new LongAdder();

    TimeoutPolicy(Subject subject, Duration timeout) {
        this.subject = subject;
        this.timeout = Durations.positive(timeout, "timeout");
        this.nanos = Nanos.of(timeout);
        this.time = subject.time();
        this.swept = time.equals(TimeSource.system());
    }

    /**
     * Begins to watch over an attempt of the current thread.
     *
     * @return the watch, which has to be stopped
     */
    public TimeoutWatch start() {
        TimeoutWatch watch = swept ? WatchTable.start(this, nanos) : null;
        return watch != null ? watch : new ExactWatch(this, time, nanos);
    }

    /**
     * How many attempts came to a result after their time was up, so that it was dropped.
     *
     * @return the number so far
     */
    public long lateFinishers() {
        return lateFinishers.sum();
    }

    TaskTimeoutException finishedLate() {
        lateFinishers.increment();
        subject.timedOut(timeout, true);
        return new TaskTimeoutException(message() + ", and came to its end late");
    }

    TaskTimeoutException exceeded(Throwable failure) {
        subject.timedOut(timeout, false);
        return new TaskTimeoutException(message(), failure);
    }

    private String message() {
        return subject.name() + " took longer than its timeout of " + DurationText.of(timeout);
    }

    /** For people: the timeout and whose it is. */
    @Override
    public String toString() {
        return "@Timeout of " + DurationText.of(timeout) + " of " + subject.name();
    }
}
