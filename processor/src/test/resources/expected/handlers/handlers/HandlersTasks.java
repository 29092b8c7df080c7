package handlers;

import dev.deft.Call;
import dev.deft.Deft;
import dev.deft.GeneratedTasks;
import dev.deft.Task;
import dev.deft.TaskContext;
import dev.deft.TaskName;
import dev.deft.policy.DeadlinePolicy;
import dev.deft.policy.FailureFilter;
import dev.deft.policy.Failures;
import dev.deft.policy.RetryPolicy;
import dev.deft.policy.RetryRun;
import dev.deft.policy.RetrySettings;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import javax.annotation.processing.Generated;

/**
 * Runs the methods of {@link Handlers} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Handlers}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
final class HandlersTasks {
    private static final TaskName SEVERAL = TaskName.of("handlers.Handlers", "several", "String");
    private static final TaskName BELOW = TaskName.of("handlers.Handlers", "below");
    private static final TaskName MIXED = TaskName.of("handlers.Handlers", "mixed");
    private static final TaskName BOUNDED = TaskName.of("handlers.Handlers", "bounded", "String");
    private static final TaskName BOUNDED_VOID = TaskName.of("handlers.Handlers", "boundedVoid", "String");
    private static final FailureFilter SEVERAL_FALLBACK = FailureFilter.on(CancellationException.class).alongCauses();

    private final Handlers target;
    private final Deft deft;
    private final DeadlinePolicy boundedDeadline;
    private final RetryPolicy boundedRetry;
    private final DeadlinePolicy boundedVoidDeadline;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    HandlersTasks(Handlers target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.boundedDeadline = deft.policies().deadline(BOUNDED, Duration.ofSeconds(1));
        this.boundedRetry = deft.policies().retry(BOUNDED, RetrySettings.attempts(3)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1)));
        this.boundedVoidDeadline = deft.policies().deadline(BOUNDED_VOID, Duration.ofSeconds(1));
        deft.policies().checkSettings("handlers.Handlers");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    static HandlersTasks of(Handlers target) {
        return new HandlersTasks(target, Deft.global());
    }

    /**
     * Calls {@link Handlers#several(String)}.
     *
     * <p>From the outside in: {@code @Fallback(value = "cancelled", on = CancellationException.class, causes = true)},
     * {@code @Fallback(value = "anything", on = Throwable.class)}, {@code @Recover("missing")},
     * {@code @Recover(value = "empty", on = {IOException.class, RuntimeException.class, OutOfMemoryError.class},
     * except = IllegalStateException.class)}, the call.
     */
    String several(String key) throws Exception {
        return Deft.hasListeners(deft) ? severalObserved(key) : severalOrFallback(key);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private String severalObserved(String key) throws Exception {
        Call call = deft.begin(SEVERAL);
        String result;
        try {
            result = severalOrFallback(key);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /**
     * {@code @Fallback(value = "cancelled", on = CancellationException.class, causes = true)},
     * {@code @Fallback(value = "anything", on = Throwable.class)} around {@link #severalRecovered}.
     */
    private String severalOrFallback(String key) throws Exception {
        try {
            return severalRecovered(key);
        } catch (Throwable thrown) {
            Throwable failure = Failures.of(thrown); // looks through CompletionException and ExecutionException
            CancellationException cause = SEVERAL_FALLBACK.find(thrown, CancellationException.class);
            if (cause != null) {
                deft.recovered(SEVERAL, cause);
                try {
                    return target.cancelled(cause);
                } catch (Throwable second) {
                    Failures.suppress(second, thrown);
                    throw second;
                }
            }
            if (!Failures.isCancellation(failure)) {
                deft.recovered(SEVERAL, failure);
                try {
                    return target.anything(TaskContext.current(), failure);
                } catch (Throwable second) {
                    Failures.suppress(second, thrown);
                    throw second;
                }
            }
            throw thrown;
        }
    }

    /**
     * {@code @Recover("missing")},
     * {@code @Recover(value = "empty", on = {IOException.class, RuntimeException.class, OutOfMemoryError.class},
     * except = IllegalStateException.class)} around {@link Handlers#several(String)}.
     */
    private String severalRecovered(String key) throws Exception {
        try {
            return target.several(key);
        } catch (Throwable thrown) {
            Throwable failure = Failures.of(thrown); // looks through CompletionException and ExecutionException
            if (failure instanceof NoSuchElementException cause) {
                deft.recovered(SEVERAL, failure);
                try {
                    return target.missing(cause, key);
                } catch (Throwable second) {
                    Failures.suppress(second, thrown);
                    throw second;
                }
            }
            if ((failure instanceof IOException
                            || (failure instanceof RuntimeException && !Failures.isCancellation(failure))
                            || failure instanceof OutOfMemoryError)
                    && !(failure instanceof IllegalStateException)) {
                deft.recovered(SEVERAL, failure);
                try {
                    return target.empty(key);
                } catch (Throwable second) {
                    Failures.suppress(second, thrown);
                    throw second;
                }
            }
            throw thrown;
        }
    }

    /**
     * Calls {@link Handlers#below()}.
     *
     * <p>From the outside in: {@code @Recover(value = "narrow", on = FileNotFoundException.class)}, the call.
     */
    void below() throws IOException {
        if (Deft.hasListeners(deft)) {
            belowObserved();
        } else {
            belowRecovered();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void belowObserved() throws IOException {
        Call call = deft.begin(BELOW);
        try {
            belowRecovered();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Recover(value = "narrow", on = FileNotFoundException.class)} around {@link Handlers#below()}. */
    private void belowRecovered() throws IOException {
        try {
            target.below();
        } catch (Throwable thrown) {
            Throwable failure = Failures.of(thrown); // looks through CompletionException and ExecutionException
            if (failure instanceof FileNotFoundException cause) {
                deft.recovered(BELOW, failure);
                try {
                    target.narrow(cause);
                    return;
                } catch (Throwable second) {
                    Failures.suppress(second, thrown);
                    throw second;
                }
            }
            throw thrown;
        }
    }

    /**
     * Calls {@link Handlers#mixed()}.
     *
     * <p>From the outside in: {@code @Recover(value = "among", on = {CancellationException.class, Exception.class})},
     * the call.
     */
    void mixed() {
        if (Deft.hasListeners(deft)) {
            mixedObserved();
        } else {
            mixedRecovered();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void mixedObserved() {
        Call call = deft.begin(MIXED);
        try {
            mixedRecovered();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /**
     * {@code @Recover(value = "among", on = {CancellationException.class, Exception.class})} around
     * {@link Handlers#mixed()}.
     */
    private void mixedRecovered() {
        try {
            target.mixed();
        } catch (Throwable thrown) {
            Throwable failure = Failures.of(thrown); // looks through CompletionException and ExecutionException
            if (failure instanceof RuntimeException cause
                    && (failure instanceof CancellationException
                            || (failure instanceof Exception && !Failures.isCancellation(failure)))) {
                deft.recovered(MIXED, failure);
                try {
                    target.among(cause);
                    return;
                } catch (Throwable second) {
                    Failures.suppress(second, thrown);
                    throw second;
                }
            }
            throw thrown;
        }
    }

    /**
     * Starts {@link Handlers#bounded(String)} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async}, {@code @Fallback("later")}, {@code @Deadline("1s")}, {@code @Retry}
     * (3 attempts, waits 100 ms, 200 ms), the call. At worst 1 s.
     */
    Task<Long> bounded(String key) {
        return deft.start(
                BOUNDED, boundedDeadline, () -> boundedRetried(key), failure -> boundedFallback(key, failure));
    }

    /** {@code @Fallback("later")}: what to do when the task has failed. */
    private long boundedFallback(String key, Throwable thrown) throws Throwable {
        Throwable failure = Failures.of(thrown); // looks through CompletionException and ExecutionException
        if (failure instanceof Exception && !Failures.isCancellation(failure)) {
            deft.recovered(BOUNDED, failure);
            try {
                return Task.await(target.later(key));
            } catch (Throwable second) {
                Failures.suppress(second, thrown);
                throw second;
            }
        }
        throw thrown;
    }

    /** {@code @Retry} around {@link Handlers#bounded(String)}. */
    private long boundedRetried(String key) {
        RetryPolicy.called(boundedRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                return target.bounded(key);
            } catch (Throwable failure) {
                run = boundedRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /**
     * Starts {@link Handlers#boundedVoid(String)} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async}, {@code @Fallback("done")}, {@code @Deadline("1s")}, the call. At worst
     * 1 s.
     */
    Task<Void> boundedVoid(String key) {
        return deft.start(BOUNDED_VOID, boundedVoidDeadline, () -> target.boundedVoid(key),
                failure -> boundedVoidFallback(key, failure));
    }

    /** {@code @Fallback("done")}: what to do when the task has failed. */
    private void boundedVoidFallback(String key, Throwable thrown) throws Throwable {
        Throwable failure = Failures.of(thrown); // looks through CompletionException and ExecutionException
        if (failure instanceof Exception && !Failures.isCancellation(failure)) {
            deft.recovered(BOUNDED_VOID, failure);
            try {
                target.done(key, failure);
                return;
            } catch (Throwable second) {
                Failures.suppress(second, thrown);
                throw second;
            }
        }
        throw thrown;
    }
}
