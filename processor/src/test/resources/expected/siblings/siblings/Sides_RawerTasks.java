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
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Runs the methods of {@link Sides.Rawer} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Sides.Rawer}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
final class Sides_RawerTasks implements Sides.Rawer {
    private static final TaskName ALL = TaskName.of("siblings.Sides.Rawer", "all");
    private static final TaskName READ = TaskName.of("siblings.Sides.Rawer", "read", "String");
    private static final TaskName LATER = TaskName.of("siblings.Sides.Rawer", "later");

    private final Sides.Rawer target;
    private final Deft deft;
    private final LimitPolicy allLimit;
    private final RetryPolicy readRetry;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    Sides_RawerTasks(Sides.Rawer target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.allLimit = deft.policies().limit(ALL, LimitSettings.permits(1));
        this.readRetry = deft.policies().retry(READ, RetrySettings.attempts(3)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1))
                .on(FailureFilter.on(FileNotFoundException.class)));
        deft.policies().checkSettings("siblings.Sides.Rawer");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    static Sides_RawerTasks of(Sides.Rawer target) {
        return new Sides_RawerTasks(target, Deft.global());
    }

    /**
     * Calls {@link Sides.Rawer#all()}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    @Override
    public List<String> all() {
        return Deft.hasListeners(deft) ? allObserved() : allLimited();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private List<String> allObserved() {
        Call call = deft.begin(ALL);
        List<String> result;
        try {
            result = allLimited();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(1)} around {@link Sides.Rawer#all()}. */
    private List<String> allLimited() {
        allLimit.acquire();
        try {
            return target.all();
        } finally {
            allLimit.release();
        }
    }

    /**
     * Calls {@link Sides.Rawer#read(String)}.
     *
     * <p>From the outside in: {@code @Retry(on = FileNotFoundException.class)} (3 attempts, waits 100 ms, 200 ms), the
     * call.
     */
    @Override
    public Object read(String path) throws IOException, InterruptedException {
        return Deft.hasListeners(deft) ? readObserved(path) : readRetried(path);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private Object readObserved(String path) throws IOException, InterruptedException {
        Call call = deft.begin(READ);
        Object result;
        try {
            result = readRetried(path);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Retry(on = FileNotFoundException.class)} around {@link Sides.Rawer#read(String)}. */
    private Object readRetried(String path) throws IOException, InterruptedException {
        RetryPolicy.called(readRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                return target.read(path);
            } catch (Throwable failure) {
                run = readRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // IOException or InterruptedException or unchecked: nothing is wrapped
                }
            }
            run.backOffInterruptibly();
        }
    }

    /** Passes straight through to {@link Sides.Rawer#failures(Exception)}. */
    @Override
    public <X extends Exception> Collection<X> failures(X first) throws X, IOException {
        return target.failures(first);
    }

    /** Passes straight through to {@link Sides.Rawer#size()}. */
    @Override
    public long size() throws IOException {
        return target.size();
    }

    /**
     * Starts {@link Sides.Rawer#later()} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async}, the call.
     */
    @Override
    public Task<String> later() {
        return deft.start(LATER, () -> Task.awaitFuture(target.later()));
    }
}
