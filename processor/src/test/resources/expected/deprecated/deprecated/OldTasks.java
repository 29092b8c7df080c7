package deprecated;

import dev.deft.Call;
import dev.deft.Deft;
import dev.deft.GeneratedTasks;
import dev.deft.TaskName;
import dev.deft.policy.Failures;
import dev.deft.policy.LimitPolicy;
import dev.deft.policy.LimitSettings;
import dev.deft.policy.RetryPolicy;
import dev.deft.policy.RetryRun;
import dev.deft.policy.RetrySettings;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.Generated;

/**
 * Runs the methods of {@link Old} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Old}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
public final class OldTasks {
    private static final TaskName OLD = TaskName.of("deprecated.Old", "old");
    private static final TaskName OLD_TOO = TaskName.of("deprecated.Old", "oldToo");
    private static final TaskName WITH_OLD_FALLBACK = TaskName.of("deprecated.Old", "withOldFallback");
    private static final TaskName GOES = TaskName.of("deprecated.Old", "goes");
    private static final TaskName RAW = TaskName.of("deprecated.Old", "raw", "Set");
    private static final TaskName SAFE = TaskName.of("deprecated.Old", "safe", "E[]");
    private static final TaskName UNSAFE = TaskName.of("deprecated.Old", "unsafe", "List[]");
    private static final TaskName TAKES = TaskName.of("deprecated.Old", "takes", "OldType");

    private final Old target;
    private final Deft deft;
    private final LimitPolicy oldLimit;
    private final LimitPolicy oldTooLimit;
    private final RetryPolicy withOldFallbackRetry;
    private final LimitPolicy goesLimit;
    private final LimitPolicy rawLimit;
    private final LimitPolicy safeLimit;
    private final LimitPolicy unsafeLimit;
    private final LimitPolicy takesLimit;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    public OldTasks(Old target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.oldLimit = deft.policies().limit(OLD, LimitSettings.permits(1));
        this.oldTooLimit = deft.policies().limit(OLD_TOO, LimitSettings.permits(1));
        this.withOldFallbackRetry = deft.policies().retry(WITH_OLD_FALLBACK, RetrySettings.attempts(3)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1)));
        this.goesLimit = deft.policies().limit(GOES, LimitSettings.permits(1));
        this.rawLimit = deft.policies().limit(RAW, LimitSettings.permits(1));
        this.safeLimit = deft.policies().limit(SAFE, LimitSettings.permits(1));
        this.unsafeLimit = deft.policies().limit(UNSAFE, LimitSettings.permits(1));
        this.takesLimit = deft.policies().limit(TAKES, LimitSettings.permits(1));
        deft.policies().checkSettings("deprecated.Old");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    public static OldTasks of(Old target) {
        return new OldTasks(target, Deft.global());
    }

    /**
     * Calls {@link Old#old()}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     *
     * @deprecated as {@link Old#old()} is
     */
    @Deprecated(since = "2")
    public void old() {
        if (Deft.hasListeners(deft)) {
            oldObserved();
        } else {
            oldLimited();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void oldObserved() {
        Call call = deft.begin(OLD);
        try {
            oldLimited();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Limit(1)} around {@link Old#old()}. */
    @Deprecated
    private void oldLimited() {
        oldLimit.acquire();
        try {
            target.old();
        } finally {
            oldLimit.release();
        }
    }

    /**
     * Calls {@link Old#oldToo()}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     *
     * @deprecated as {@link Old#oldToo()} is
     */
    @Deprecated
    public int oldToo() {
        return Deft.hasListeners(deft) ? oldTooObserved() : oldTooLimited();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private int oldTooObserved() {
        Call call = deft.begin(OLD_TOO);
        int result;
        try {
            result = oldTooLimited();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(1)} around {@link Old#oldToo()}. */
    @Deprecated
    private int oldTooLimited() {
        oldTooLimit.acquire();
        try {
            return target.oldToo();
        } finally {
            oldTooLimit.release();
        }
    }

    /**
     * Calls {@link Old#withOldFallback()}.
     *
     * <p>From the outside in: {@code @Fallback("fallback")}, {@code @Retry} (3 attempts, waits 100 ms, 200 ms), the
     * call.
     */
    public void withOldFallback() {
        if (Deft.hasListeners(deft)) {
            withOldFallbackObserved();
        } else {
            withOldFallbackOrFallback();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void withOldFallbackObserved() {
        Call call = deft.begin(WITH_OLD_FALLBACK);
        try {
            withOldFallbackOrFallback();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Fallback("fallback")} around {@link #withOldFallbackRetried}. */
    @Deprecated
    private void withOldFallbackOrFallback() {
        try {
            withOldFallbackRetried();
        } catch (Throwable thrown) {
            Throwable failure = Failures.of(thrown); // looks through CompletionException and ExecutionException
            if (failure instanceof Exception && !Failures.isCancellation(failure)) {
                deft.recovered(WITH_OLD_FALLBACK, failure);
                try {
                    target.fallback();
                    return;
                } catch (Throwable second) {
                    Failures.suppress(second, thrown);
                    throw second;
                }
            }
            throw thrown;
        }
    }

    /** {@code @Retry} around {@link Old#withOldFallback()}. */
    private void withOldFallbackRetried() {
        RetryPolicy.called(withOldFallbackRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                target.withOldFallback();
                return;
            } catch (Throwable failure) {
                run = withOldFallbackRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /**
     * Calls {@link Old#goes()}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     *
     * @deprecated as {@link Old#goes()} is
     */
    @Deprecated(forRemoval = true)
    public void goes() {
        if (Deft.hasListeners(deft)) {
            goesObserved();
        } else {
            goesLimited();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void goesObserved() {
        Call call = deft.begin(GOES);
        try {
            goesLimited();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Limit(1)} around {@link Old#goes()}. */
    @Deprecated
    @SuppressWarnings("removal")
    private void goesLimited() {
        goesLimit.acquire();
        try {
            target.goes();
        } finally {
            goesLimit.release();
        }
    }

    /**
     * Calls {@link Old#raw(Set)}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    @SuppressWarnings("rawtypes")
    public List raw(Set raw) {
        return Deft.hasListeners(deft) ? rawObserved(raw) : rawLimited(raw);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    @SuppressWarnings("rawtypes")
    private List rawObserved(Set raw) {
        Call call = deft.begin(RAW);
        List result;
        try {
            result = rawLimited(raw);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(1)} around {@link Old#raw(Set)}. */
    @SuppressWarnings("rawtypes")
    private List rawLimited(Set raw) {
        rawLimit.acquire();
        try {
            return target.raw(raw);
        } finally {
            rawLimit.release();
        }
    }

    /**
     * Calls {@link Old#safe(Object[])}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final <E> List<E> safe(E... elements) {
        return Deft.hasListeners(deft) ? safeObserved(elements) : safeLimited(elements);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private <E> List<E> safeObserved(E[] elements) {
        Call call = deft.begin(SAFE);
        List<E> result;
        try {
            result = safeLimited(elements);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(1)} around {@link Old#safe(Object[])}. */
    private <E> List<E> safeLimited(E[] elements) {
        safeLimit.acquire();
        try {
            return target.safe(elements);
        } finally {
            safeLimit.release();
        }
    }

    /**
     * Calls {@link Old#unsafe(List[])}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    @SuppressWarnings("unchecked")
    public <E> void unsafe(List<E>... lists) {
        if (Deft.hasListeners(deft)) {
            unsafeObserved(lists);
        } else {
            unsafeLimited(lists);
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private <E> void unsafeObserved(List<E>[] lists) {
        Call call = deft.begin(UNSAFE);
        try {
            unsafeLimited(lists);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Limit(1)} around {@link Old#unsafe(List[])}. */
    private <E> void unsafeLimited(List<E>[] lists) {
        unsafeLimit.acquire();
        try {
            target.unsafe(lists);
        } finally {
            unsafeLimit.release();
        }
    }

    /**
     * Calls {@link Old#takes(Old.OldType)}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    @SuppressWarnings("deprecation")
    public void takes(Old.OldType old) {
        if (Deft.hasListeners(deft)) {
            takesObserved(old);
        } else {
            takesLimited(old);
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    @SuppressWarnings("deprecation")
    private void takesObserved(Old.OldType old) {
        Call call = deft.begin(TAKES);
        try {
            takesLimited(old);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Limit(1)} around {@link Old#takes(Old.OldType)}. */
    @SuppressWarnings("deprecation")
    private void takesLimited(Old.OldType old) {
        takesLimit.acquire();
        try {
            target.takes(old);
        } finally {
            takesLimit.release();
        }
    }
}
