package dev.deft.policy;

import dev.deft.Deft;
import dev.deft.SettingsException;
import dev.deft.TaskName;
import java.time.Duration;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;

/**
 * The policies of one {@link Deft}, made when a wrapper first asks for them and shared by all wrappers that ask for the
 * same. A wrapper asks in its constructor, so each policy is here before the first call. Thread-safe.
 *
 * <p>A policy belongs to a task, by its name, and a word. Should the same task be asked for with other settings, as when a
 * class was loaded anew after a change, it gets another policy.
 *
 * <pre>{@code
 * for (Policy<?> policy : deft.policies()) {
 *     System.out.println(policy.task() + " " + policy.word() + " " + policy.settings() + " " + policy.state());
 * }
 * deft.policies().of("PaymentService.charge").forEach(Policy::switchOff);
 * }</pre>
 */
public final class Policies implements Iterable<Policy<?>> {
    private static final Comparator<Policy<?>> ORDER = Comparator.<Policy<?>, String>comparing(
                    policy -> policy.task().qualified())
            .thenComparingInt(policy -> Words.NESTING.indexOf(policy.definition()))
            .thenComparingInt(Policy::ordinal);

    private final PolicyRegistry registry;
    private final boolean pinned;

    /**
     * Called by {@link Deft} alone.
     *
     * @param deft the runtime that these belong to; it is not yet complete
     * @param settings what takes the place of annotations' values; of equally close ones the later prevail
     */
    public Policies(Deft deft, List<SettingsSource> settings) {
        this(new PolicyRegistry(deft, settings), false);
    }

    private Policies(PolicyRegistry registry, boolean pinned) {
        this.registry = registry;
        this.pinned = pinned;
    }

    /**
     * All policies, but for the locks that belong to a wrapper object: those are the wrapper's own.
     *
     * @return a snapshot, by the names of the tasks, and for each task from the outside in
     */
    public List<Policy<?>> all() {
        return registry.policies().sorted(ORDER).toList();
    }

    /** As {@link #all}. */
    @Override
    public Iterator<Policy<?>> iterator() {
        return all().iterator();
    }

    /**
     * The policies of a method, or of all methods of a class.
     *
     * @param task a method as {@code PaymentService.charge}, {@code shop.PaymentService.charge} or
     *     {@code PaymentService.charge(Order)}, or a class as {@code PaymentService} or {@code shop.PaymentService}
     * @return in the order of {@link #all}; empty if there are none
     */
    public List<Policy<?>> of(String task) {
        TaskPattern pattern = TaskPattern.of(task);
        return all().stream().filter(policy -> pattern.fits(policy.task())).toList();
    }

    /** What is to be held while a policy is changed. */
    ReentrantLock changing() {
        return registry.changing;
    }

    /**
     * These, for a class whose annotations hold whatever anybody sets: {@code @Tasks(pinned = true)}.
     *
     * @return a view; what is asked of it for the first time is pinned
     */
    public Policies pinned() {
        return pinned ? this : new Policies(registry, true);
    }

    /**
     * Says that a wrapper has asked for all policies of its class, so that settings which name what is not there can be
     * refused.
     *
     * @param className fully qualified name of the class
     * @throws SettingsException if a setting names a method that the class has not under a policy, or a word that the
     *     method has not; the message says what there is
     */
    public void checkSettings(String className) {
        registry.overrides.check(className, this::all);
    }

    /**
     * The settings that no policy has needed so far. Since a policy is known from its wrapper's constructor on, those that
     * are left when all wrappers are made name a class, or a name of shared state, that is not there.
     *
     * @return their keys, as they are written
     */
    public List<String> unusedSettings() {
        return registry.overrides.unused();
    }

    /**
     * The settings that would have changed what {@code @Tasks(pinned = true)} keeps. Each was told to the listeners and to
     * the log when the wrapper was made.
     *
     * @return their keys, as they are written
     */
    public List<String> ignoredSettings() {
        return registry.overrides.ignored();
    }

    /**
     * The ratio of the budget on which all retries and hedges draw.
     *
     * @param built what the runtime was built with
     * @return what the settings say, else the same
     */
    public double retryBudget(double built) {
        return registry.overrides.retryBudget().map(SettingTexts::decimal).orElse(built);
    }

    private Allowance allowance(TaskName name, RetrySettings settings) {
        Allowance allowance = registry.allowance(name);
        if (settings.budget() > 0 && !settings.name().isEmpty()) {
            allowance.share(registry.sharedBudgets.get(
                    settings.name(),
                    name,
                    settings.budget(),
                    () -> new RetryBudget(registry.deft.time(), settings.budget())));
        }
        return allowance;
    }

    private <S extends PolicySettings, P extends Policy<S>> P get(
            Class<P> type,
            SettingsWord<S> word,
            TaskName name,
            int ordinal,
            String sharedName,
            S settings,
            BiFunction<Subject, S, P> make) {
        Subject subject = new Subject(registry.deft, name, ordinal, pinned);
        return registry.get(type, word, subject, sharedName, settings, make);
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
        return get(
                RetryPolicy.class,
                RetrySettings.WORD,
                name,
                1,
                "",
                settings,
                (subject, effective) -> new RetryPolicy(subject, effective, allowance(name, effective)));
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
        return get(
                LimitPolicy.class,
                LimitSettings.WORD,
                name,
                ordinal,
                settings.name(),
                settings,
                (subject, effective) -> new LimitPolicy(
                        subject,
                        registry.sharedLimits.get(effective.name(), name, effective, () -> new Gate(effective)),
                        null));
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
        return get(
                KeyedLimit.class,
                LimitSettings.WORD,
                name,
                ordinal,
                settings.name(),
                settings,
                (subject, effective) -> new KeyedLimit(
                        subject,
                        registry.sharedKeyedLimits.get(
                                effective.name(), name, effective, () -> new Limits(registry.deft.time(), effective))));
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
        return get(
                RateLimitPolicy.class,
                RateLimitSettings.WORD,
                name,
                ordinal,
                settings.name(),
                settings,
                (subject, effective) -> new RateLimitPolicy(
                        subject,
                        registry.sharedRates.get(
                                effective.name(),
                                name,
                                effective,
                                () -> new RateMeter(registry.deft.time(), effective))));
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
        return get(
                KeyedRateLimit.class,
                RateLimitSettings.WORD,
                name,
                ordinal,
                settings.name(),
                settings,
                (subject, effective) -> new KeyedRateLimit(
                        subject,
                        registry.sharedKeyedRates.get(
                                effective.name(), name, effective, () -> new Rates(registry.deft.time(), effective))));
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
        return get(
                CircuitBreakerPolicy.class,
                CircuitBreakerSettings.WORD,
                name,
                1,
                settings.name(),
                settings,
                (subject, effective) -> new CircuitBreakerPolicy(
                        subject,
                        registry.sharedCircuits.get(
                                effective.name(),
                                name,
                                effective,
                                () -> new Circuit(registry.deft.time(), effective))));
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
        return get(
                KeyedCircuitBreaker.class,
                CircuitBreakerSettings.WORD,
                name,
                1,
                settings.name(),
                settings,
                (subject, effective) -> new KeyedCircuitBreaker(
                        subject,
                        registry.sharedKeyedCircuits.get(
                                effective.name(),
                                name,
                                effective,
                                () -> new Circuits(registry.deft.time(), effective))));
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
        return get(
                TimeoutPolicy.class,
                TimeoutSettings.WORD,
                name,
                1,
                "",
                TimeoutSettings.of(timeout),
                TimeoutPolicy::new);
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
        return get(
                DeadlinePolicy.class,
                DeadlineSettings.WORD,
                name,
                1,
                "",
                DeadlineSettings.of(duration),
                DeadlinePolicy::new);
    }

    /**
     * The policy of {@code @Hedge}. Its hedges draw on the budgets that the retries of the same task draw on.
     *
     * @param name the task
     * @param settings what the annotation says
     * @return always the same for the same
     */
    public HedgePolicy hedge(TaskName name, HedgeSettings settings) {
        return get(
                HedgePolicy.class,
                HedgeSettings.WORD,
                name,
                1,
                "",
                settings,
                (subject, effective) -> new HedgePolicy(subject, effective, registry.allowance(name)));
    }

    /**
     * The policy of {@code @SingleFlight}.
     *
     * @param name the task
     * @return always the same for the same
     */
    public SingleFlightPolicy singleFlight(TaskName name) {
        return get(
                SingleFlightPolicy.class,
                SingleFlightSettings.WORD,
                name,
                1,
                "",
                SingleFlightSettings.of(true),
                SingleFlightPolicy::new);
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
        return get(
                AdaptiveLimitPolicy.class,
                AdaptiveLimitSettings.WORD,
                name,
                1,
                settings.name(),
                settings,
                (subject, effective) -> new AdaptiveLimitPolicy(
                        subject,
                        registry.sharedAdaptive.get(
                                effective.name(),
                                name,
                                effective,
                                () -> new AdaptivePermits(registry.deft.time(), effective))));
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
        return lock(name, LockSettings.named(lock), registry.locks.computeIfAbsent(lock, key -> registry.newLock()));
    }

    /**
     * The policy of {@code @Locked} without a value on a static method: the lock of its class.
     *
     * @param name the task
     * @return a view of the lock; see {@link #lock}
     */
    public LockPolicy classLock(TaskName name) {
        return lock(
                name,
                LockSettings.named(""),
                registry.classLocks.computeIfAbsent(name.className(), key -> registry.newLock()));
    }

    /**
     * The policy of {@code @Locked} without a value: a lock that nobody else has. A wrapper makes one, and gives each of
     * its methods a {@linkplain LockPolicy#named view} of it.
     *
     * @param name the task
     * @return a new lock; see {@link #lock}
     */
    public LockPolicy newLock(TaskName name) {
        return new LockPolicy(subject(name), LockSettings.named(""), registry.newLock(), false);
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
        return lock(
                name,
                LockSettings.named(lock),
                registry.keyedLocks.computeIfAbsent(lock, key -> registry.newKeyedLocks()));
    }

    /**
     * The policy of {@code @Locked} with {@code key} and without a value on a static method: the locks of its class.
     *
     * @param name the task
     * @return a view of the locks; see {@link #keyedLock}
     */
    public KeyedLock keyedClassLock(TaskName name) {
        return lock(
                name,
                LockSettings.named(""),
                registry.keyedClassLocks.computeIfAbsent(name.className(), key -> registry.newKeyedLocks()));
    }

    /**
     * The policy of {@code @Locked} with {@code key} and without a value: locks that nobody else has.
     *
     * @param name the task
     * @return new locks; see {@link #keyedLock}
     */
    public KeyedLock newKeyedLock(TaskName name) {
        return new KeyedLock(subject(name), LockSettings.named(""), registry.newKeyedLocks(), false);
    }

    private LockPolicy lock(TaskName name, LockSettings settings, FairLock lock) {
        return get(
                LockPolicy.class,
                LockSettings.WORD,
                name,
                1,
                settings.name(),
                settings,
                (subject, same) -> new LockPolicy(subject, same, lock, false));
    }

    private KeyedLock lock(TaskName name, LockSettings settings, KeyedLocks locks) {
        return get(
                KeyedLock.class,
                LockSettings.WORD,
                name,
                1,
                settings.name(),
                settings,
                (subject, same) -> new KeyedLock(subject, same, locks, false));
    }

    private Subject subject(TaskName name) {
        return new Subject(registry.deft, name, 1, pinned);
    }
}
