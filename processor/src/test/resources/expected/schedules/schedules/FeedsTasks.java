package schedules;

import dev.deft.Call;
import dev.deft.Deft;
import dev.deft.GeneratedTasks;
import dev.deft.Schedule;
import dev.deft.Task;
import dev.deft.TaskContext;
import dev.deft.TaskName;
import dev.deft.policy.RetryPolicy;
import dev.deft.policy.RetryRun;
import dev.deft.policy.RetrySettings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Runs the methods of {@link Feeds} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Feeds}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
public final class FeedsTasks {
    private static final TaskName POLL = TaskName.of("schedules.Feeds", "poll");
    private static final TaskName CLEAN = TaskName.of("schedules.Feeds", "clean");
    private static final TaskName REPORT = TaskName.of("schedules.Feeds", "report");
    private static final TaskName NEWEST = TaskName.of("schedules.Feeds", "newest");
    private static final TaskName TICK = TaskName.of("schedules.Feeds", "tick");
    private static final TaskName ARCHIVE = TaskName.of("schedules.Feeds", "archive");

    private final Feeds target;
    private final Deft deft;
    private final RetryPolicy pollRetry;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    public FeedsTasks(Feeds target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.pollRetry = deft.policies().retry(POLL, RetrySettings.attempts(2).delay(Duration.ofMillis(100)));
        deft.policies().checkSettings("schedules.Feeds");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    public static FeedsTasks of(Feeds target) {
        return new FeedsTasks(target, Deft.global());
    }

    /**
     * Calls {@link Feeds#poll()}.
     *
     * <p>From the outside in: {@code @Retry(attempts = 2)} (waits 100 ms), the call.
     */
    public int poll() throws IOException {
        return Deft.hasListeners(deft) ? pollObserved() : pollRetried();
    }

    /**
     * Calls {@link #poll} again and again, until the task that this returns is cancelled.
     *
     * <p>{@code @Scheduled(every = "10s", initialDelay = "0", jitter = "500ms")}
     */
    public Task<Void> schedulePoll() {
        return deft.schedule(
                TaskName.of("schedules.Feeds", "schedulePoll"),
                Schedule.every(Duration.ofSeconds(10)).initialDelay(Duration.ZERO).jitter(Duration.ofMillis(500)),
                () -> poll());
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private int pollObserved() throws IOException {
        Call call = deft.begin(POLL);
        int result;
        try {
            result = pollRetried();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Retry(attempts = 2)} around {@link Feeds#poll()}. */
    private int pollRetried() throws IOException {
        RetryPolicy.called(pollRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                return target.poll();
            } catch (Throwable failure) {
                run = pollRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // IOException or unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /** Calls {@link Feeds#clean(TaskContext)}. */
    void clean() {
        if (Deft.hasListeners(deft)) {
            cleanObserved();
        } else {
            target.clean(TaskContext.current());
        }
    }

    /**
     * Calls {@link #clean} again and again, until the task that this returns is cancelled.
     *
     * <p>{@code @Scheduled(delay = "1m30s")}
     */
    Task<Void> scheduleClean() {
        return deft.schedule(
                TaskName.of("schedules.Feeds", "scheduleClean"),
                Schedule.delay(Duration.ofSeconds(90)),
                () -> clean());
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void cleanObserved() {
        Call call = deft.begin(CLEAN);
        try {
            target.clean(TaskContext.current());
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /**
     * Starts {@link Feeds#report()} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async}, the call.
     */
    protected Task<String> report() {
        return deft.start(REPORT, () -> target.report());
    }

    /**
     * Calls {@link #report} again and again, until the task that this returns is cancelled.
     *
     * <p>{@code @Scheduled(cron = "0 3 * * *", overlap = QUEUE)}
     */
    protected Task<Void> scheduleReport() {
        return deft.schedule(
                TaskName.of("schedules.Feeds", "scheduleReport"),
                Schedule.cron("0 3 * * *").queued(),
                () -> Task.await(report()));
    }

    /** Calls {@link Feeds#newest()}. */
    public <T extends Comparable<? super T>> List<T> newest() {
        return Deft.hasListeners(deft) ? this.<T>newestObserved() : target.<T>newest();
    }

    /**
     * Calls {@link #newest} again and again, until the task that this returns is cancelled.
     *
     * <p>{@code @Scheduled(every = "1m")}
     */
    public <T extends Comparable<? super T>> Task<Void> scheduleNewest() {
        return deft.schedule(
                TaskName.of("schedules.Feeds", "scheduleNewest"),
                Schedule.every(Duration.ofMinutes(1)),
                () -> this.<T>newest());
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private <T extends Comparable<? super T>> List<T> newestObserved() {
        Call call = deft.begin(NEWEST);
        List<T> result;
        try {
            result = target.<T>newest();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /**
     * Calls {@link Feeds#tick()}.
     *
     * @deprecated as {@link Feeds#tick()} is
     */
    @Deprecated
    void tick() {
        if (Deft.hasListeners(deft)) {
            tickObserved();
        } else {
            Feeds.tick();
        }
    }

    /**
     * Calls {@link #tick} again and again, until the task that this returns is cancelled.
     *
     * <p>{@code @Scheduled(every = "1h")}
     */
    @Deprecated
    Task<Void> scheduleTick() {
        return deft.schedule(
                TaskName.of("schedules.Feeds", "scheduleTick"),
                Schedule.every(Duration.ofHours(1)),
                () -> tick());
    }

    /** The same call, told to the listeners of {@link Deft}. */
    @Deprecated
    private void tickObserved() {
        Call call = deft.begin(TICK);
        try {
            Feeds.tick();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** Calls {@link Feeds#archive()}. */
    @SuppressWarnings("deprecation")
    public Feeds.Old archive() {
        return Deft.hasListeners(deft) ? archiveObserved() : target.archive();
    }

    /**
     * Calls {@link #archive} again and again, until the task that this returns is cancelled.
     *
     * <p>{@code @Scheduled(delay = "1m")}
     */
    public Task<Void> scheduleArchive() {
        return deft.schedule(
                TaskName.of("schedules.Feeds", "scheduleArchive"),
                Schedule.delay(Duration.ofMinutes(1)),
                () -> archive());
    }

    /** The same call, told to the listeners of {@link Deft}. */
    @SuppressWarnings("deprecation")
    private Feeds.Old archiveObserved() {
        Call call = deft.begin(ARCHIVE);
        Feeds.Old result;
        try {
            result = target.archive();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }
}
