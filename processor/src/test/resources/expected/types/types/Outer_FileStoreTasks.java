package types;

import dev.deft.Call;
import dev.deft.Deft;
import dev.deft.GeneratedTasks;
import dev.deft.TaskName;
import dev.deft.policy.LimitPolicy;
import dev.deft.policy.LimitSettings;
import dev.deft.policy.RetryPolicy;
import dev.deft.policy.RetryRun;
import dev.deft.policy.RetrySettings;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Runs the methods of {@link Outer.FileStore} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Outer.FileStore}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
final class Outer_FileStoreTasks implements Outer.Store {
    private static final TaskName LOAD = TaskName.of("types.Outer.FileStore", "load", "String");
    private static final TaskName OTHER = TaskName.of("types.Outer.FileStore", "other");

    private final Outer.FileStore target;
    private final Deft deft;
    private final RetryPolicy loadRetry;
    private final LimitPolicy otherLimit;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    Outer_FileStoreTasks(Outer.FileStore target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.loadRetry = deft.policies().retry(LOAD, RetrySettings.attempts(3)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1)));
        this.otherLimit = deft.policies().limit(OTHER, LimitSettings.permits(1));
        deft.policies().checkSettings("types.Outer.FileStore");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    static Outer_FileStoreTasks of(Outer.FileStore target) {
        return new Outer_FileStoreTasks(target, Deft.global());
    }

    /**
     * Calls {@link Outer.FileStore#load(String)}.
     *
     * <p>From the outside in: {@code @Retry} (3 attempts, waits 100 ms, 200 ms), the call.
     */
    @Override
    public String load(String key) throws IOException {
        return Deft.hasListeners(deft) ? loadObserved(key) : loadRetried(key);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private String loadObserved(String key) throws IOException {
        Call call = deft.begin(LOAD);
        String result;
        try {
            result = loadRetried(key);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Retry} around {@link Outer.FileStore#load(String)}. */
    private String loadRetried(String key) throws IOException {
        RetryPolicy.called(loadRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                return target.load(key);
            } catch (Throwable failure) {
                run = loadRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // IOException or unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /** Passes straight through to {@link Outer.FileStore#save(String, String)}. */
    @Override
    public void save(String key, String value) {
        target.save(key, value);
    }

    /**
     * Calls {@link Outer.FileStore#other()}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    void other() {
        if (Deft.hasListeners(deft)) {
            otherObserved();
        } else {
            otherLimited();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void otherObserved() {
        Call call = deft.begin(OTHER);
        try {
            otherLimited();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Limit(1)} around {@link Outer.FileStore#other()}. */
    private void otherLimited() {
        otherLimit.acquire();
        try {
            target.other();
        } finally {
            otherLimit.release();
        }
    }
}
