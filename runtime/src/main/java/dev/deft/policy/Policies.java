package dev.deft.policy;

import dev.deft.Deft;
import dev.deft.TaskName;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The policies of one {@link Deft}, made when a wrapper first asks for them and shared by all wrappers that ask for the
 * same. Thread-safe.
 *
 * <p>A policy belongs to a task, by its name, and a word. Should the same task be asked for with other settings, as when a
 * class was loaded anew after a change, it gets another policy.
 */
public final class Policies {
    private final Deft deft;
    private final ConcurrentHashMap<Key<RetrySettings>, RetryPolicy> retries = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Key<LimitSettings>, LimitPolicy> limits = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Key<Duration>, TimeoutPolicy> timeouts = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Key<Duration>, DeadlinePolicy> deadlines = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Key<RateLimitSettings>, RateLimitPolicy> rates = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Key<RateLimitSettings>, KeyedRateLimit> keyedRates = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Key<CircuitBreakerSettings>, CircuitBreakerPolicy> circuits =
            new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Key<CircuitBreakerSettings>, KeyedCircuitBreaker> keyedCircuits =
            new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Key<LimitSettings>, KeyedLimit> keyedLimits = new ConcurrentHashMap<>();
    private final SharedByName<LimitSettings> namedLimits = new SharedByName<>("limits");
    private final SharedByName<LimitSettings>.Kind<Gate> sharedLimits = namedLimits.plain();
    private final SharedByName<LimitSettings>.Kind<Limits> sharedKeyedLimits = namedLimits.keyed();
    private final SharedByName<RateLimitSettings> namedRates = new SharedByName<>("rate limits");
    private final SharedByName<RateLimitSettings>.Kind<RateMeter> sharedRates = namedRates.plain();
    private final SharedByName<RateLimitSettings>.Kind<Rates> sharedKeyedRates = namedRates.keyed();
    private final SharedByName<CircuitBreakerSettings> namedCircuits = new SharedByName<>("circuit breakers");
    private final SharedByName<CircuitBreakerSettings>.Kind<Circuit> sharedCircuits = namedCircuits.plain();
    private final SharedByName<CircuitBreakerSettings>.Kind<Circuits> sharedKeyedCircuits = namedCircuits.keyed();
    private final ConcurrentHashMap<Key<HedgeSettings>, HedgePolicy> hedges = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<TaskName, SingleFlightPolicy> flights = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Key<AdaptiveLimitSettings>, AdaptiveLimitPolicy> adaptiveLimits =
            new ConcurrentHashMap<>();
    private final SharedByName<AdaptiveLimitSettings>.Kind<AdaptivePermits> sharedAdaptive =
            new SharedByName<AdaptiveLimitSettings>("adaptive limits").plain();
    private final ConcurrentHashMap<String, FairLock> locks = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, FairLock> classLocks = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, KeyedLocks> keyedLocks = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, KeyedLocks> keyedClassLocks = new ConcurrentHashMap<>();
    private final SharedByName<Double>.Kind<RetryBudget> sharedBudgets =
            new SharedByName<Double>("retry budgets").plain();
    private final ConcurrentHashMap<TaskName, Allowance> allowances = new ConcurrentHashMap<>();

    /**
     * Called by {@link Deft} alone.
     *
     * @param deft the runtime that these belong to; it is not yet complete
     */
    public Policies(Deft deft) {
        this.deft = Objects.requireNonNull(deft, "deft");
    }

    /**
     * The policy of {@code @Retry}.
     *
     * @param name the task
     * @param settings what the annotation says
     * @return always the same for the same
     * @throws IllegalArgumentException if the budget has a name under which there is another one
     */
    public RetryPolicy retry(TaskName name, RetrySettings settings) {
        return retries.computeIfAbsent(new Key<>(name, 1, settings), key -> {
            Allowance allowance = allowance(name);
            if (settings.budget() > 0 && !settings.name().isEmpty()) {
                allowance.share(sharedBudgets.get(
                        settings.name(),
                        name,
                        settings.budget(),
                        () -> new RetryBudget(deft.time(), settings.budget())));
            }
            allowance.retried(settings.budget(), deft.time());
            return new RetryPolicy(new Subject(deft, name), settings, allowance);
        });
    }

    /**
     * The policy of {@code @Limit}, the first of the task.
     *
     * @param name the task
     * @param settings what the annotation says
     * @return always the same for the same
     * @throws IllegalArgumentException if the limit has a name under which there is one with other settings
     */
    public LimitPolicy limit(TaskName name, LimitSettings settings) {
        return limit(name, 1, settings);
    }

    /**
     * The policy of {@code @Limit} where a task has several.
     *
     * @param name the task
     * @param ordinal which of them, in the order written, from 1
     * @param settings what the annotation says
     * @return always the same for the same
     * @throws IllegalArgumentException if the limit has a name under which there is one with other settings
     */
    public LimitPolicy limit(TaskName name, int ordinal, LimitSettings settings) {
        return limits.computeIfAbsent(new Key<>(name, ordinal, settings), key -> {
            Gate gate = sharedLimits.get(settings.name(), name, settings, () -> new Gate(settings));
            return new LimitPolicy(new Subject(deft, name), gate, null);
        });
    }

    /**
     * The policy of {@code @Limit} with {@code key}, the first of the task.
     *
     * @param name the task
     * @param settings what the annotation says
     * @return always the same for the same
     * @throws IllegalArgumentException if the limit has a name under which there is one with other settings
     */
    public KeyedLimit keyedLimit(TaskName name, LimitSettings settings) {
        return keyedLimit(name, 1, settings);
    }

    /**
     * The policy of {@code @Limit} with {@code key} where a task has several.
     *
     * @param name the task
     * @param ordinal which of them, in the order written, from 1
     * @param settings what the annotation says
     * @return always the same for the same
     * @throws IllegalArgumentException if the limit has a name under which there is one with other settings
     */
    public KeyedLimit keyedLimit(TaskName name, int ordinal, LimitSettings settings) {
        return keyedLimits.computeIfAbsent(new Key<>(name, ordinal, settings), key -> {
            Limits byKey =
                    sharedKeyedLimits.get(settings.name(), name, settings, () -> new Limits(deft.time(), settings));
            return new KeyedLimit(new Subject(deft, name), byKey);
        });
    }

    /**
     * The policy of {@code @RateLimit}, the first of the task.
     *
     * @param name the task
     * @param settings what the annotation says
     * @return always the same for the same
     * @throws IllegalArgumentException if the rate has a name under which there is one with other settings, or would take
     *     more than 36 years to gain its burst
     */
    public RateLimitPolicy rateLimit(TaskName name, RateLimitSettings settings) {
        return rateLimit(name, 1, settings);
    }

    /**
     * The policy of {@code @RateLimit} where a task has several.
     *
     * @param name the task
     * @param ordinal which of them, in the order written, from 1
     * @param settings what the annotation says
     * @return always the same for the same
     * @throws IllegalArgumentException if the rate has a name under which there is one with other settings, or would take
     *     more than 36 years to gain its burst
     */
    public RateLimitPolicy rateLimit(TaskName name, int ordinal, RateLimitSettings settings) {
        return rates.computeIfAbsent(new Key<>(name, ordinal, settings), key -> {
            RateMeter meter =
                    sharedRates.get(settings.name(), name, settings, () -> new RateMeter(deft.time(), settings));
            return new RateLimitPolicy(new Subject(deft, name), meter);
        });
    }

    /**
     * The policy of {@code @RateLimit} with {@code key}, the first of the task.
     *
     * @param name the task
     * @param settings what the annotation says
     * @return always the same for the same
     * @throws IllegalArgumentException if the rate has a name under which there is one with other settings, or would take
     *     more than 36 years to gain its burst
     */
    public KeyedRateLimit keyedRateLimit(TaskName name, RateLimitSettings settings) {
        return keyedRateLimit(name, 1, settings);
    }

    /**
     * The policy of {@code @RateLimit} with {@code key} where a task has several.
     *
     * @param name the task
     * @param ordinal which of them, in the order written, from 1
     * @param settings what the annotation says
     * @return always the same for the same
     * @throws IllegalArgumentException if the rate has a name under which there is one with other settings, or would take
     *     more than 36 years to gain its burst
     */
    public KeyedRateLimit keyedRateLimit(TaskName name, int ordinal, RateLimitSettings settings) {
        return keyedRates.computeIfAbsent(new Key<>(name, ordinal, settings), key -> {
            Rates meters =
                    sharedKeyedRates.get(settings.name(), name, settings, () -> new Rates(deft.time(), settings));
            return new KeyedRateLimit(new Subject(deft, name), meters);
        });
    }

    /**
     * The policy of {@code @CircuitBreaker}.
     *
     * @param name the task
     * @param settings what the annotation says
     * @return always the same for the same
     * @throws IllegalArgumentException if the circuit has a name under which there is one with other settings
     */
    public CircuitBreakerPolicy circuitBreaker(TaskName name, CircuitBreakerSettings settings) {
        return circuits.computeIfAbsent(new Key<>(name, 1, settings), key -> {
            Circuit circuit =
                    sharedCircuits.get(settings.name(), name, settings, () -> new Circuit(deft.time(), settings));
            return new CircuitBreakerPolicy(new Subject(deft, name), circuit);
        });
    }

    /**
     * The policy of {@code @CircuitBreaker} with {@code key}.
     *
     * @param name the task
     * @param settings what the annotation says
     * @return always the same for the same
     * @throws IllegalArgumentException if the circuit has a name under which there is one with other settings
     */
    public KeyedCircuitBreaker keyedCircuitBreaker(TaskName name, CircuitBreakerSettings settings) {
        return keyedCircuits.computeIfAbsent(new Key<>(name, 1, settings), key -> {
            Circuits byKey =
                    sharedKeyedCircuits.get(settings.name(), name, settings, () -> new Circuits(deft.time(), settings));
            return new KeyedCircuitBreaker(new Subject(deft, name), byKey);
        });
    }

    /**
     * The policy of {@code @Timeout}.
     *
     * @param name the task
     * @param timeout what the annotation says
     * @return always the same for the same
     * @throws IllegalArgumentException if {@code timeout} is zero or negative
     */
    public TimeoutPolicy timeout(TaskName name, Duration timeout) {
        return timeouts.computeIfAbsent(
                new Key<>(name, 1, timeout), key -> new TimeoutPolicy(new Subject(deft, name), timeout));
    }

    /**
     * The policy of {@code @Deadline}.
     *
     * @param name the task
     * @param duration what the annotation says
     * @return always the same for the same
     * @throws IllegalArgumentException if {@code duration} is negative
     */
    public DeadlinePolicy deadline(TaskName name, Duration duration) {
        return deadlines.computeIfAbsent(
                new Key<>(name, 1, duration), key -> new DeadlinePolicy(new Subject(deft, name), duration));
    }

    /**
     * The policy of {@code @Hedge}. Its hedges draw on the budgets that the retries of the same task draw on.
     *
     * @param name the task
     * @param settings what the annotation says
     * @return always the same for the same
     */
    public HedgePolicy hedge(TaskName name, HedgeSettings settings) {
        return hedges.computeIfAbsent(
                new Key<>(name, 1, settings),
                key -> new HedgePolicy(new Subject(deft, name), settings, allowance(name)));
    }

    private Allowance allowance(TaskName name) {
        return allowances.computeIfAbsent(name, key -> new Allowance(deft.retryBudget()));
    }

    /**
     * The policy of {@code @SingleFlight}.
     *
     * @param name the task
     * @return always the same for the same
     */
    public SingleFlightPolicy singleFlight(TaskName name) {
        return flights.computeIfAbsent(name, key -> new SingleFlightPolicy(new Subject(deft, name)));
    }

    /**
     * The policy of {@code @AdaptiveLimit}.
     *
     * @param name the task
     * @param settings what the annotation says
     * @return always the same for the same
     * @throws IllegalArgumentException if the limit has a name under which there is one with other settings
     */
    public AdaptiveLimitPolicy adaptiveLimit(TaskName name, AdaptiveLimitSettings settings) {
        return adaptiveLimits.computeIfAbsent(new Key<>(name, 1, settings), key -> {
            AdaptivePermits permits = sharedAdaptive.get(
                    settings.name(), name, settings, () -> new AdaptivePermits(deft.time(), settings));
            return new AdaptiveLimitPolicy(new Subject(deft, name), settings, permits);
        });
    }

    /**
     * The policy of {@code @Locked} with a value: the writing side of the lock of that name, which is {@code EXCLUSIVE} as
     * well. Its {@linkplain LockPolicy#read reading side} is {@code READ}.
     *
     * @param name the task, for messages
     * @param lock name of the lock; all tasks that name it share it
     * @return a view of the lock
     */
    public LockPolicy lock(TaskName name, String lock) {
        return policy(name, locks.computeIfAbsent(lock, key -> new FairLock(deft.time())));
    }

    /**
     * The policy of {@code @Locked} without a value on a static method: the lock of its class.
     *
     * @param name the task
     * @return a view of the lock; see {@link #lock}
     */
    public LockPolicy classLock(TaskName name) {
        return policy(name, classLocks.computeIfAbsent(name.className(), key -> new FairLock(deft.time())));
    }

    /**
     * The policy of {@code @Locked} without a value: a lock that nobody else has. A wrapper makes one, and gives each of
     * its methods a {@linkplain LockPolicy#named view} of it.
     *
     * @param name the task
     * @return a new lock; see {@link #lock}
     */
    public LockPolicy newLock(TaskName name) {
        return policy(name, new FairLock(deft.time()));
    }

    /**
     * The policy of {@code @Locked} with {@code key} and a value: the writing sides of the locks of that name. Their
     * {@linkplain KeyedLock#read reading sides} are {@code READ}.
     *
     * @param name the task, for messages
     * @param lock name of the locks; all tasks that name them share them
     * @return a view of the locks
     */
    public KeyedLock keyedLock(TaskName name, String lock) {
        return policy(name, keyedLocks.computeIfAbsent(lock, key -> newKeyedLocks()));
    }

    /**
     * The policy of {@code @Locked} with {@code key} and without a value on a static method: the locks of its class.
     *
     * @param name the task
     * @return a view of the locks; see {@link #keyedLock}
     */
    public KeyedLock keyedClassLock(TaskName name) {
        return policy(name, keyedClassLocks.computeIfAbsent(name.className(), key -> newKeyedLocks()));
    }

    /**
     * The policy of {@code @Locked} with {@code key} and without a value: locks that nobody else has.
     *
     * @param name the task
     * @return new locks; see {@link #keyedLock}
     */
    public KeyedLock newKeyedLock(TaskName name) {
        return policy(name, newKeyedLocks());
    }

    private KeyedLocks newKeyedLocks() {
        return new KeyedLocks(deft.time(), KeyedStore.DEFAULT_MAX_KEYS);
    }

    private KeyedLock policy(TaskName name, KeyedLocks locks) {
        return new KeyedLock(new Subject(deft, name), locks, false);
    }

    private LockPolicy policy(TaskName name, FairLock lock) {
        return new LockPolicy(new Subject(deft, name), lock, false);
    }

    private record Key<S>(TaskName name, int ordinal, S settings) {}
}
