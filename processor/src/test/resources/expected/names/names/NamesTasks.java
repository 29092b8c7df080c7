package names;

import dev.deft.Call;
import dev.deft.Deft;
import dev.deft.GeneratedTasks;
import dev.deft.Task;
import dev.deft.TaskName;
import dev.deft.policy.DeadlinePolicy;
import dev.deft.policy.DeadlineScope;
import dev.deft.policy.Failures;
import dev.deft.policy.LimitPolicy;
import dev.deft.policy.LimitSettings;
import dev.deft.policy.RetryPolicy;
import dev.deft.policy.RetryRun;
import dev.deft.policy.RetrySettings;
import dev.deft.policy.TimeoutPolicy;
import dev.deft.policy.TimeoutWatch;
import java.lang.Object;
import java.lang.Override;
import java.time.Duration;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Runs the methods of {@link Names} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Names}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
public final class NamesTasks {
    private static final TaskName CHARGE_ = TaskName.of("names.Names", "charge", "int", "int", "int", "int", "int",
            "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int", "int",
            "int", "int");
    private static final TaskName DIRECT = TaskName.of("names.Names", "direct", "int", "int");
    private static final TaskName TO_STRING = TaskName.of("names.Names", "toString");
    private static final TaskName HASH_CODE = TaskName.of("names.Names", "hashCode");
    private static final TaskName EQUALS = TaskName.of("names.Names", "equals", "Object");
    private static final TaskName CLOSE = TaskName.of("names.Names", "close");
    private static final TaskName OF = TaskName.of("names.Names", "of", "Names");
    private static final TaskName CHARGE_LIMITED = TaskName.of("names.Names", "chargeLimited");
    private static final TaskName WAIT = TaskName.of("names.Names", "wait", "String");
    private static final TaskName $ = TaskName.of("names.Names", "$");
    private static final TaskName 測試_ = TaskName.of("names.Names", "測試", "int");
    private static final TaskName CHARGE_CARD = TaskName.of("names.Names", "chargeCard");
    private static final TaskName CHARGE_CARD_ = TaskName.of("names.Names", "charge_card");
    private static final TaskName URL_OF = TaskName.of("names.Names", "URLOf", "Throwable");

    private final Names target;
    private final Deft deft;
    private final DeadlinePolicy chargeDeadline;
    private final RetryPolicy chargeRetry;
    private final TimeoutPolicy chargeTimeout;
    private final LimitPolicy chargeLimit;
    private final LimitPolicy toStringLimit;
    private final LimitPolicy hashCodeLimit;
    private final LimitPolicy equalsLimit;
    private final LimitPolicy closeLimit;
    private final LimitPolicy ofLimit;
    private final LimitPolicy chargeLimitedLimit;
    private final LimitPolicy waitLimit;
    private final LimitPolicy $Limit;
    private final LimitPolicy 測試Limit;
    private final LimitPolicy chargeCardLimit;
    private final LimitPolicy charge_cardLimit;
    private final LimitPolicy URLOfLimit;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    public NamesTasks(Names target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.chargeDeadline = deft.policies().deadline(CHARGE_, Duration.ofSeconds(4));
        this.chargeRetry = deft.policies().retry(CHARGE_, RetrySettings.attempts(3)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1)));
        this.chargeTimeout = deft.policies().timeout(CHARGE_, Duration.ofSeconds(1));
        this.chargeLimit = deft.policies().limit(CHARGE_, LimitSettings.permits(2));
        this.toStringLimit = deft.policies().limit(TO_STRING, LimitSettings.permits(1));
        this.hashCodeLimit = deft.policies().limit(HASH_CODE, LimitSettings.permits(1));
        this.equalsLimit = deft.policies().limit(EQUALS, LimitSettings.permits(1));
        this.closeLimit = deft.policies().limit(CLOSE, LimitSettings.permits(1));
        this.ofLimit = deft.policies().limit(OF, LimitSettings.permits(1));
        this.chargeLimitedLimit = deft.policies().limit(CHARGE_LIMITED, LimitSettings.permits(1));
        this.waitLimit = deft.policies().limit(WAIT, LimitSettings.permits(1));
        this.$Limit = deft.policies().limit($, LimitSettings.permits(1));
        this.測試Limit = deft.policies().limit(測試_, LimitSettings.permits(1));
        this.chargeCardLimit = deft.policies().limit(CHARGE_CARD, LimitSettings.permits(1));
        this.charge_cardLimit = deft.policies().limit(CHARGE_CARD_, LimitSettings.permits(1));
        this.URLOfLimit = deft.policies().limit(URL_OF, LimitSettings.permits(1));
        deft.policies().checkSettings("names.Names");
    }

    /**
     * Calls {@link Names#charge}.
     *
     * <p>From the outside in: {@code @Fallback("handle")}, {@code @Deadline("4s")}, {@code @Retry} (3 attempts, waits
     * 100 ms, 200 ms), {@code @Timeout("1s")}, {@code @Limit(2)}, {@code @Deferred("clean")}, the call. At worst
     * 3 attempts of 1 s and waits of 300 ms: 3.3 s.
     */
    public int charge(
            int target, int deft, int observed, int failure, int result, int run, int watch, int scope, int call,
            int thrown, int second, int cause, int chargeRetry, int CHARGE, int $L, int $T, int größe, int dev,
            int java, int Failures, int Names, int Task) {
        return Deft.hasListeners(this.deft)
                ? chargeObserved(target, deft, observed, failure, result, run, watch, scope, call, thrown, second,
                        cause, chargeRetry, CHARGE, $L, $T, größe, dev, java, Failures, Names, Task)
                : chargeOrFallback(target, deft, observed, failure, result, run, watch, scope, call, thrown, second,
                        cause, chargeRetry, CHARGE, $L, $T, größe, dev, java, Failures, Names, Task);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private int chargeObserved(
            int target, int deft, int observed, int failure, int result, int run, int watch, int scope, int call,
            int thrown, int second, int cause, int chargeRetry, int CHARGE, int $L, int $T, int größe, int dev_,
            int java_, int Failures_, int Names_, int Task_) {
        Call call_ = this.deft.begin(CHARGE_);
        int result_;
        try {
            result_ = chargeOrFallback(target, deft, observed, failure, result, run, watch, scope, call, thrown, second,
                    cause, chargeRetry, CHARGE, $L, $T, größe, dev_, java_, Failures_, Names_, Task_);
        } catch (java.lang.Throwable failure_) {
            call_.failed(failure_);
            throw failure_;
        }
        call_.succeeded();
        return result_;
    }

    /** {@code @Fallback("handle")} around {@link #chargeBounded}. */
    private int chargeOrFallback(
            int target, int deft, int observed, int failure, int result, int run, int watch, int scope, int call,
            int thrown, int second, int cause, int chargeRetry, int CHARGE, int $L, int $T, int größe, int dev_,
            int java_, int Failures_, int Names_, int Task_) {
        try {
            return chargeBounded(target, deft, observed, failure, result, run, watch, scope, call, thrown, second,
                    cause, chargeRetry, CHARGE, $L, $T, größe, dev_, java_, Failures_, Names_, Task_);
        } catch (java.lang.Throwable thrown_) {
            // looks through CompletionException and ExecutionException
            java.lang.Throwable failure_ = Failures.of(thrown_);
            if (failure_ instanceof Exception && !Failures.isCancellation(failure_)) {
                this.deft.recovered(CHARGE_, failure_);
                try {
                    return this.target.handle(failure_, target);
                } catch (java.lang.Throwable second_) {
                    Failures.suppress(second_, thrown_);
                    throw second_;
                }
            }
            throw thrown_;
        }
    }

    /** {@code @Deadline("4s")} around {@link #chargeRetried}. */
    private int chargeBounded(
            int target, int deft, int observed, int failure, int result, int run, int watch, int scope, int call,
            int thrown, int second, int cause, int chargeRetry, int CHARGE, int $L, int $T, int größe, int dev_,
            int java_, int Failures_, int Names_, int Task_) {
        DeadlineScope scope_ = chargeDeadline.open();
        int result_;
        try {
            result_ = chargeRetried(target, deft, observed, failure, result, run, watch, scope, call, thrown, second,
                    cause, chargeRetry, CHARGE, $L, $T, größe, dev_, java_, Failures_, Names_, Task_);
        } catch (java.lang.Throwable failure_) {
            scope_.close(failure_); // throws DeadlineExceededException when the time was up
            throw failure_;
        }
        scope_.close();
        return result_;
    }

    /** {@code @Retry} around {@link #chargeTimed}. */
    private int chargeRetried(
            int target, int deft, int observed, int failure, int result, int run, int watch, int scope, int call,
            int thrown, int second, int cause, int chargeRetry, int CHARGE, int $L, int $T, int größe, int dev_,
            int java_, int Failures_, int Names_, int Task_) {
        RetryPolicy.called(this.chargeRetry); // pays into the retry budget, if there is one
        RetryRun run_ = null; // until an attempt fails
        while (true) {
            try {
                return chargeTimed(target, deft, observed, failure, result, run, watch, scope, call, thrown, second,
                        cause, chargeRetry, CHARGE, $L, $T, größe, dev_, java_, Failures_, Names_, Task_);
            } catch (java.lang.Throwable failure_) {
                run_ = this.chargeRetry.failed(run_, failure_);
                if (!run_.permitsAnother()) {
                    throw failure_; // unchecked: nothing is wrapped
                }
            }
            run_.backOff();
        }
    }

    /** {@code @Timeout("1s")} around {@link #chargeLimited_}. */
    private int chargeTimed(
            int target, int deft, int observed, int failure, int result, int run, int watch, int scope, int call,
            int thrown, int second, int cause, int chargeRetry, int CHARGE, int $L, int $T, int größe, int dev_,
            int java_, int Failures_, int Names_, int Task_) {
        TimeoutWatch watch_ = chargeTimeout.start();
        int result_;
        try {
            result_ = chargeLimited_(target, deft, observed, failure, result, run, watch, scope, call, thrown, second,
                    cause, chargeRetry, CHARGE, $L, $T, größe, dev_, java_, Failures_, Names_, Task_);
        } catch (java.lang.Throwable failure_) {
            watch_.stop(failure_); // throws TaskTimeoutException when the time was up
            throw failure_;
        }
        watch_.stop();
        return result_;
    }

    /** {@code @Limit(2)} around {@link #chargeThenClean}. */
    private int chargeLimited_(
            int target, int deft, int observed, int failure, int result, int run, int watch, int scope, int call,
            int thrown, int second, int cause, int chargeRetry, int CHARGE, int $L, int $T, int größe, int dev_,
            int java_, int Failures_, int Names_, int Task_) {
        chargeLimit.acquire();
        try {
            return chargeThenClean(target, deft, observed, failure, result, run, watch, scope, call, thrown, second,
                    cause, chargeRetry, CHARGE, $L, $T, größe, dev_, java_, Failures_, Names_, Task_);
        } finally {
            chargeLimit.release();
        }
    }

    /** {@code @Deferred("clean")}: runs {@link Names#clean(int)} after {@link Names#charge}, however it ends. */
    private int chargeThenClean(
            int target, int deft, int observed, int failure, int result, int run, int watch, int scope, int call,
            int thrown, int second, int cause, int chargeRetry, int CHARGE, int $L, int $T, int größe, int dev_,
            int java_, int Failures_, int Names_, int Task_) {
        int result_;
        try {
            result_ = this.target.charge(target, deft, observed, failure, result, run, watch, scope, call, thrown,
                    second, cause, chargeRetry, CHARGE, $L, $T, größe, dev_, java_, Failures_, Names_, Task_);
        } catch (java.lang.Throwable failure_) {
            try {
                this.target.clean(failure);
            } catch (java.lang.Throwable second_) {
                Failures.suppress(failure_, second_);
            }
            throw failure_;
        }
        this.target.clean(failure);
        return result_;
    }

    /**
     * Starts {@link Names#direct(int, int)} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async}, the call.
     */
    public Task<Integer> direct(int Names, int deft) {
        return this.deft.start(DIRECT, () -> directCalled(Names, deft));
    }

    /** Calls {@link Names#direct(int, int)}. */
    private int directCalled(int Names_, int deft) {
        return Names.direct(Names_, deft);
    }

    /**
     * Calls {@link Names#toString()}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    @Override
    public java.lang.String toString() {
        return Deft.hasListeners(deft) ? toStringObserved() : toStringLimited();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private java.lang.String toStringObserved() {
        Call call = deft.begin(TO_STRING);
        java.lang.String result;
        try {
            result = toStringLimited();
        } catch (java.lang.Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(1)} around {@link Names#toString()}. */
    private java.lang.String toStringLimited() {
        toStringLimit.acquire();
        try {
            return target.toString();
        } finally {
            toStringLimit.release();
        }
    }

    /**
     * Calls {@link Names#hashCode()}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    @Override
    public int hashCode() {
        return Deft.hasListeners(deft) ? hashCodeObserved() : hashCodeLimited();
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private int hashCodeObserved() {
        Call call = deft.begin(HASH_CODE);
        int result;
        try {
            result = hashCodeLimited();
        } catch (java.lang.Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(1)} around {@link Names#hashCode()}. */
    private int hashCodeLimited() {
        hashCodeLimit.acquire();
        try {
            return target.hashCode();
        } finally {
            hashCodeLimit.release();
        }
    }

    /**
     * Calls {@link Names#equals(Object)}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    @Override
    public boolean equals(Object other) {
        return Deft.hasListeners(deft) ? equalsObserved(other) : equalsLimited(other);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private boolean equalsObserved(Object other) {
        Call call = deft.begin(EQUALS);
        boolean result;
        try {
            result = equalsLimited(other);
        } catch (java.lang.Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(1)} around {@link Names#equals(Object)}. */
    private boolean equalsLimited(Object other) {
        equalsLimit.acquire();
        try {
            return target.equals(other);
        } finally {
            equalsLimit.release();
        }
    }

    /**
     * Calls {@link Names#close()}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    public void close() {
        if (Deft.hasListeners(deft)) {
            closeObserved();
        } else {
            closeLimited();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void closeObserved() {
        Call call = deft.begin(CLOSE);
        try {
            closeLimited();
        } catch (java.lang.Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Limit(1)} around {@link Names#close()}. */
    private void closeLimited() {
        closeLimit.acquire();
        try {
            target.close();
        } finally {
            closeLimit.release();
        }
    }

    /**
     * Calls {@link Names#of(Names)}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    public Names of(Names other) {
        return Deft.hasListeners(deft) ? ofObserved(other) : ofLimited(other);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private Names ofObserved(Names other) {
        Call call = deft.begin(OF);
        Names result;
        try {
            result = ofLimited(other);
        } catch (java.lang.Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(1)} around {@link Names#of(Names)}. */
    private Names ofLimited(Names other) {
        ofLimit.acquire();
        try {
            return target.of(other);
        } finally {
            ofLimit.release();
        }
    }

    /**
     * Calls {@link Names#chargeLimited()}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    public void chargeLimited() {
        if (Deft.hasListeners(deft)) {
            chargeLimitedObserved();
        } else {
            chargeLimitedLimited();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void chargeLimitedObserved() {
        Call call = deft.begin(CHARGE_LIMITED);
        try {
            chargeLimitedLimited();
        } catch (java.lang.Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Limit(1)} around {@link Names#chargeLimited()}. */
    private void chargeLimitedLimited() {
        chargeLimitedLimit.acquire();
        try {
            target.chargeLimited();
        } finally {
            chargeLimitedLimit.release();
        }
    }

    /**
     * Calls {@link Names#wait(String)}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    public void wait(String text) {
        if (Deft.hasListeners(deft)) {
            waitObserved(text);
        } else {
            waitLimited(text);
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void waitObserved(String text) {
        Call call = deft.begin(WAIT);
        try {
            waitLimited(text);
        } catch (java.lang.Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Limit(1)} around {@link Names#wait(String)}. */
    private void waitLimited(String text) {
        waitLimit.acquire();
        try {
            target.wait(text);
        } finally {
            waitLimit.release();
        }
    }

    /**
     * Calls {@link Names#$()}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    public void $() {
        if (Deft.hasListeners(deft)) {
            $Observed();
        } else {
            $Limited();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void $Observed() {
        Call call = deft.begin($);
        try {
            $Limited();
        } catch (java.lang.Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Limit(1)} around {@link Names#$()}. */
    private void $Limited() {
        $Limit.acquire();
        try {
            target.$();
        } finally {
            $Limit.release();
        }
    }

    /**
     * Calls {@link Names#測試(int)}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    public void 測試(int 測試) {
        if (Deft.hasListeners(deft)) {
            測試Observed(測試);
        } else {
            測試Limited(測試);
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void 測試Observed(int 測試) {
        Call call = deft.begin(測試_);
        try {
            測試Limited(測試);
        } catch (java.lang.Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Limit(1)} around {@link Names#測試(int)}. */
    private void 測試Limited(int 測試) {
        測試Limit.acquire();
        try {
            target.測試(測試);
        } finally {
            測試Limit.release();
        }
    }

    /**
     * Calls {@link Names#chargeCard()}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    public void chargeCard() {
        if (Deft.hasListeners(deft)) {
            chargeCardObserved();
        } else {
            chargeCardLimited();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void chargeCardObserved() {
        Call call = deft.begin(CHARGE_CARD);
        try {
            chargeCardLimited();
        } catch (java.lang.Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Limit(1)} around {@link Names#chargeCard()}. */
    private void chargeCardLimited() {
        chargeCardLimit.acquire();
        try {
            target.chargeCard();
        } finally {
            chargeCardLimit.release();
        }
    }

    /**
     * Calls {@link Names#charge_card()}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    public void charge_card() {
        if (Deft.hasListeners(deft)) {
            charge_cardObserved();
        } else {
            charge_cardLimited();
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void charge_cardObserved() {
        Call call = deft.begin(CHARGE_CARD_);
        try {
            charge_cardLimited();
        } catch (java.lang.Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Limit(1)} around {@link Names#charge_card()}. */
    private void charge_cardLimited() {
        charge_cardLimit.acquire();
        try {
            target.charge_card();
        } finally {
            charge_cardLimit.release();
        }
    }

    /**
     * Calls {@link Names#URLOf(Throwable)}.
     *
     * <p>From the outside in: {@code @Limit(1)}, the call.
     */
    public void URLOf(Throwable own) {
        if (Deft.hasListeners(deft)) {
            URLOfObserved(own);
        } else {
            URLOfLimited(own);
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void URLOfObserved(Throwable own) {
        Call call = deft.begin(URL_OF);
        try {
            URLOfLimited(own);
        } catch (java.lang.Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @Limit(1)} around {@link Names#URLOf(Throwable)}. */
    private void URLOfLimited(Throwable own) {
        URLOfLimit.acquire();
        try {
            target.URLOf(own);
        } finally {
            URLOfLimit.release();
        }
    }
}
