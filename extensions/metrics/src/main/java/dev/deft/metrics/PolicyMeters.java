package dev.deft.metrics;

import dev.deft.policy.AdaptiveLimitPolicy;
import dev.deft.policy.CircuitBreakerPolicy;
import dev.deft.policy.CircuitState;
import dev.deft.policy.DeadlinePolicy;
import dev.deft.policy.HedgePolicy;
import dev.deft.policy.KeyedCircuitBreaker;
import dev.deft.policy.KeyedLimit;
import dev.deft.policy.KeyedLock;
import dev.deft.policy.KeyedRateLimit;
import dev.deft.policy.KeyedState;
import dev.deft.policy.LimitPolicy;
import dev.deft.policy.LockPolicy;
import dev.deft.policy.Policy;
import dev.deft.policy.RateLimitPolicy;
import dev.deft.policy.RetryPolicy;
import dev.deft.policy.SingleFlightPolicy;
import dev.deft.policy.TimeoutPolicy;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The meters of what policies know, read when somebody looks at them. Thread-safe. */
final class PolicyMeters {
    private final MeterRegistrar registrar;

    /** All whose meters are registered; without them those would show nothing. */
    private final Map<Place, Namesakes<?>> places = new ConcurrentHashMap<>();

    PolicyMeters(MeterRegistrar registrar) {
        this.registrar = registrar;
    }

    /** Registers the meters of a policy, unless they are there already. */
    void add(Policy<?> policy) {
        Place place = new Place(policy.getClass(), policy.task().toString(), policy.ordinal());
        places.computeIfAbsent(place, absent -> register(policy)).add(policy);
    }

    /** What a flight or a hedge does is told by events. */
    private Namesakes<?> register(Policy<?> policy) {
        return switch (policy) {
            case DeadlinePolicy deadline ->
                overdue(
                        gauges(DeadlinePolicy.class, policy),
                        policy,
                        each -> each.state().overdue());
            case RetryPolicy retry ->
                gauges(RetryPolicy.class, policy)
                        .sum(DeftMeter.RETRY_BUDGET_LEFT, PolicyMeters::budgetLeft)
                        .policies();
            case CircuitBreakerPolicy circuit -> circuit(gauges(CircuitBreakerPolicy.class, policy));
            case KeyedCircuitBreaker keyed ->
                keys(gauges(KeyedCircuitBreaker.class, policy), policy, KeyedCircuitBreaker::state);
            case RateLimitPolicy rate -> rate(gauges(RateLimitPolicy.class, policy), policy);
            case KeyedRateLimit keyed -> keys(gauges(KeyedRateLimit.class, policy), policy, KeyedRateLimit::state);
            case TimeoutPolicy timeout ->
                overdue(
                        gauges(TimeoutPolicy.class, policy),
                        policy,
                        each -> each.state().overdue());
            case LimitPolicy limit ->
                limit(
                        gauges(LimitPolicy.class, policy),
                        policy,
                        each -> each.state().permits(),
                        each -> each.state().taken(),
                        each -> each.state().waiting());
            case AdaptiveLimitPolicy limit ->
                limit(
                        gauges(AdaptiveLimitPolicy.class, policy),
                        policy,
                        each -> each.state().limit(),
                        each -> each.state().inside(),
                        each -> each.state().waiting());
            case KeyedLimit keyed -> keys(gauges(KeyedLimit.class, policy), policy, KeyedLimit::state);
            case LockPolicy lock ->
                gauges(LockPolicy.class, policy)
                        .sum(DeftMeter.LOCK_WAITING, each -> each.state().waiting())
                        .policies();
            case KeyedLock keyed -> keys(gauges(KeyedLock.class, policy), policy, KeyedLock::state);
            case SingleFlightPolicy flights ->
                gauges(SingleFlightPolicy.class, policy).policies();
            case HedgePolicy hedge -> gauges(HedgePolicy.class, policy).policies();
        };
    }

    private <P extends Policy<?>> Gauges<P> gauges(Class<P> type, Policy<?> policy) {
        return Gauges.of(registrar, type, policy);
    }

    private static double budgetLeft(RetryPolicy retry) {
        long left = retry.state().retriesLeft();
        return left == Long.MAX_VALUE ? Double.NaN : left;
    }

    private static Namesakes<?> circuit(Gauges<CircuitBreakerPolicy> gauges) {
        for (CircuitState state : CircuitState.values()) {
            gauges.tagged(MeterTags.STATE, state.name().toLowerCase(Locale.ROOT))
                    .sum(DeftMeter.CIRCUIT_STATE, circuit -> circuit.state().state() == state ? 1 : 0);
        }
        return gauges.policies();
    }

    private static Namesakes<?> rate(Gauges<RateLimitPolicy> gauges, Policy<?> policy) {
        return gauges.withOrdinalOf(policy)
                .sum(DeftMeter.RATE_BURST, rate -> rate.state().burst())
                .sum(DeftMeter.RATE_AVAILABLE, rate -> rate.state().available())
                .policies();
    }

    private static <P extends Policy<?>> Namesakes<P> limit(
            Gauges<P> gauges,
            Policy<?> policy,
            ToDoubleFunction<P> size,
            ToDoubleFunction<P> used,
            ToDoubleFunction<P> waiting) {
        return gauges.withWordOf(policy)
                .withOrdinalOf(policy)
                .sum(DeftMeter.LIMIT_SIZE, size)
                .sum(DeftMeter.LIMIT_USED, used)
                .sum(DeftMeter.LIMIT_WAITING, waiting)
                .proportion(
                        DeftMeter.LIMIT_SATURATION,
                        limit -> used.applyAsDouble(limit) + waiting.applyAsDouble(limit),
                        size)
                .policies();
    }

    private static <P extends Policy<?>> Namesakes<P> overdue(
            Gauges<P> gauges, Policy<?> policy, ToDoubleFunction<P> overdue) {
        return gauges.withWordOf(policy).sum(DeftMeter.OVERDUE, overdue).policies();
    }

    private static <P extends Policy<?>> Namesakes<P> keys(
            Gauges<P> gauges, Policy<?> policy, Function<P, KeyedState> state) {
        return gauges.withWordOf(policy)
                .withOrdinalOf(policy)
                .sum(DeftMeter.KEYS, each -> state.apply(each).keys())
                .sum(DeftMeter.KEYS_MAX, each -> state.apply(each).maxKeys())
                .sum(DeftMeter.KEYS_BLOCKED, each -> state.apply(each).blocked())
                .policies();
    }

    /** What the tags of meters say. */
    private record Place(Class<?> type, String task, int ordinal) {}
}
