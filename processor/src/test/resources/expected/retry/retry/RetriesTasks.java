package retry;

import dev.deft.Call;
import dev.deft.Deft;
import dev.deft.GeneratedTasks;
import dev.deft.Task;
import dev.deft.TaskName;
import dev.deft.policy.FailureFilter;
import dev.deft.policy.RetryPolicy;
import dev.deft.policy.RetryRun;
import dev.deft.policy.RetrySettings;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Runs the methods of {@link Retries} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Retries}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
final class RetriesTasks {
    private static final TaskName ONCE = TaskName.of("retry.Retries", "once");
    private static final TaskName TWICE = TaskName.of("retry.Retries", "twice");
    private static final TaskName OFTEN = TaskName.of("retry.Retries", "often");
    private static final TaskName FOR_EVER = TaskName.of("retry.Retries", "forEver");
    private static final TaskName AT_ONCE = TaskName.of("retry.Retries", "atOnce");
    private static final TaskName LINEAR = TaskName.of("retry.Retries", "linear");
    private static final TaskName FIBONACCI = TaskName.of("retry.Retries", "fibonacci");
    private static final TaskName SLOWER = TaskName.of("retry.Retries", "slower");
    private static final TaskName DECORRELATED = TaskName.of("retry.Retries", "decorrelated");
    private static final TaskName CHOSEN = TaskName.of("retry.Retries", "chosen");
    private static final TaskName ASKED = TaskName.of("retry.Retries", "asked", "int");
    private static final TaskName POLLED = TaskName.of("retry.Retries", "polled", "int");
    private static final TaskName COMPUTED_UNDER_ASYNC = TaskName.of("retry.Retries", "computedUnderAsync");

    private final Retries target;
    private final Deft deft;
    private final RetryPolicy onceRetry;
    private final RetryPolicy twiceRetry;
    private final RetryPolicy oftenRetry;
    private final RetryPolicy forEverRetry;
    private final RetryPolicy atOnceRetry;
    private final RetryPolicy linearRetry;
    private final RetryPolicy fibonacciRetry;
    private final RetryPolicy slowerRetry;
    private final RetryPolicy decorrelatedRetry;
    private final RetryPolicy chosenRetry;
    private final RetryPolicy askedRetry;
    private final RetryPolicy polledRetry;
    private final RetryPolicy computedUnderAsyncRetry;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    RetriesTasks(Retries target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.onceRetry = deft.policies().retry(ONCE, RetrySettings.attempts(1));
        this.twiceRetry = deft.policies().retry(TWICE, RetrySettings.attempts(2).delay(Duration.ofMillis(250)));
        this.oftenRetry = deft.policies().retry(OFTEN, RetrySettings.attempts(9)
                .delay(Duration.ofSeconds(1))
                .exponential(2.0)
                .maxDelay(Duration.ofSeconds(10)));
        this.forEverRetry = deft.policies().retry(FOR_EVER, RetrySettings.unlimitedAttempts()
                .delay(Duration.ofSeconds(1))
                .constant());
        this.atOnceRetry = deft.policies().retry(AT_ONCE, RetrySettings.attempts(3).delay(Duration.ZERO));
        this.linearRetry = deft.policies().retry(LINEAR, RetrySettings.attempts(4)
                .delay(Duration.ofMillis(100))
                .linear()
                .maxDelay(Duration.ofMinutes(1))
                .equalJitter());
        this.fibonacciRetry = deft.policies().retry(FIBONACCI, RetrySettings.attempts(6)
                .delay(Duration.ofMillis(100))
                .fibonacci()
                .maxDelay(Duration.ofMinutes(1))
                .fullJitter());
        this.slowerRetry = deft.policies().retry(SLOWER, RetrySettings.attempts(4)
                .delay(Duration.ofMillis(100))
                .exponential(1.5)
                .maxDelay(Duration.ofMinutes(1)));
        this.decorrelatedRetry = deft.policies().retry(DECORRELATED, RetrySettings.attempts(3)
                .delay(Duration.ofMillis(100))
                .maxDelay(Duration.ofMinutes(1))
                .decorrelatedJitter()
                .maxDuration(Duration.ofMinutes(5)));
        this.chosenRetry = deft.policies().retry(CHOSEN, RetrySettings.attempts(3)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1))
                .on(FailureFilter.on(IOException.class, OutOfMemoryError.class)
                        .except(FileNotFoundException.class)
                        .alongCauses()));
        this.askedRetry = deft.policies().retry(ASKED, RetrySettings.attempts(3)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1))
                .computedDelays());
        this.polledRetry = deft.policies().retry(POLLED, RetrySettings.attempts(3)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1))
                .maxDuration(Duration.ofHours(1)));
        this.computedUnderAsyncRetry = deft.policies().retry(COMPUTED_UNDER_ASYNC, RetrySettings.attempts(3)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1))
                .maxDuration(Duration.ofMinutes(1))
                .computedDelays());
        deft.policies().checkSettings("retry.Retries");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    static RetriesTasks of(Retries target) {
        return new RetriesTasks(target, Deft.global());
    }

    /**
     * Calls {@link Retries#once()}.
     *
     * <p>From the outside in: {@code @Retry(attempts = 1)}, the call.
     */
    void once() {
        if (Deft.hasListeners(deft)) {
            onceObserved();
        } else {
            onceRetried();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void onceObserved() {
        Call call = deft.begin(ONCE);
        try {
            onceRetried();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Retry(attempts = 1)} around {@link Retries#once()}. */
    private void onceRetried() {
        RetryPolicy.called(onceRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                target.once();
                return;
            } catch (Throwable failure) {
                run = onceRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /**
     * Calls {@link Retries#twice()}.
     *
     * <p>From the outside in: {@code @Retry(attempts = 2, delay = "250ms")} (waits 250 ms), the call.
     */
    void twice() {
        if (Deft.hasListeners(deft)) {
            twiceObserved();
        } else {
            twiceRetried();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void twiceObserved() {
        Call call = deft.begin(TWICE);
        try {
            twiceRetried();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Retry(attempts = 2, delay = "250ms")} around {@link Retries#twice()}. */
    private void twiceRetried() {
        RetryPolicy.called(twiceRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                target.twice();
                return;
            } catch (Throwable failure) {
                run = twiceRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /**
     * Calls {@link Retries#often()}.
     *
     * <p>From the outside in: {@code @Retry(attempts = 9, delay = "1s", maxDelay = "10s")} (waits 1 s, 2 s, 4 s, 8 s,
     * 10 s each time), the call.
     */
    void often() {
        if (Deft.hasListeners(deft)) {
            oftenObserved();
        } else {
            oftenRetried();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void oftenObserved() {
        Call call = deft.begin(OFTEN);
        try {
            oftenRetried();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Retry(attempts = 9, delay = "1s", maxDelay = "10s")} around {@link Retries#often()}. */
    private void oftenRetried() {
        RetryPolicy.called(oftenRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                target.often();
                return;
            } catch (Throwable failure) {
                run = oftenRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /**
     * Calls {@link Retries#forEver()}.
     *
     * <p>From the outside in: {@code @Retry(attempts = Retry.UNLIMITED, delay = "1s", backoff = CONSTANT)} (waits 1 s
     * each time), the call.
     */
    void forEver() {
        if (Deft.hasListeners(deft)) {
            forEverObserved();
        } else {
            forEverRetried();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void forEverObserved() {
        Call call = deft.begin(FOR_EVER);
        try {
            forEverRetried();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /**
     * {@code @Retry(attempts = Retry.UNLIMITED, delay = "1s", backoff = CONSTANT)} around {@link Retries#forEver()}.
     */
    private void forEverRetried() {
        RetryPolicy.called(forEverRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                target.forEver();
                return;
            } catch (Throwable failure) {
                run = forEverRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /**
     * Calls {@link Retries#atOnce()}.
     *
     * <p>From the outside in: {@code @Retry(delay = "0")} (3 attempts, without a wait), the call.
     */
    void atOnce() {
        if (Deft.hasListeners(deft)) {
            atOnceObserved();
        } else {
            atOnceRetried();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void atOnceObserved() {
        Call call = deft.begin(AT_ONCE);
        try {
            atOnceRetried();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Retry(delay = "0")} around {@link Retries#atOnce()}. */
    private void atOnceRetried() {
        RetryPolicy.called(atOnceRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                target.atOnce();
                return;
            } catch (Throwable failure) {
                run = atOnceRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /**
     * Calls {@link Retries#linear()}.
     *
     * <p>From the outside in: {@code @Retry(attempts = 4, backoff = LINEAR, jitter = EQUAL)} (waits half to all of
     * 100 ms, 200 ms, 300 ms), the call.
     */
    void linear() {
        if (Deft.hasListeners(deft)) {
            linearObserved();
        } else {
            linearRetried();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void linearObserved() {
        Call call = deft.begin(LINEAR);
        try {
            linearRetried();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Retry(attempts = 4, backoff = LINEAR, jitter = EQUAL)} around {@link Retries#linear()}. */
    private void linearRetried() {
        RetryPolicy.called(linearRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                target.linear();
                return;
            } catch (Throwable failure) {
                run = linearRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /**
     * Calls {@link Retries#fibonacci()}.
     *
     * <p>From the outside in: {@code @Retry(attempts = 6, backoff = FIBONACCI, jitter = FULL)} (waits up to 100 ms,
     * 100 ms, 200 ms, 300 ms, 500 ms), the call.
     */
    void fibonacci() {
        if (Deft.hasListeners(deft)) {
            fibonacciObserved();
        } else {
            fibonacciRetried();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void fibonacciObserved() {
        Call call = deft.begin(FIBONACCI);
        try {
            fibonacciRetried();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Retry(attempts = 6, backoff = FIBONACCI, jitter = FULL)} around {@link Retries#fibonacci()}. */
    private void fibonacciRetried() {
        RetryPolicy.called(fibonacciRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                target.fibonacci();
                return;
            } catch (Throwable failure) {
                run = fibonacciRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /**
     * Calls {@link Retries#slower()}.
     *
     * <p>From the outside in: {@code @Retry(attempts = 4, factor = 1.5)} (waits 100 ms, 150 ms, 225 ms), the call.
     */
    void slower() {
        if (Deft.hasListeners(deft)) {
            slowerObserved();
        } else {
            slowerRetried();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void slowerObserved() {
        Call call = deft.begin(SLOWER);
        try {
            slowerRetried();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Retry(attempts = 4, factor = 1.5)} around {@link Retries#slower()}. */
    private void slowerRetried() {
        RetryPolicy.called(slowerRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                target.slower();
                return;
            } catch (Throwable failure) {
                run = slowerRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /**
     * Calls {@link Retries#decorrelated()}.
     *
     * <p>From the outside in: {@code @Retry(jitter = DECORRELATED, maxDuration = "5m")} (3 attempts, waits 100 ms to
     * 1 min, up to three times the wait before), the call.
     */
    void decorrelated() {
        if (Deft.hasListeners(deft)) {
            decorrelatedObserved();
        } else {
            decorrelatedRetried();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void decorrelatedObserved() {
        Call call = deft.begin(DECORRELATED);
        try {
            decorrelatedRetried();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Retry(jitter = DECORRELATED, maxDuration = "5m")} around {@link Retries#decorrelated()}. */
    private void decorrelatedRetried() {
        RetryPolicy.called(decorrelatedRetry); // pays into the retry budget, if there is one
        RetryRun run = decorrelatedRetry.begin(); // maxDuration counts from here
        while (true) {
            try {
                target.decorrelated();
                return;
            } catch (Throwable failure) {
                run = decorrelatedRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /**
     * Calls {@link Retries#chosen()}.
     *
     * <p>From the outside in:
     * {@code @Retry(on = {IOException.class, OutOfMemoryError.class}, except = FileNotFoundException.class,
     * causes = true)} (3 attempts, waits 100 ms, 200 ms), the call.
     */
    void chosen() throws IOException {
        if (Deft.hasListeners(deft)) {
            chosenObserved();
        } else {
            chosenRetried();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void chosenObserved() throws IOException {
        Call call = deft.begin(CHOSEN);
        try {
            chosenRetried();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /**
     * {@code @Retry(on = {IOException.class, OutOfMemoryError.class}, except = FileNotFoundException.class,
     * causes = true)} around {@link Retries#chosen()}.
     */
    private void chosenRetried() throws IOException {
        RetryPolicy.called(chosenRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                target.chosen();
                return;
            } catch (Throwable failure) {
                run = chosenRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // IOException or unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /**
     * Calls {@link Retries#asked(int)}.
     *
     * <p>From the outside in: {@code @Retry(when = "isTransient", delayFrom = "delay", onRetry = "note")} (3 attempts,
     * waits as long as delay() says), the call.
     */
    int asked(int n) throws InterruptedException {
        return Deft.hasListeners(deft) ? askedObserved(n) : askedRetried(n);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private int askedObserved(int n) throws InterruptedException {
        Call call = deft.begin(ASKED);
        int result;
        try {
            result = askedRetried(n);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /**
     * {@code @Retry(when = "isTransient", delayFrom = "delay", onRetry = "note")} around {@link Retries#asked(int)}.
     */
    private int askedRetried(int n) throws InterruptedException {
        RetryPolicy.called(askedRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                return target.asked(n);
            } catch (Throwable failure) {
                run = askedRetry.failed(run, failure);
                if (!run.permitsAnother() || !run.keepsOn(target.isTransient(run.failure()))) {
                    throw failure; // InterruptedException or unchecked: nothing is wrapped
                }
                if (run.failure() instanceof IllegalStateException cause) {
                    Retries.note(run.attempt(), cause, n);
                }
            }
            run.backOffInterruptibly(
                    run.failure() instanceof IOException cause ? target.delay(cause, run.attempt()) : null);
        }
    }

    /**
     * Calls {@link Retries#polled(int)}.
     *
     * <p>From the outside in: {@code @Retry(whileResult = "isPending", maxDuration = "1h", onRetry = "noteAll")}
     * (3 attempts, waits 100 ms, 200 ms), the call.
     */
    List<String> polled(int n) {
        return Deft.hasListeners(deft) ? polledObserved(n) : polledRetried(n);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private List<String> polledObserved(int n) {
        Call call = deft.begin(POLLED);
        List<String> result;
        try {
            result = polledRetried(n);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /**
     * {@code @Retry(whileResult = "isPending", maxDuration = "1h", onRetry = "noteAll")} around
     * {@link Retries#polled(int)}.
     */
    private List<String> polledRetried(int n) {
        RetryPolicy.called(polledRetry); // pays into the retry budget, if there is one
        RetryRun run = polledRetry.begin(); // maxDuration counts from here
        while (true) {
            List<String> result;
            try {
                result = target.polled(n);
            } catch (Throwable failure) {
                run = polledRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // unchecked: nothing is wrapped
                }
                target.noteAll(run.failure(), run.attempt());
                run.backOff();
                continue;
            }
            if (!target.isPending(result)) {
                return result;
            }
            run = polledRetry.unsatisfied(run);
            if (!run.permitsAnother()) {
                return result;
            }
            target.noteAll(null, run.attempt());
            run.backOff();
        }
    }

    /**
     * Starts {@link Retries#computedUnderAsync()} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async},
     * {@code @Retry(delayFrom = "computed", maxDuration = "1m", onRetry = "sent")} (3 attempts, waits as long as
     * computed() says), the call.
     */
    Task<Void> computedUnderAsync() {
        return deft.start(COMPUTED_UNDER_ASYNC, () -> computedUnderAsyncRetried());
    }

    /**
     * {@code @Retry(delayFrom = "computed", maxDuration = "1m", onRetry = "sent")} around
     * {@link Retries#computedUnderAsync()}.
     */
    private void computedUnderAsyncRetried() {
        RetryPolicy.called(computedUnderAsyncRetry); // pays into the retry budget, if there is one
        RetryRun run = computedUnderAsyncRetry.begin(); // maxDuration counts from here
        while (true) {
            try {
                target.computedUnderAsync();
                return;
            } catch (Throwable failure) {
                run = computedUnderAsyncRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // unchecked: nothing is wrapped
                }
                Retries.sent(run.failure());
            }
            run.backOff(target.computed(run.failure(), run.attempt()));
        }
    }
}
