package keys;

import dev.deft.Call;
import dev.deft.Deft;
import dev.deft.GeneratedTasks;
import dev.deft.Task;
import dev.deft.TaskContext;
import dev.deft.TaskName;
import dev.deft.policy.KeyedLimit;
import dev.deft.policy.KeyedRateLimit;
import dev.deft.policy.LimitPolicy;
import dev.deft.policy.LimitSettings;
import dev.deft.policy.RateLimitPolicy;
import dev.deft.policy.RateLimitSettings;
import dev.deft.policy.RetryPolicy;
import dev.deft.policy.RetryRun;
import dev.deft.policy.RetrySettings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Runs the methods of {@link Keys} under the policies that their annotations name.
 *
 * <p>Written by Deft from {@code Keys}; change the annotations there and build again.
 */
@GeneratedTasks
@Generated("dev.deft.processor.DeftProcessor")
final class KeysTasks {
    private static final TaskName KEYED = TaskName.of("keys.Keys", "keyed", "Order");
    private static final TaskName WEIGHTED = TaskName.of("keys.Keys", "weighted", "Order");
    private static final TaskName BOTH = TaskName.of("keys.Keys", "both", "Order", "int");
    private static final TaskName REPEATED = TaskName.of("keys.Keys", "repeated", "String", "int");
    private static final TaskName DEPRECATED = TaskName.of("keys.Keys", "deprecated", "Order");
    private static final TaskName GENERIC = TaskName.of("keys.Keys", "generic", "T", "T[]");
    private static final TaskName BOUNDED = TaskName.of("keys.Keys", "bounded", "T");
    private static final TaskName KEYED_RATE = TaskName.of("keys.Keys", "keyedRate", "String");
    private static final TaskName REPEATED_RATE = TaskName.of("keys.Keys", "repeatedRate", "Order");
    private static final TaskName COMPOSED = TaskName.of("keys.Keys", "composed", "String");

    private final Keys target;
    private final Deft deft;
    private final KeyedLimit keyedLimits;
    private final LimitPolicy weightedLimit;
    private final KeyedLimit bothLimits;
    private final RetryPolicy repeatedRetry;
    private final LimitPolicy repeatedLimit;
    private final KeyedLimit repeatedLimits2;
    private final LimitPolicy repeatedLimit3;
    private final KeyedLimit repeatedLimits4;
    private final KeyedLimit deprecatedLimits;
    private final KeyedLimit genericLimits;
    private final KeyedLimit boundedLimits;
    private final KeyedRateLimit keyedRateRates;
    private final RateLimitPolicy repeatedRateRate;
    private final KeyedRateLimit repeatedRateRates2;
    private final RateLimitPolicy composedRate;
    private final KeyedRateLimit composedRates2;
    private final LimitPolicy composedLimit;
    private final KeyedLimit composedLimits2;

    /** Wraps {@code target}; what it shares with other wrappers of the class (permits, say) belongs to {@code deft}. */
    KeysTasks(Keys target, Deft deft) {
        this.target = Objects.requireNonNull(target, "target");
        this.deft = Objects.requireNonNull(deft, "deft");
        this.keyedLimits = deft.policies().keyedLimit(KEYED, LimitSettings.permits(2).maxKeys(10_000));
        this.weightedLimit = deft.policies().limit(WEIGHTED, LimitSettings.permits(10).maxWait(Duration.ofSeconds(1)));
        this.bothLimits = deft.policies().keyedLimit(BOTH, LimitSettings.permits(10)
                .maxKeys(100)
                .named("shards"));
        this.repeatedRetry = deft.policies().retry(REPEATED, RetrySettings.attempts(3)
                .delay(Duration.ofMillis(100))
                .exponential(2.0)
                .maxDelay(Duration.ofMinutes(1)));
        this.repeatedLimit = deft.policies().limit(REPEATED, LimitSettings.permits(100));
        this.repeatedLimits2 = deft.policies().keyedLimit(REPEATED, 2, LimitSettings.permits(2).maxKeys(10_000));
        this.repeatedLimit3 = deft.policies().limit(REPEATED, 3, LimitSettings.permits(50));
        this.repeatedLimits4 = deft.policies().keyedLimit(REPEATED, 4, LimitSettings.permits(3).maxKeys(10_000));
        this.deprecatedLimits = deft.policies().keyedLimit(DEPRECATED, LimitSettings.permits(2).maxKeys(10_000));
        this.genericLimits = deft.policies().keyedLimit(GENERIC, LimitSettings.permits(2).maxKeys(10_000));
        this.boundedLimits = deft.policies().keyedLimit(BOUNDED, LimitSettings.permits(2).maxKeys(10_000));
        this.keyedRateRates = deft.policies().keyedRateLimit(KEYED_RATE, RateLimitSettings.permits(10)
                .per(Duration.ofSeconds(1))
                .maxKeys(10_000));
        this.repeatedRateRate =
                deft.policies().rateLimit(REPEATED_RATE, RateLimitSettings.permits(1000).per(Duration.ofMinutes(1)));
        this.repeatedRateRates2 = deft.policies().keyedRateLimit(REPEATED_RATE, 2, RateLimitSettings.permits(50)
                .per(Duration.ofSeconds(1))
                .maxKeys(5)
                .named("customers"));
        this.composedRate =
                deft.policies().rateLimit(COMPOSED, RateLimitSettings.permits(100).per(Duration.ofSeconds(1)));
        this.composedRates2 = deft.policies().keyedRateLimit(COMPOSED, 2, RateLimitSettings.permits(10)
                .per(Duration.ofSeconds(1))
                .maxKeys(10_000));
        this.composedLimit = deft.policies().limit(COMPOSED, LimitSettings.permits(20));
        this.composedLimits2 = deft.policies().keyedLimit(COMPOSED, 2, LimitSettings.permits(5).maxKeys(10_000));
        deft.policies().checkSettings("keys.Keys");
    }

    /** Wraps {@code target} on {@link Deft#global()}. */
    static KeysTasks of(Keys target) {
        return new KeysTasks(target, Deft.global());
    }

    /**
     * Calls {@link Keys#keyed(Keys.Order)}.
     *
     * <p>From the outside in: {@code @Limit(value = 2, key = "order.customer.id")}, the call.
     */
    int keyed(Keys.Order order) throws IOException {
        return Deft.hasListeners(deft) ? keyedObserved(order) : keyedLimited(order);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private int keyedObserved(Keys.Order order) throws IOException {
        Call call = deft.begin(KEYED);
        int result;
        try {
            result = keyedLimited(order);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(value = 2, key = "order.customer.id")} around {@link Keys#keyed(Keys.Order)}. */
    private int keyedLimited(Keys.Order order) throws IOException {
        LimitPolicy limit = keyedLimits.acquire(order.getCustomer().id());
        try {
            return target.keyed(order);
        } finally {
            keyedLimits.release(limit);
        }
    }

    /**
     * Calls {@link Keys#weighted(Keys.Order)}.
     *
     * <p>From the outside in: {@code @Limit(value = 10, weight = "order.items", maxWait = "1s")}, the call.
     */
    int weighted(Keys.Order order) {
        return Deft.hasListeners(deft) ? weightedObserved(order) : weightedLimited(order);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private int weightedObserved(Keys.Order order) {
        Call call = deft.begin(WEIGHTED);
        int result;
        try {
            result = weightedLimited(order);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(value = 10, weight = "order.items", maxWait = "1s")} around {@link Keys#weighted(Keys.Order)}. */
    private int weightedLimited(Keys.Order order) {
        int weight = order.items;
        weightedLimit.acquire(weight);
        try {
            return target.weighted(order);
        } finally {
            weightedLimit.release(weight);
        }
    }

    /**
     * Calls {@link Keys#both(Keys.Order, int)}.
     *
     * <p>From the outside in:
     * {@code @Limit(value = 10, key = "shard", maxKeys = 100, weight = "order.items", name = "shards")}, the call.
     */
    void both(Keys.Order order, int shard) throws InterruptedException {
        if (Deft.hasListeners(deft)) {
            bothObserved(order, shard);
        } else {
            bothLimited(order, shard);
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void bothObserved(Keys.Order order, int shard) throws InterruptedException {
        Call call = deft.begin(BOTH);
        try {
            bothLimited(order, shard);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /**
     * {@code @Limit(value = 10, key = "shard", maxKeys = 100, weight = "order.items", name = "shards")} around
     * {@link Keys#both(Keys.Order, int)}.
     */
    private void bothLimited(Keys.Order order, int shard) throws InterruptedException {
        int weight = order.items;
        LimitPolicy limit = bothLimits.acquireInterruptibly(shard, weight);
        try {
            target.both(order, shard);
        } finally {
            bothLimits.release(limit, weight);
        }
    }

    /**
     * Starts {@link Keys#repeated(String, int, TaskContext)} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async}, {@code @Retry} (3 attempts, waits 100 ms, 200 ms), {@code @Limit(100)},
     * {@code @Limit(value = 2, key = "limit")}, {@code @Limit(value = 50, weight = "weight")},
     * {@code @Limit(value = 3, key = "weight")}, the call.
     */
    Task<String> repeated(String limit, int weight) {
        return deft.start(REPEATED, () -> repeatedRetried(limit, weight));
    }

    /** {@code @Retry} around {@link #repeatedLimited}. */
    private String repeatedRetried(String limit, int weight) {
        RetryPolicy.called(repeatedRetry); // pays into the retry budget, if there is one
        RetryRun run = null; // until an attempt fails
        while (true) {
            try {
                return repeatedLimited(limit, weight);
            } catch (Throwable failure) {
                run = repeatedRetry.failed(run, failure);
                if (!run.permitsAnother()) {
                    throw failure; // unchecked: nothing is wrapped
                }
            }
            run.backOff();
        }
    }

    /** {@code @Limit(100)} around {@link #repeatedLimited2}. */
    private String repeatedLimited(String limit, int weight) {
        repeatedLimit.acquire();
        try {
            return repeatedLimited2(limit, weight);
        } finally {
            repeatedLimit.release();
        }
    }

    /** {@code @Limit(value = 2, key = "limit")} around {@link #repeatedLimited3}. */
    private String repeatedLimited2(String limit, int weight) {
        LimitPolicy limit_ = repeatedLimits2.acquire(limit);
        try {
            return repeatedLimited3(limit, weight);
        } finally {
            repeatedLimits2.release(limit_);
        }
    }

    /** {@code @Limit(value = 50, weight = "weight")} around {@link #repeatedLimited4}. */
    private String repeatedLimited3(String limit, int weight) {
        repeatedLimit3.acquire(weight);
        try {
            return repeatedLimited4(limit, weight);
        } finally {
            repeatedLimit3.release(weight);
        }
    }

    /** {@code @Limit(value = 3, key = "weight")} around {@link Keys#repeated(String, int, TaskContext)}. */
    private String repeatedLimited4(String limit, int weight) {
        LimitPolicy limit_ = repeatedLimits4.acquire(weight);
        try {
            return target.repeated(limit, weight, TaskContext.current());
        } finally {
            repeatedLimits4.release(limit_);
        }
    }

    /**
     * Calls {@link Keys#deprecated(Keys.Order)}.
     *
     * <p>From the outside in: {@code @Limit(value = 2, key = "order.tenant", weight = "order.pages")}, the call.
     */
    void deprecated(Keys.Order order) {
        if (Deft.hasListeners(deft)) {
            deprecatedObserved(order);
        } else {
            deprecatedLimited(order);
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void deprecatedObserved(Keys.Order order) {
        Call call = deft.begin(DEPRECATED);
        try {
            deprecatedLimited(order);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /**
     * {@code @Limit(value = 2, key = "order.tenant", weight = "order.pages")} around
     * {@link Keys#deprecated(Keys.Order)}.
     */
    @Deprecated
    @SuppressWarnings("removal")
    private void deprecatedLimited(Keys.Order order) {
        int weight = order.pages();
        LimitPolicy limit = deprecatedLimits.acquire(order.tenant, weight);
        try {
            Keys.deprecated(order);
        } finally {
            deprecatedLimits.release(limit, weight);
        }
    }

    /**
     * Calls {@link Keys#generic(List, List[])}.
     *
     * <p>From the outside in: {@code @Limit(value = 2, key = "all.length")}, the call.
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    final <T extends List<Integer>> int generic(T first, T... all) {
        return Deft.hasListeners(deft) ? genericObserved(first, all) : genericLimited(first, all);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private <T extends List<Integer>> int genericObserved(T first, T[] all) {
        Call call = deft.begin(GENERIC);
        int result;
        try {
            result = genericLimited(first, all);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(value = 2, key = "all.length")} around {@link Keys#generic(List, List[])}. */
    private <T extends List<Integer>> int genericLimited(T first, T[] all) {
        LimitPolicy limit = genericLimits.acquire(all.length);
        try {
            return target.generic(first, all);
        } finally {
            genericLimits.release(limit);
        }
    }

    /**
     * Calls {@link Keys#bounded(List)}.
     *
     * <p>From the outside in: {@code @Limit(value = 2, key = "all.first", weight = "all.size")}, the call.
     */
    <T extends List<Integer>> T bounded(T all) {
        return Deft.hasListeners(deft) ? boundedObserved(all) : boundedLimited(all);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private <T extends List<Integer>> T boundedObserved(T all) {
        Call call = deft.begin(BOUNDED);
        T result;
        try {
            result = boundedLimited(all);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @Limit(value = 2, key = "all.first", weight = "all.size")} around {@link Keys#bounded(List)}. */
    private <T extends List<Integer>> T boundedLimited(T all) {
        int weight = all.size();
        LimitPolicy limit = boundedLimits.acquire(all.getFirst(), weight);
        try {
            return target.bounded(all);
        } finally {
            boundedLimits.release(limit, weight);
        }
    }

    /**
     * Calls {@link Keys#keyedRate(String)}.
     *
     * <p>From the outside in: {@code @RateLimit(value = 10, key = "tenant")} (10 a second, at most 10 at once), the
     * call.
     */
    String keyedRate(String tenant) {
        return Deft.hasListeners(deft) ? keyedRateObserved(tenant) : keyedRatePaced(tenant);
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private String keyedRateObserved(String tenant) {
        Call call = deft.begin(KEYED_RATE);
        String result;
        try {
            result = keyedRatePaced(tenant);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
        return result;
    }

    /** {@code @RateLimit(value = 10, key = "tenant")} around {@link Keys#keyedRate(String)}. */
    private String keyedRatePaced(String tenant) {
        keyedRateRates.acquire(tenant);
        return target.keyedRate(tenant);
    }

    /**
     * Starts {@link Keys#repeatedRate(Keys.Order)} on a new virtual thread and returns at once.
     *
     * <p>From the outside in: {@code @Async}, {@code @RateLimit(value = 1000, per = "1m", weight = "order.items")}
     * (1000 a minute, at most 1000 at once),
     * {@code @RateLimit(value = 50, key = "order.customer", maxKeys = 5, weight = "order.items", name = "customers")}
     * (50 a second, at most 50 at once), the call.
     */
    Task<Void> repeatedRate(Keys.Order order) {
        return deft.start(REPEATED_RATE, () -> repeatedRatePaced(order));
    }

    /** {@code @RateLimit(value = 1000, per = "1m", weight = "order.items")} around {@link #repeatedRatePaced2}. */
    private void repeatedRatePaced(Keys.Order order) throws IOException, InterruptedException {
        repeatedRateRate.acquireInterruptibly(order.items);
        repeatedRatePaced2(order);
    }

    /**
     * {@code @RateLimit(value = 50, key = "order.customer", maxKeys = 5, weight = "order.items", name = "customers")}
     * around {@link Keys#repeatedRate(Keys.Order)}.
     */
    private void repeatedRatePaced2(Keys.Order order) throws IOException, InterruptedException {
        repeatedRateRates2.acquireInterruptibly(order.getCustomer(), order.items);
        target.repeatedRate(order);
    }

    /**
     * Calls {@link Keys#composed(String)}.
     *
     * <p>From the outside in: {@code @RateLimit(100)} (100 a second, at most 100 at once),
     * {@code @RateLimit(value = 10, key = "tenant")} (10 a second, at most 10 at once), {@code @Limit(20)},
     * {@code @Limit(value = 5, key = "tenant")}, the call.
     */
    void composed(String tenant) {
        if (Deft.hasListeners(deft)) {
            composedObserved(tenant);
        } else {
            composedPaced(tenant);
        }
    }

    /** The same call, told to the listeners of {@link Deft}. */
    private void composedObserved(String tenant) {
        Call call = deft.begin(COMPOSED);
        try {
            composedPaced(tenant);
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
        call.succeeded();
    }

    /** {@code @RateLimit(100)} around {@link #composedPaced2}. */
    private void composedPaced(String tenant) {
        composedRate.acquire();
        composedPaced2(tenant);
    }

    /** {@code @RateLimit(value = 10, key = "tenant")} around {@link #composedLimited}. */
    private void composedPaced2(String tenant) {
        composedRates2.acquire(tenant);
        composedLimited(tenant);
    }

    /** {@code @Limit(20)} around {@link #composedLimited2}. */
    private void composedLimited(String tenant) {
        composedLimit.acquire();
        try {
            composedLimited2(tenant);
        } finally {
            composedLimit.release();
        }
    }

    /** {@code @Limit(value = 5, key = "tenant")} around {@link Keys#composed(String)}. */
    private void composedLimited2(String tenant) {
        LimitPolicy limit = composedLimits2.acquire(tenant);
        try {
            target.composed(tenant);
        } finally {
            composedLimits2.release(limit);
        }
    }
}
