package siblings;

import dev.deft.Call;
import dev.deft.Deft;
import dev.deft.GeneratedTasks;
import dev.deft.Task;
import dev.deft.TaskName;
import dev.deft.policy.FailureFilter;
import dev.deft.policy.LimitPolicy;
import dev.deft.policy.LimitSettings;
import dev.deft.policy.RetryPolicy;
import dev.deft.policy.RetryRun;
import dev.deft.policy.RetrySettings;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Runs the methods of {@link Sides.Three} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Sides.Three}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
final class Sides_ThreeTasks implements Sides.Three {
    private static final TaskName READ = TaskName.of("siblings.Sides.Three", "read", "String");
    private static final TaskName FAILURES = TaskName.of("siblings.Sides.Three", "failures", "Y");
    private static final TaskName ALL = TaskName.of("siblings.Sides.Three", "all");
    private static final TaskName SIZE = TaskName.of("siblings.Sides.Three", "size");
    private static final TaskName LATER = TaskName.of("siblings.Sides.Three", "later");

    private final Sides.Three target;
    private final Deft deft;
    private final RetryPolicy readRetry;
    private final LimitPolicy failuresLimit;
    private final LimitPolicy allLimit;
    private final LimitPolicy sizeLimit;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    Sides_ThreeTasks(Sides.Three target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.readRetry = deft.policies().retry(READ, RetrySettings.attempts(3)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1))
                .on(FailureFilter.on(FileNotFoundException.class)));
        this.failuresLimit = deft.policies().limit(FAILURES, LimitSettings.permits(2));
        this.allLimit = deft.policies().limit(ALL, LimitSettings.permits(1));
        this.sizeLimit = deft.policies().limit(SIZE, LimitSettings.permits(3));
        deft.policies().checkSettings("siblings.Sides.Three");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    static Sides_ThreeTasks of(Sides.Three target) {
        return new Sides_ThreeTasks(target, Deft.global());
    }

    /**
     * Calls {@link Sides.Three#read(String)}.
     *
     * <p>From the outside in: {@code @Retry(on = FileNotFoundException.class)} (3 attempts, waits 100 ms, 200 ms), the
     * call.
     */
    @Override
    public String read(String path) throws FileNotFoundException {
        return Deft.hasListeners(deft) ? readObserved(path) : readRetried(path);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private String readObserved(String path) throws FileNotFoundException {
        Call call = deft.begin(READ);
        String result;
        try {
            result = readRetried(path);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Retry(on = FileNotFoundException.class)} around {@link Sides.Three#read(String)}. */
    private String readRetried(String path) throws FileNotFoundException {
        RetryPolicy.called(readRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                return target.read(path);
            } catch (Throwable failure) {
                run = readRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // FileNotFoundException or unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /**
     * Calls {@link Sides.Three#failures(Exception)}.
     *
     * <p>From the outside in: {@code @Limit(2)}, the call.
     */
    @Override
    public <Y extends Exception> List<Y> failures(Y first) throws EOFException, Y {
        return Deft.hasListeners(deft) ? failuresObserved(first) : failuresLimited(first);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private <Y extends Exception> List<Y> failuresObserved(Y first) throws EOFException, Y {
        Call call = deft.begin(FAILURES);
        List<Y> result;
        try {
            result = failuresLimited(first);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(2)} around {@link Sides.Three#failures(Exception)}. */
    private <Y extends Exception> List<Y> failuresLimited(Y first) throws EOFException, Y {
        failuresLimit.acquire();
        try {
            return target.failures(first);
        } finally {
            failuresLimit.release();
        }
    }

    /**
     * Calls {@link Sides.Three#all()}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    @Override
    public List<Integer> all() {
        return Deft.hasListeners(deft) ? allObserved() : allLimited();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private List<Integer> allObserved() {
        Call call = deft.begin(ALL);
        List<Integer> result;
        try {
            result = allLimited();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(1)} around {@link Sides.Three#all()}. */
    private List<Integer> allLimited() {
        allLimit.acquire();
        try {
            return target.all();
        } finally {
            allLimit.release();
        }
    }

    /**
     * Calls {@link Sides.Three#size()}.
     *
     * <p>From the outside in: {@code @Limit(3)}, the call.
     */
    @Override
    public long size() {
        return Deft.hasListeners(deft) ? sizeObserved() : sizeLimited();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private long sizeObserved() {
        Call call = deft.begin(SIZE);
        long result;
        try {
            result = sizeLimited();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(3)} around {@link Sides.Three#size()}. */
    private long sizeLimited() {
        sizeLimit.acquire();
        try {
            return target.size();
        } finally {
            sizeLimit.release();
        }
    }

    /**
     * Starts {@link Sides.Three#later()} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async}, the call.
     */
    @Override
    public Task<Integer> later() {
        return deft.start(LATER, () -> Task.await(target.later()));
    }
}
