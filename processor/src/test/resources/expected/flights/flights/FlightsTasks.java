package flights;

import dev.deft.Call;
import dev.deft.Defer;
import dev.deft.Deft;
import dev.deft.GeneratedTasks;
import dev.deft.Task;
import dev.deft.TaskContext;
import dev.deft.TaskName;
import dev.deft.policy.CallKey;
import dev.deft.policy.DeadlinePolicy;
import dev.deft.policy.DeadlineScope;
import dev.deft.policy.Failures;
import dev.deft.policy.RetryPolicy;
import dev.deft.policy.RetryRun;
import dev.deft.policy.RetrySettings;
import dev.deft.policy.SingleFlightPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Runs the methods of {@link Flights} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Flights}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
final class FlightsTasks {
    private static final TaskName ALL = TaskName.of("flights.Flights", "all", "String", "int");
    private static final TaskName GENERIC = TaskName.of("flights.Flights", "generic", "T", "T");
    private static final TaskName KEYED = TaskName.of("flights.Flights", "keyed", "Query");
    private static final TaskName BY_ARRAY = TaskName.of("flights.Flights", "byArray", "Query");
    private static final TaskName NONE = TaskName.of("flights.Flights", "none");
    private static final TaskName ONE = TaskName.of("flights.Flights", "one", "String");
    private static final TaskName ARRAY = TaskName.of("flights.Flights", "array", "String[]");
    private static final TaskName KEY_ARRAY = TaskName.of("flights.Flights", "keyArray", "Query");
    private static final TaskName WITHIN = TaskName.of("flights.Flights", "within", "String");

    private final Flights target;
    private final Deft deft;
    private final SingleFlightPolicy allFlight;
    private final SingleFlightPolicy genericFlight;
    private final SingleFlightPolicy keyedFlight;
    private final SingleFlightPolicy byArrayFlight;
    private final SingleFlightPolicy noneFlight;
    private final SingleFlightPolicy oneFlight;
    private final SingleFlightPolicy arrayFlight;
    private final SingleFlightPolicy keyArrayFlight;
    private final SingleFlightPolicy withinFlight;
    private final DeadlinePolicy withinDeadline;
    private final RetryPolicy withinRetry;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    FlightsTasks(Flights target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.allFlight = deft.policies().singleFlight(ALL);
        this.genericFlight = deft.policies().singleFlight(GENERIC);
        this.keyedFlight = deft.policies().singleFlight(KEYED);
        this.byArrayFlight = deft.policies().singleFlight(BY_ARRAY);
        this.noneFlight = deft.policies().singleFlight(NONE);
        this.oneFlight = deft.policies().singleFlight(ONE);
        this.arrayFlight = deft.policies().singleFlight(ARRAY);
        this.keyArrayFlight = deft.policies().singleFlight(KEY_ARRAY);
        this.withinFlight = deft.policies().singleFlight(WITHIN);
        this.withinDeadline = deft.policies().deadline(WITHIN, Duration.ofSeconds(2));
        this.withinRetry = deft.policies().retry(WITHIN, RetrySettings.attempts(3)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1)));
        deft.policies().checkSettings("flights.Flights");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    static FlightsTasks of(Flights target) {
        return new FlightsTasks(target, Deft.global());
    }

    /**
     * Calls {@link Flights#all(String, int, TaskContext)}.
     *
     * <p>From the outside in: {@code @SingleFlight} (by all parameters), the call.
     */
    List<? extends Number> all(String text, int page) throws IOException {
        return Deft.hasListeners(deft) ? allObserved(text, page) : allShared(text, page);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private List<? extends Number> allObserved(String text, int page) throws IOException {
        Call call = deft.begin(ALL);
        List<? extends Number> result;
        try {
            result = allShared(text, page);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @SingleFlight} around {@link Flights#all(String, int, TaskContext)}. */
    private List<? extends Number> allShared(String text, int page) throws IOException {
        return allFlight.call(CallKey.of(target, text, page), () -> target.all(text, page, TaskContext.current()));
    }

    /**
     * Calls {@link Flights#generic(Comparable, Comparable)}.
     *
     * <p>From the outside in: {@code @SingleFlight} (by all parameters), the call.
     */
    <T extends Comparable<T>> T generic(T CallKey, T target) throws InterruptedException {
        return Deft.hasListeners(deft) ? genericObserved(CallKey, target) : genericShared(CallKey, target);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private <T extends Comparable<T>> T genericObserved(T CallKey_, T target) throws InterruptedException {
        Call call = deft.begin(GENERIC);
        T result;
        try {
            result = genericShared(CallKey_, target);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @SingleFlight} around {@link Flights#generic(Comparable, Comparable)}. */
    private <T extends Comparable<T>> T genericShared(T CallKey_, T target) throws InterruptedException {
        return genericFlight.callInterruptibly(
                CallKey.of(this.target, CallKey_, target), () -> this.target.generic(CallKey_, target));
    }

    /**
     * Calls {@link Flights#keyed(Flights.Query)}.
     *
     * <p>From the outside in: {@code @SingleFlight(key = "query.text")}, the call.
     */
    void keyed(Flights.Query query) {
        if (Deft.hasListeners(deft)) {
            keyedObserved(query);
        } else {
            keyedShared(query);
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void keyedObserved(Flights.Query query) {
        Call call = deft.begin(KEYED);
        try {
            keyedShared(query);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @SingleFlight(key = "query.text")} around {@link Flights#keyed(Flights.Query)}. */
    private void keyedShared(Flights.Query query) {
        keyedFlight.call(CallKey.of(target, query.text()), () -> {
            target.keyed(query);
            return null;
        });
    }

    /**
     * Calls {@link Flights#byArray(Flights.Query)}.
     *
     * <p>From the outside in: {@code @SingleFlight(key = "query.tags")}, the call.
     */
    long byArray(Flights.Query query) {
        return Deft.hasListeners(deft) ? byArrayObserved(query) : byArrayShared(query);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private long byArrayObserved(Flights.Query query) {
        Call call = deft.begin(BY_ARRAY);
        long result;
        try {
            result = byArrayShared(query);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @SingleFlight(key = "query.tags")} around {@link Flights#byArray(Flights.Query)}. */
    private long byArrayShared(Flights.Query query) {
        return byArrayFlight.call(CallKey.of(target, query.tags()), () -> target.byArray(query));
    }

    /**
     * Calls {@link Flights#none()}.
     *
     * <p>From the outside in: {@code @SingleFlight} (by all parameters), the call.
     */
    boolean none() {
        return Deft.hasListeners(deft) ? noneObserved() : noneShared();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private boolean noneObserved() {
        Call call = deft.begin(NONE);
        boolean result;
        try {
            result = noneShared();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @SingleFlight} around {@link Flights#none()}. */
    private boolean noneShared() {
        return noneFlight.call(CallKey.of(), () -> Flights.none());
    }

    /**
     * Calls {@link Flights#one(String)}.
     *
     * <p>From the outside in: {@code @SingleFlight} (by all parameters), the call.
     */
    char one(String text) {
        return Deft.hasListeners(deft) ? oneObserved(text) : oneShared(text);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private char oneObserved(String text) {
        Call call = deft.begin(ONE);
        char result;
        try {
            result = oneShared(text);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @SingleFlight} around {@link Flights#one(String)}. */
    private char oneShared(String text) {
        return oneFlight.call(CallKey.of(text), () -> Flights.one(text));
    }

    /**
     * Calls {@link Flights#array(String[], Defer)}.
     *
     * <p>From the outside in: {@code @SingleFlight} (by all parameters), the call.
     */
    void array(String[] text) {
        if (Deft.hasListeners(deft)) {
            arrayObserved(text);
        } else {
            arrayShared(text);
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void arrayObserved(String[] text) {
        Call call = deft.begin(ARRAY);
        try {
            arrayShared(text);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @SingleFlight} around {@link #arrayDeferring}. */
    private void arrayShared(String[] text) {
        arrayFlight.call(CallKey.of((Object) text), () -> {
            arrayDeferring(text);
            return null;
        });
    }

    /** Runs what {@link Flights#array(String[], Defer)} defers, when it ends. */
    private void arrayDeferring(String[] text) {
        Defer defer = new Defer();
        try {
            Flights.array(text, defer);
        } catch (Throwable failure) {
            defer.failed(failure);
            return;
        }
        defer.succeeded(null);
    }

    /**
     * Calls {@link Flights#keyArray(Flights.Query)}.
     *
     * <p>From the outside in: {@code @SingleFlight(key = "query.tags")}, the call.
     */
    void keyArray(Flights.Query query) throws InterruptedException {
        if (Deft.hasListeners(deft)) {
            keyArrayObserved(query);
        } else {
            keyArrayShared(query);
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void keyArrayObserved(Flights.Query query) throws InterruptedException {
        Call call = deft.begin(KEY_ARRAY);
        try {
            keyArrayShared(query);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @SingleFlight(key = "query.tags")} around {@link Flights#keyArray(Flights.Query)}. */
    private void keyArrayShared(Flights.Query query) throws InterruptedException {
        keyArrayFlight.callInterruptibly(CallKey.of((Object) query.tags()), () -> {
            Flights.keyArray(query);
            return null;
        });
    }

    /**
     * Starts {@link Flights#within(String)} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async}, {@code @Fallback("instead")}, {@code @SingleFlight} (by all parameters),
     * {@code @Deadline("2s")}, {@code @Retry} (3 attempts, waits 100 ms, 200 ms), the call.
     */
    Task<String> within(String text) {
        return deft.start(WITHIN, () -> withinOrFallback(text));
    }

    /** {@code @Fallback("instead")} around {@link #withinShared}. */
    private String withinOrFallback(String text) throws IOException {
        try {
            return withinShared(text);
        } catch (Throwable thrown) {
            Throwable failure = Failures.of(thrown); // looks through CompletionException and ExecutionException
            if (failure instanceof Exception && !Failures.isCancellation(failure)) {
                deft.recovered(WITHIN, failure);
                try {
                    return target.instead(text);
                } catch (Throwable second) {
                    Failures.suppress(second, thrown);
                    throw second;
                }
            }
            throw thrown;
        }
    }

    /** {@code @SingleFlight} around {@link #withinBounded}. */
    private String withinShared(String text) throws IOException {
        return withinFlight.call(CallKey.of(target, text), () -> withinBounded(text));
    }

    /** {@code @Deadline("2s")} around {@link #withinRetried}. */
    private String withinBounded(String text) throws IOException {
        DeadlineScope scope = withinDeadline.open();
        String result;
        try {
            result = withinRetried(text);
        } catch (Throwable failure) {
            scope.close(failure); // throws DeadlineExceededException when the time was up
            throw failure;
        }
        scope.close();
        return result;
    }

    /** {@code @Retry} around {@link Flights#within(String)}. */
    private String withinRetried(String text) throws IOException {
        RetryPolicy.called(withinRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                return target.within(text);
            } catch (Throwable failure) {
                run = withinRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // IOException or unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }
}
