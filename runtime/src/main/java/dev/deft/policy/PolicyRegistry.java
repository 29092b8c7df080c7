package dev.deft.policy;

import dev.deft.Deft;
import dev.deft.TaskName;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The policies of one {@link Deft}, and the state that they share. Thread-safe. */
final class PolicyRegistry {
    final Deft deft;
    final Overrides overrides;

    /** Held while a policy is changed, so that no change of one is lost to another. */
    final ReentrantLock changing = new ReentrantLock();

    final SharedByName<LimitSettings>.Kind<Gate> sharedLimits;
    final SharedByName<LimitSettings>.Kind<Limits> sharedKeyedLimits;
    final SharedByName<RateLimitSettings>.Kind<RateMeter> sharedRates;
    final SharedByName<RateLimitSettings>.Kind<Rates> sharedKeyedRates;
    final SharedByName<CircuitBreakerSettings>.Kind<Circuit> sharedCircuits;
    final SharedByName<CircuitBreakerSettings>.Kind<Circuits> sharedKeyedCircuits;
    final SharedByName<AdaptiveLimitSettings>.Kind<AdaptivePermits> sharedAdaptive;
    final SharedByName<Double>.Kind<RetryBudget> sharedBudgets;

    /** By name, and by class. */
    final ConcurrentHashMap<String, FairLock> locks = new ConcurrentHashMap<>();

    final ConcurrentHashMap<String, FairLock> classLocks = new ConcurrentHashMap<>();
    final ConcurrentHashMap<String, KeyedLocks> keyedLocks = new ConcurrentHashMap<>();
    final ConcurrentHashMap<String, KeyedLocks> keyedClassLocks = new ConcurrentHashMap<>();

    private final ConcurrentHashMap<TaskName, Allowance> allowances = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Key, Policy<?>> policies = new ConcurrentHashMap<>();

    PolicyRegistry(Deft deft, List<SettingsSource> settings) {
        this.deft = Objects.requireNonNull(deft, "deft");
        this.overrides = new Overrides(settings);
        SharedByName<LimitSettings> limits = new SharedByName<>("limits");
        this.sharedLimits = limits.plain();
        this.sharedKeyedLimits = limits.keyed();
        SharedByName<RateLimitSettings> rates = new SharedByName<>("rate limits");
        this.sharedRates = rates.plain();
        this.sharedKeyedRates = rates.keyed();
        SharedByName<CircuitBreakerSettings> circuits = new SharedByName<>("circuit breakers");
        this.sharedCircuits = circuits.plain();
        this.sharedKeyedCircuits = circuits.keyed();
        this.sharedAdaptive = new SharedByName<AdaptiveLimitSettings>("adaptive limits").plain();
        this.sharedBudgets = new SharedByName<Double>("retry budgets").plain();
    }

    Stream<Policy<?>> policies() {
        return policies.values().stream();
    }

    /**
     * The policy of a kind that somebody asked for before, or a new one.
     *
     * @param sharedName the name under which its state is shared, or ""
     * @param declared what the annotation says
     * @param make makes a policy with the settings that hold
     */
    <S extends PolicySettings, P extends Policy<S>> P get(
            Class<P> type,
            SettingsWord<S> word,
            Subject subject,
            String sharedName,
            S declared,
            BiFunction<Subject, S, P> make) {
        Key key = new Key(type, subject.name(), subject.ordinal(), declared);
        Policy<?> known = policies.get(key);
        if (known == null) {
            S effective = overrides.effective(subject, word, sharedName, declared);
            known = make(key, () -> make.apply(subject, effective));
        }
        return type.cast(known);
    }

    private Policy<?> make(Key key, Supplier<Policy<?>> maker) {
        AtomicBoolean made = new AtomicBoolean();
        Policy<?> known = policies.computeIfAbsent(key, absent -> {
            made.setPlain(true);
            return maker.get();
        });
        if (made.getPlain()) { // else somebody else has just made it
            deft.tellAdded(known); // not while the map is at it: a listener may look at all policies
        }
        return known;
    }

    Allowance allowance(TaskName name) {
        return allowances.computeIfAbsent(name, key -> new Allowance(deft.retryBudget()));
    }

    FairLock newLock() {
        return new FairLock(deft.time());
    }

    KeyedLocks newKeyedLocks() {
        return new KeyedLocks(deft.time(), KeyedStore.DEFAULT_MAX_KEYS);
    }

    private record Key(Class<?> type, TaskName name, int ordinal, PolicySettings declared) {}
}
