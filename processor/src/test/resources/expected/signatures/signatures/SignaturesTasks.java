package signatures;

import dev.deft.Call;
import dev.deft.Deft;
import dev.deft.GeneratedTasks;
import dev.deft.Task;
import dev.deft.TaskName;
import dev.deft.policy.LimitPolicy;
import dev.deft.policy.LimitSettings;
import dev.deft.policy.RetryPolicy;
import dev.deft.policy.RetryRun;
import dev.deft.policy.RetrySettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;
import strong.Strong;

/**
 * Runs the methods of {@link Signatures} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Signatures}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
public final class SignaturesTasks<T extends Comparable<T>, U extends @Nullable Object> {
    private static final TaskName INTERSECTION = TaskName.of("signatures.Signatures", "intersection", "List", "R");
    private static final TaskName UNTOLD = TaskName.of("signatures.Signatures", "untold");
    private static final TaskName RELATED = TaskName.of("signatures.Signatures", "related", "A", "B", "Function");
    private static final TaskName RECURSIVE = TaskName.of("signatures.Signatures", "recursive", "Class");
    private static final TaskName THROWING = TaskName.of("signatures.Signatures", "throwing", "Class");
    private static final TaskName THROWING_WHAT_IT_IS_TOLD =
            TaskName.of("signatures.Signatures", "throwingWhatItIsTold", "Supplier");
    private static final TaskName ANNOTATED =
            TaskName.of("signatures.Signatures", "annotated", "T", "U", "Entry", "String[][]", "int[]");
    private static final TaskName ANNOTATED_STAGE = TaskName.of("signatures.Signatures", "annotatedStage", "List");
    private static final TaskName PRIMITIVES = TaskName.of(
            "signatures.Signatures", "primitives", "boolean", "byte", "char", "short", "long", "float", "double");
    private static final TaskName ARRAYS = TaskName.of("signatures.Signatures", "arrays", "List[]", "long[][]");
    private static final TaskName QUALIFIED = TaskName.of("signatures.Signatures", "qualified", "Strong");
    private static final TaskName GUARDED = TaskName.of("signatures.Signatures", "guarded", "double");
    private static final TaskName UNIMPLEMENTED = TaskName.of("signatures.Signatures", "unimplemented");
    private static final TaskName ELSEWHERE = TaskName.of("signatures.Signatures", "elsewhere");
    private static final TaskName OF_CLASS = TaskName.of("signatures.Signatures", "ofClass", "V");
    private static final TaskName OVERLOADED = TaskName.of("signatures.Signatures", "overloaded");
    private static final TaskName OVERLOADED_JAVA_LANG_STRING =
            TaskName.of("signatures.Signatures", "overloaded", "java.lang.String");
    private static final TaskName OVERLOADED_LIST = TaskName.of("signatures.Signatures", "overloaded", "List", "int");
    private static final TaskName OVERLOADED_LIST_ARRAY =
            TaskName.of("signatures.Signatures", "overloaded", "List[]", "int");
    private static final TaskName OVERLOADED_STRONG_STRING =
            TaskName.of("signatures.Signatures", "overloaded", "strong.String");

    private final Signatures<T, U> target;
    private final Deft deft;
    private final LimitPolicy intersectionLimit;
    private final LimitPolicy untoldLimit;
    private final LimitPolicy relatedLimit;
    private final LimitPolicy recursiveLimit;
    private final LimitPolicy throwingLimit;
    private final RetryPolicy throwingWhatItIsToldRetry;
    private final LimitPolicy annotatedLimit;
    private final LimitPolicy annotatedStageLimit;
    private final LimitPolicy primitivesLimit;
    private final LimitPolicy arraysLimit;
    private final LimitPolicy qualifiedLimit;
    private final LimitPolicy guardedLimit;
    private final LimitPolicy unimplementedLimit;
    private final LimitPolicy elsewhereLimit;
    private final LimitPolicy ofClassLimit;
    private final LimitPolicy overloadedLimit;
    private final LimitPolicy overloadedJava_lang_StringLimit;
    private final LimitPolicy overloadedListLimit;
    private final LimitPolicy overloadedListArrayLimit;
    private final LimitPolicy overloadedStrong_StringLimit;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    public SignaturesTasks(Signatures<T, U> target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.intersectionLimit = deft.policies().limit(INTERSECTION, LimitSettings.permits(1));
        this.untoldLimit = deft.policies().limit(UNTOLD, LimitSettings.permits(1));
        this.relatedLimit = deft.policies().limit(RELATED, LimitSettings.permits(1));
        this.recursiveLimit = deft.policies().limit(RECURSIVE, LimitSettings.permits(1));
        this.throwingLimit = deft.policies().limit(THROWING, LimitSettings.permits(1));
        this.throwingWhatItIsToldRetry = deft.policies().retry(THROWING_WHAT_IT_IS_TOLD, RetrySettings.attempts(3)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1)));
        this.annotatedLimit = deft.policies().limit(ANNOTATED, LimitSettings.permits(1));
        this.annotatedStageLimit = deft.policies().limit(ANNOTATED_STAGE, LimitSettings.permits(1));
        this.primitivesLimit = deft.policies().limit(PRIMITIVES, LimitSettings.permits(1));
        this.arraysLimit = deft.policies().limit(ARRAYS, LimitSettings.permits(1));
        this.qualifiedLimit = deft.policies().limit(QUALIFIED, LimitSettings.permits(1));
        this.guardedLimit = deft.policies().limit(GUARDED, LimitSettings.permits(1));
        this.unimplementedLimit = deft.policies().limit(UNIMPLEMENTED, LimitSettings.permits(1));
        this.elsewhereLimit = deft.policies().limit(ELSEWHERE, LimitSettings.permits(1));
        this.ofClassLimit = deft.policies().limit(OF_CLASS, LimitSettings.permits(1));
        this.overloadedLimit = deft.policies().limit(OVERLOADED, LimitSettings.permits(1));
        this.overloadedJava_lang_StringLimit =
                deft.policies().limit(OVERLOADED_JAVA_LANG_STRING, LimitSettings.permits(1));
        this.overloadedListLimit = deft.policies().limit(OVERLOADED_LIST, LimitSettings.permits(1));
        this.overloadedListArrayLimit = deft.policies().limit(OVERLOADED_LIST_ARRAY, LimitSettings.permits(1));
        this.overloadedStrong_StringLimit = deft.policies().limit(OVERLOADED_STRONG_STRING, LimitSettings.permits(1));
        deft.policies().checkSettings("signatures.Signatures");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    public static <T extends Comparable<T>, U extends @Nullable Object> SignaturesTasks<T, U> of(
            Signatures<T, U> target) {
        return new SignaturesTasks<>(target, Deft.global());
    }

    /**
     * Calls {@link Signatures#intersection(List, Number)}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    public <R extends Number & Comparable<R>> R intersection(List<? extends R> from, R other) {
        return Deft.hasListeners(deft) ? intersectionObserved(from, other) : intersectionLimited(from, other);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private <R extends Number & Comparable<R>> R intersectionObserved(List<? extends R> from, R other) {
        Call call = deft.begin(INTERSECTION);
        R result;
        try {
            result = intersectionLimited(from, other);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(1)} around {@link Signatures#intersection(List, Number)}. */
    private <R extends Number & Comparable<R>> R intersectionLimited(List<? extends R> from, R other) {
        intersectionLimit.acquire();
        try {
            return target.intersection(from, other);
        } finally {
            intersectionLimit.release();
        }
    }

    /**
     * Starts {@link Signatures#untold()} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async}, {@code @Limit(1)}, the call.
     */
    public <X> Task<X> untold() {
        return deft.start(UNTOLD, () -> this.<X>untoldLimited());
    }

    /** {@code @Limit(1)} around {@link Signatures#untold()}. */
    private <X> X untoldLimited() {
        untoldLimit.acquire();
        try {
            return target.<X>untold();
        } finally {
            untoldLimit.release();
        }
    }

    /**
     * Calls {@link Signatures#related(Object, Object, Function)}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    public <A, B extends A, C extends Map<A, ? super B>> C related(A a, B b, Function<? super A, ? extends C> f) {
        return Deft.hasListeners(deft) ? this.<A, B, C>relatedObserved(a, b, f) : this.<A, B, C>relatedLimited(a, b, f);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private <A, B extends A, C extends Map<A, ? super B>> C relatedObserved(
            A a, B b, Function<? super A, ? extends C> f) {
        Call call = deft.begin(RELATED);
        C result;
        try {
            result = this.<A, B, C>relatedLimited(a, b, f);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(1)} around {@link Signatures#related(Object, Object, Function)}. */
    private <A, B extends A, C extends Map<A, ? super B>> C relatedLimited(
            A a, B b, Function<? super A, ? extends C> f) {
        relatedLimit.acquire();
        try {
            return target.<A, B, C>related(a, b, f);
        } finally {
            relatedLimit.release();
        }
    }

    /**
     * Calls {@link Signatures#recursive(Class)}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    public <E extends Enum<E>> E recursive(Class<E> type) {
        return Deft.hasListeners(deft) ? recursiveObserved(type) : recursiveLimited(type);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private <E extends Enum<E>> E recursiveObserved(Class<E> type) {
        Call call = deft.begin(RECURSIVE);
        E result;
        try {
            result = recursiveLimited(type);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(1)} around {@link Signatures#recursive(Class)}. */
    private <E extends Enum<E>> E recursiveLimited(Class<E> type) {
        recursiveLimit.acquire();
        try {
            return target.recursive(type);
        } finally {
            recursiveLimit.release();
        }
    }

    /**
     * Starts {@link Signatures#throwing(Class)} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async}, {@code @Limit(1)}, the call.
     */
    public <X extends Exception> Task<Void> throwing(Class<X> type) {
        return deft.start(THROWING, () -> throwingLimited(type));
    }

    /** {@code @Limit(1)} around {@link Signatures#throwing(Class)}. */
    private <X extends Exception> void throwingLimited(Class<X> type) throws X {
        throwingLimit.acquire();
        try {
            target.throwing(type);
        } finally {
            throwingLimit.release();
        }
    }

    /**
     * Calls {@link Signatures#throwingWhatItIsTold(Supplier)}.
     *
     * <p>From the outside in: {@code @Retry} (3 attempts, waits 100 ms, 200 ms), the call.
     */
    public <X extends Exception> int throwingWhatItIsTold(Supplier<X> failure) throws X {
        return Deft.hasListeners(deft) ? throwingWhatItIsToldObserved(failure) : throwingWhatItIsToldRetried(failure);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private <X extends Exception> int throwingWhatItIsToldObserved(Supplier<X> failure) throws X {
        Call call = deft.begin(THROWING_WHAT_IT_IS_TOLD);
        int result;
        try {
            result = throwingWhatItIsToldRetried(failure);
        } catch (Throwable failure_) {
            call.failed(failure_);
            throw failure_;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Retry} around {@link Signatures#throwingWhatItIsTold(Supplier)}. */
    private <X extends Exception> int throwingWhatItIsToldRetried(Supplier<X> failure) throws X {
        RetryPolicy.called(throwingWhatItIsToldRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                return target.throwingWhatItIsTold(failure);
            } catch (Throwable failure_) {
                run = throwingWhatItIsToldRetry.failed(run, failure_);
                if (!run.permitsAnother()) {
                    throw failure_; // X or unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /**
     * Calls {@link Signatures#annotated(Comparable, Object, Map.Entry, String[][], int[])}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    public @Nullable U annotated(
            T t, @Nullable U u, Map.@Nullable Entry<String, @Nullable U> entry,
            @Nullable String @Nullable [] @Nullable [] table, int @Nullable ... more) {
        return Deft.hasListeners(deft)
                ? annotatedObserved(t, u, entry, table, more)
                : annotatedLimited(t, u, entry, table, more);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private @Nullable U annotatedObserved(
            T t, @Nullable U u, Map.@Nullable Entry<String, @Nullable U> entry,
            @Nullable String @Nullable [] @Nullable [] table, int @Nullable [] more) {
        Call call = deft.begin(ANNOTATED);
        U result;
        try {
            result = annotatedLimited(t, u, entry, table, more);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(1)} around {@link Signatures#annotated(Comparable, Object, Map.Entry, String[][], int[])}. */
    private @Nullable U annotatedLimited(
            T t, @Nullable U u, Map.@Nullable Entry<String, @Nullable U> entry,
            @Nullable String @Nullable [] @Nullable [] table, int @Nullable [] more) {
        annotatedLimit.acquire();
        try {
            return target.annotated(t, u, entry, table, more);
        } finally {
            annotatedLimit.release();
        }
    }

    /**
     * Starts {@link Signatures#annotatedStage(List)} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async}, {@code @Limit(1)}, the call.
     */
    public Task<@Nullable String> annotatedStage(List<? super @Nullable T> sink) {
        return deft.start(ANNOTATED_STAGE, () -> annotatedStageLimited(sink));
    }

    /** {@code @Limit(1)} around {@link Signatures#annotatedStage(List)}. */
    private @Nullable String annotatedStageLimited(List<? super @Nullable T> sink) {
        annotatedStageLimit.acquire();
        try {
            return Task.await(target.annotatedStage(sink));
        } finally {
            annotatedStageLimit.release();
        }
    }

    /**
     * Calls {@link Signatures#primitives}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    public boolean primitives(boolean b, byte c, char d, short e, long f, float g, double h) {
        return Deft.hasListeners(deft)
                ? primitivesObserved(b, c, d, e, f, g, h)
                : primitivesLimited(b, c, d, e, f, g, h);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private boolean primitivesObserved(boolean b, byte c, char d, short e, long f, float g, double h) {
        Call call = deft.begin(PRIMITIVES);
        boolean result;
        try {
            result = primitivesLimited(b, c, d, e, f, g, h);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(1)} around {@link Signatures#primitives}. */
    private boolean primitivesLimited(boolean b, byte c, char d, short e, long f, float g, double h) {
        primitivesLimit.acquire();
        try {
            return target.primitives(b, c, d, e, f, g, h);
        } finally {
            primitivesLimit.release();
        }
    }

    /**
     * Calls {@link Signatures#arrays(List[], long[][])}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    public int[][] arrays(List<? extends T>[] lists, long[]... more) {
        return Deft.hasListeners(deft) ? arraysObserved(lists, more) : arraysLimited(lists, more);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private int[][] arraysObserved(List<? extends T>[] lists, long[][] more) {
        Call call = deft.begin(ARRAYS);
        int[][] result;
        try {
            result = arraysLimited(lists, more);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(1)} around {@link Signatures#arrays(List[], long[][])}. */
    private int[][] arraysLimited(List<? extends T>[] lists, long[][] more) {
        arraysLimit.acquire();
        try {
            return target.arrays(lists, more);
        } finally {
            arraysLimit.release();
        }
    }

    /**
     * Calls {@link Signatures#qualified(Strong)}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    public Strong qualified(Strong strong) {
        return Deft.hasListeners(deft) ? qualifiedObserved(strong) : qualifiedLimited(strong);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private Strong qualifiedObserved(Strong strong) {
        Call call = deft.begin(QUALIFIED);
        Strong result;
        try {
            result = qualifiedLimited(strong);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(1)} around {@link Signatures#qualified(Strong)}. */
    private Strong qualifiedLimited(Strong strong) {
        qualifiedLimit.acquire();
        try {
            return target.qualified(strong);
        } finally {
            qualifiedLimit.release();
        }
    }

    /**
     * Calls {@link Signatures#guarded(double)}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    protected double guarded(double d) {
        return Deft.hasListeners(deft) ? guardedObserved(d) : guardedLimited(d);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private double guardedObserved(double d) {
        Call call = deft.begin(GUARDED);
        double result;
        try {
            result = guardedLimited(d);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(1)} around {@link Signatures#guarded(double)}. */
    private double guardedLimited(double d) {
        guardedLimit.acquire();
        try {
            return target.guarded(d);
        } finally {
            guardedLimit.release();
        }
    }

    /**
     * Calls {@link Signatures#unimplemented()}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    void unimplemented() throws InterruptedException, ReflectiveOperationException {
        if (Deft.hasListeners(deft)) {
            unimplementedObserved();
        } else {
            unimplementedLimited();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void unimplementedObserved() throws InterruptedException, ReflectiveOperationException {
        Call call = deft.begin(UNIMPLEMENTED);
        try {
            unimplementedLimited();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Limit(1)} around {@link Signatures#unimplemented()}. */
    private void unimplementedLimited() throws InterruptedException, ReflectiveOperationException {
        unimplementedLimit.acquireInterruptibly();
        try {
            target.unimplemented();
        } finally {
            unimplementedLimit.release();
        }
    }

    /**
     * Calls {@link Signatures#elsewhere()}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    void elsewhere() {
        if (Deft.hasListeners(deft)) {
            elsewhereObserved();
        } else {
            elsewhereLimited();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void elsewhereObserved() {
        Call call = deft.begin(ELSEWHERE);
        try {
            elsewhereLimited();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Limit(1)} around {@link Signatures#elsewhere()}. */
    private void elsewhereLimited() {
        elsewhereLimit.acquire();
        try {
            target.elsewhere();
        } finally {
            elsewhereLimit.release();
        }
    }

    /**
     * Calls {@link Signatures#ofClass(Object)}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    public <V> V ofClass(V value) {
        return Deft.hasListeners(deft) ? ofClassObserved(value) : ofClassLimited(value);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private <V> V ofClassObserved(V value) {
        Call call = deft.begin(OF_CLASS);
        V result;
        try {
            result = ofClassLimited(value);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(1)} around {@link Signatures#ofClass(Object)}. */
    private <V> V ofClassLimited(V value) {
        ofClassLimit.acquire();
        try {
            return Signatures.ofClass(value);
        } finally {
            ofClassLimit.release();
        }
    }

    /**
     * Calls {@link Signatures#overloaded()}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    public String overloaded() {
        return Deft.hasListeners(deft) ? overloadedObserved() : overloadedLimited();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private String overloadedObserved() {
        Call call = deft.begin(OVERLOADED);
        String result;
        try {
            result = overloadedLimited();
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(1)} around {@link Signatures#overloaded()}. */
    private String overloadedLimited() {
        overloadedLimit.acquire();
        try {
            return target.overloaded();
        } finally {
            overloadedLimit.release();
        }
    }

    /**
     * Calls {@link Signatures#overloaded(String)}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    public String overloaded(String text) {
        return Deft.hasListeners(deft)
                ? overloadedJava_lang_StringObserved(text)
                : overloadedJava_lang_StringLimited(text);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private String overloadedJava_lang_StringObserved(String text) {
        Call call = deft.begin(OVERLOADED_JAVA_LANG_STRING);
        String result;
        try {
            result = overloadedJava_lang_StringLimited(text);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(1)} around {@link Signatures#overloaded(String)}. */
    private String overloadedJava_lang_StringLimited(String text) {
        overloadedJava_lang_StringLimit.acquire();
        try {
            return target.overloaded(text);
        } finally {
            overloadedJava_lang_StringLimit.release();
        }
    }

    /**
     * Calls {@link Signatures#overloaded(List, int)}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    public String overloaded(List<String> texts, int n) {
        return Deft.hasListeners(deft) ? overloadedListObserved(texts, n) : overloadedListLimited(texts, n);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private String overloadedListObserved(List<String> texts, int n) {
        Call call = deft.begin(OVERLOADED_LIST);
        String result;
        try {
            result = overloadedListLimited(texts, n);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(1)} around {@link Signatures#overloaded(List, int)}. */
    private String overloadedListLimited(List<String> texts, int n) {
        overloadedListLimit.acquire();
        try {
            return target.overloaded(texts, n);
        } finally {
            overloadedListLimit.release();
        }
    }

    /**
     * Calls {@link Signatures#overloaded(List[], int)}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    public String overloaded(List<String>[] texts, int n) {
        return Deft.hasListeners(deft) ? overloadedListArrayObserved(texts, n) : overloadedListArrayLimited(texts, n);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private String overloadedListArrayObserved(List<String>[] texts, int n) {
        Call call = deft.begin(OVERLOADED_LIST_ARRAY);
        String result;
        try {
            result = overloadedListArrayLimited(texts, n);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(1)} around {@link Signatures#overloaded(List[], int)}. */
    private String overloadedListArrayLimited(List<String>[] texts, int n) {
        overloadedListArrayLimit.acquire();
        try {
            return target.overloaded(texts, n);
        } finally {
            overloadedListArrayLimit.release();
        }
    }

    /**
     * Calls {@link Signatures#overloaded(strong.String)}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    public String overloaded(strong.String text) {
        return Deft.hasListeners(deft) ? overloadedStrong_StringObserved(text) : overloadedStrong_StringLimited(text);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private String overloadedStrong_StringObserved(strong.String text) {
        Call call = deft.begin(OVERLOADED_STRONG_STRING);
        String result;
        try {
            result = overloadedStrong_StringLimited(text);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(1)} around {@link Signatures#overloaded(strong.String)}. */
    private String overloadedStrong_StringLimited(strong.String text) {
        overloadedStrong_StringLimit.acquire();
        try {
            return target.overloaded(text);
        } finally {
            overloadedStrong_StringLimit.release();
        }
    }
}
