package cleanups;

import dev.deft.Call;
import dev.deft.Defer;
import dev.deft.Deft;
import dev.deft.GeneratedTasks;
import dev.deft.TaskContext;
import dev.deft.TaskName;
import dev.deft.policy.Failures;
import dev.deft.policy.RetryPolicy;
import dev.deft.policy.RetryRun;
import dev.deft.policy.RetrySettings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Runs the methods of {@link Cleanups} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Cleanups}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
final class CleanupsTasks {
    private static final TaskName TRANSFER = TaskName.of("cleanups.Cleanups", "transfer", "String", "String");
    private static final TaskName NUMBER = TaskName.of("cleanups.Cleanups", "number");
    private static final TaskName AMBIGUOUS = TaskName.of("cleanups.Cleanups", "ambiguous", "int");
    private static final TaskName DEFERRING = TaskName.of("cleanups.Cleanups", "deferring", "int");
    private static final TaskName DEFERRING_VOID = TaskName.of("cleanups.Cleanups", "deferringVoid", "String");

    private final Cleanups target;
    private final Deft deft;
    private final RetryPolicy deferringRetry;
    private final RetryPolicy deferringVoidRetry;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    CleanupsTasks(Cleanups target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.deferringRetry = deft.policies().retry(DEFERRING, RetrySettings.attempts(3)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1)));
        this.deferringVoidRetry = deft.policies().retry(DEFERRING_VOID, RetrySettings.attempts(3)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1)));
        deft.policies().checkSettings("cleanups.Cleanups");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    static CleanupsTasks of(Cleanups target) {
        return new CleanupsTasks(target, Deft.global());
    }

    /**
     * Calls {@link Cleanups#transfer(String, String)}.
     *
     * <p>From the outside in: {@code @Deferred({"first", "second"})},
     * {@code @Deferred(value = "commit", on = SUCCESS)}, {@code @Deferred(value = "rollback", on = FAILURE)}, the call.
     */
    List<String> transfer(String from, String to) throws IOException {
        return Deft.hasListeners(deft) ? transferObserved(from, to) : transferThenFirst(from, to);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private List<String> transferObserved(String from, String to) throws IOException {
        Call call = deft.begin(TRANSFER);
        List<String> result;
        try {
            result = transferThenFirst(from, to);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /**
     * {@code @Deferred({"first", "second"})}: runs {@link Cleanups#first(String)} after {@link #transferThenSecond},
     * however it ends.
     */
    private List<String> transferThenFirst(String from, String to) throws IOException {
        List<String> result;
        try {
            result = transferThenSecond(from, to);
        } catch (Throwable failure) {
            try {
                Cleanups.first(to);
            } catch (Throwable second) {
                Failures.suppress(failure, second);
            }
            throw failure;
        }
        Cleanups.first(to);
        return result;
    }

    /**
     * {@code @Deferred({"first", "second"})}: runs {@link Cleanups#second(List, Throwable)} after
     * {@link #transferThenCommit}, however it ends.
     */
    private List<String> transferThenSecond(String from, String to) throws IOException {
        List<String> result;
        try {
            result = transferThenCommit(from, to);
        } catch (Throwable failure) {
            try {
                target.second(null, Failures.of(failure));
            } catch (Throwable second) {
                Failures.suppress(failure, second);
            }
            throw failure;
        }
        target.second(result, null);
        return result;
    }

    /**
     * {@code @Deferred(value = "commit", on = SUCCESS)}: runs {@link Cleanups#commit(String, List)} after
     * {@link #transferThenRollback}, if it succeeds.
     */
    private List<String> transferThenCommit(String from, String to) throws IOException {
        List<String> result = transferThenRollback(from, to);
        target.commit(from, result);
        return result;
    }

    /**
     * {@code @Deferred(value = "rollback", on = FAILURE)}: runs {@link Cleanups#rollback(String, IOException)} after
     * {@link Cleanups#transfer(String, String)}, if it fails.
     */
    private List<String> transferThenRollback(String from, String to) throws IOException {
        try {
            return target.transfer(from, to);
        } catch (Throwable failure) {
            if (Failures.of(failure) instanceof IOException cause) {
                try {
                    target.rollback(from, cause);
                } catch (Throwable second) {
                    Failures.suppress(failure, second);
                }
            }
            throw failure;
        }
    }

    /**
     * Calls {@link Cleanups#number()}.
     *
     * <p>From the outside in: {@code @Deferred("primitive")}, the call.
     */
    short number() {
        return Deft.hasListeners(deft) ? numberObserved() : numberThenPrimitive();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private short numberObserved() {
        Call call = deft.begin(NUMBER);
        short result;
        try {
            result = numberThenPrimitive();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /**
     * {@code @Deferred("primitive")}: runs {@link Cleanups#primitive(short)} after {@link Cleanups#number()}, however
     * it ends.
     */
    private short numberThenPrimitive() {
        short result;
        try {
            result = target.number();
        } catch (Throwable failure) {
            try {
                target.primitive((short) 0);
            } catch (Throwable second) {
                Failures.suppress(failure, second);
            }
            throw failure;
        }
        target.primitive(result);
        return result;
    }

    /**
     * Calls {@link Cleanups#ambiguous(int)}.
     *
     * <p>From the outside in: {@code @Deferred("overloaded")}, the call.
     */
    String ambiguous(int n) {
        return Deft.hasListeners(deft) ? ambiguousObserved(n) : ambiguousThenOverloaded(n);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private String ambiguousObserved(int n) {
        Call call = deft.begin(AMBIGUOUS);
        String result;
        try {
            result = ambiguousThenOverloaded(n);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /**
     * {@code @Deferred("overloaded")}: runs {@link Cleanups#overloaded(int, String, IOException)} after
     * {@link Cleanups#ambiguous(int)}, however it ends.
     */
    private String ambiguousThenOverloaded(int n) {
        String result;
        try {
            result = target.ambiguous(n);
        } catch (Throwable failure) {
            if (Failures.of(failure) instanceof IOException cause) {
                try {
                    target.overloaded(n, (String) null, cause);
                } catch (Throwable second) {
                    Failures.suppress(failure, second);
                }
            }
            throw failure;
        }
        target.overloaded(n, result, (IOException) null);
        return result;
    }

    /**
     * Calls {@link Cleanups#deferring(Defer, int, TaskContext)}.
     *
     * <p>From the outside in: {@code @Retry} (3 attempts, waits 100 ms, 200 ms), {@code @Recover("zero")}, the call.
     */
    int deferring(int n) {
        return Deft.hasListeners(deft) ? deferringObserved(n) : deferringRetried(n);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private int deferringObserved(int n) {
        Call call = deft.begin(DEFERRING);
        int result;
        try {
            result = deferringRetried(n);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Retry} around {@link #deferringRecovered}. */
    private int deferringRetried(int n) {
        RetryPolicy.called(deferringRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                return deferringRecovered(n);
            } catch (Throwable failure) {
                run = deferringRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /** {@code @Recover("zero")} around {@link #deferringDeferring}. */
    private int deferringRecovered(int n) {
        try {
            return deferringDeferring(n);
        } catch (Throwable thrown) {
            Throwable failure = Failures.of(thrown); // looks through CompletionException and ExecutionException
            if (failure instanceof Exception && !Failures.isCancellation(failure)) {
                deft.recovered(DEFERRING, failure);
                try {
                    return target.zero();
                } catch (Throwable second) {
                    Failures.suppress(second, thrown);
                    throw second;
                }
            }
            throw thrown;
        }
    }

    /** Runs what {@link Cleanups#deferring(Defer, int, TaskContext)} defers, when it ends. */
    private int deferringDeferring(int n) {
        Defer defer = new Defer();
        int result;
        try {
            result = target.deferring(defer, n, TaskContext.current());
        } catch (Throwable failure) {
            return defer.failed(failure);
        }
        return defer.succeeded(result);
    }

    /**
     * Calls {@link Cleanups#deferringVoid(String, Defer)}.
     *
     * <p>From the outside in: {@code @Retry} (3 attempts, waits 100 ms, 200 ms), the call.
     */
    void deferringVoid(String defer) {
        if (Deft.hasListeners(deft)) {
            deferringVoidObserved(defer);
        } else {
            deferringVoidRetried(defer);
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void deferringVoidObserved(String defer) {
        Call call = deft.begin(DEFERRING_VOID);
        try {
            deferringVoidRetried(defer);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Retry} around {@link #deferringVoidDeferring}. */
    private void deferringVoidRetried(String defer) {
        RetryPolicy.called(deferringVoidRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                deferringVoidDeferring(defer);
                return;
            } catch (Throwable failure) {
                run = deferringVoidRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /** Runs what {@link Cleanups#deferringVoid(String, Defer)} defers, when it ends. */
    private void deferringVoidDeferring(String defer) {
        Defer defer_ = new Defer();
        try {
            target.deferringVoid(defer, defer_);
        } catch (Throwable failure) {
            defer_.failed(failure);
            return;
        }
        defer_.succeeded(null);
    }
}
