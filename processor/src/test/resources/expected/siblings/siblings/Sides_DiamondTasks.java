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
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Runs the methods of {@link Sides.Diamond} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Sides.Diamond}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
final class Sides_DiamondTasks implements Sides.Diamond {
    private static final TaskName READ = TaskName.of("siblings.Sides.Diamond", "read", "String");
    private static final TaskName ALL = TaskName.of("siblings.Sides.Diamond", "all");
    private static final TaskName LATER = TaskName.of("siblings.Sides.Diamond", "later");

    private final Sides.Diamond target;
    private final Deft deft;
    private final RetryPolicy readRetry;
    private final LimitPolicy allLimit;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    Sides_DiamondTasks(Sides.Diamond target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.readRetry = deft.policies().retry(READ, RetrySettings.attempts(3)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1))
                .on(FailureFilter.on(FileNotFoundException.class)));
        this.allLimit = deft.policies().limit(ALL, LimitSettings.permits(1));
        deft.policies().checkSettings("siblings.Sides.Diamond");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    static Sides_DiamondTasks of(Sides.Diamond target) {
        return new Sides_DiamondTasks(target, Deft.global());
    }

    /**
     * Calls {@link Sides.Diamond#read(String)}.
     *
     * <p>From the outside in: {@code @Retry(on = FileNotFoundException.class)} (3 attempts, waits 100 ms, 200 ms), the
     * call.
     */
    @Override
    public String read(String path) {
        return Deft.hasListeners(deft) ? readObserved(path) : readRetried(path);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private String readObserved(String path) {
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

    /** {@code @Retry(on = FileNotFoundException.class)} around {@link Sides.Diamond#read(String)}. */
    private String readRetried(String path) {
        RetryPolicy.called(readRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                return target.read(path);
            } catch (Throwable failure) {
                run = readRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /** Passes straight through to {@link Sides.Diamond#failures(Exception)}. */
    @Override
    public <X extends Exception> Collection<X> failures(X first) throws X, IOException {
        return target.failures(first);
    }

    /**
     * Calls {@link Sides.Diamond#all()}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    @Override
    public Iterable<String> all() throws IOException {
        return Deft.hasListeners(deft) ? allObserved() : allLimited();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private Iterable<String> allObserved() throws IOException {
        Call call = deft.begin(ALL);
        Iterable<String> result;
        try {
            result = allLimited();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(1)} around {@link Sides.Diamond#all()}. */
    private Iterable<String> allLimited() throws IOException {
        allLimit.acquire();
        try {
            return target.all();
        } finally {
            allLimit.release();
        }
    }

    /** Passes straight through to {@link Sides.Diamond#size()}. */
    @Override
    public long size() throws IOException {
        return target.size();
    }

    /**
     * Starts {@link Sides.Diamond#later()} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async}, the call.
     */
    @Override
    public Task<String> later() {
        return deft.start(LATER, () -> Task.awaitFuture(target.later()));
    }
}
