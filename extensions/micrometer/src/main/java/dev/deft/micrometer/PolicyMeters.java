package dev.deft.micrometer;

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
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The meters of what policies know, read when somebody looks at them. Thread-safe. */
final class PolicyMeters {
    private final MeterRegistry registry;

    /** All whose meters are registered; without them those would show nothing. */
    private final Map<Place, Namesakes<?>> places = new ConcurrentHashMap<>();

    PolicyMeters(MeterRegistry registry) {
        this.registry = registry;
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
                        .sum(
                                DeftMeters.RETRY_BUDGET_LEFT,
                                "Retries and hedges that the budgets allow now",
                                PolicyMeters::budgetLeft)
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
                        .sum(
                                DeftMeters.LOCK_WAITING,
                                "Threads that wait for the lock",
                                each -> each.state().waiting())
                        .policies();
            case KeyedLock keyed -> keys(gauges(KeyedLock.class, policy), policy, KeyedLock::state);
            case SingleFlightPolicy flights ->
                gauges(SingleFlightPolicy.class, policy).policies();
            case HedgePolicy hedge -> gauges(HedgePolicy.class, policy).policies();
        };
    }

    private <P extends Policy<?>> Gauges<P> gauges(Class<P> type, Policy<?> policy) {
        return Gauges.of(registry, type, policy);
    }

    private static double budgetLeft(RetryPolicy retry) {
        long left = retry.state().retriesLeft();
        return left == Long.MAX_VALUE ? Double.NaN : left;
    }

    private static Namesakes<?> circuit(Gauges<CircuitBreakerPolicy> gauges) {
        for (CircuitState state : CircuitState.values()) {
            gauges.tagged(DeftMeters.STATE, state.name().toLowerCase(Locale.ROOT))
                    .sum(
                            DeftMeters.CIRCUIT_STATE,
                            "1 for the state in which the circuit is",
                            circuit -> circuit.state().state() == state ? 1 : 0);
        }
        return gauges.policies();
    }

    private static Namesakes<?> rate(Gauges<RateLimitPolicy> gauges, Policy<?> policy) {
        return gauges.withOrdinalOf(policy)
                .sum(
                        DeftMeters.RATE_BURST,
                        "Tokens that the rate holds at most",
                        rate -> rate.state().burst())
                .sum(
                        DeftMeters.RATE_AVAILABLE,
                        "Tokens that can be taken at once",
                        rate -> rate.state().available())
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
                .sum(DeftMeters.LIMIT_SIZE, "Calls that may be inside at once", size)
                .sum(DeftMeters.LIMIT_USED, "Permits that are taken", used)
                .sum(DeftMeters.LIMIT_WAITING, "Callers that wait for a permit", waiting)
                .proportion(
                        DeftMeters.LIMIT_SATURATION,
                        "What is taken and waited for, by the size",
                        limit -> used.applyAsDouble(limit) + waiting.applyAsDouble(limit),
                        size)
                .policies();
    }

    private static <P extends Policy<?>> Namesakes<P> overdue(
            Gauges<P> gauges, Policy<?> policy, ToDoubleFunction<P> overdue) {
        return gauges.withWordOf(policy)
                .sum(DeftMeters.OVERDUE, "What runs on though its time is up", overdue)
                .policies();
    }

    private static <P extends Policy<?>> Namesakes<P> keys(
            Gauges<P> gauges, Policy<?> policy, Function<P, KeyedState> state) {
        return gauges.withWordOf(policy)
                .withOrdinalOf(policy)
                .sum(
                        DeftMeters.KEYS,
                        "Keys that are kept account of",
                        each -> state.apply(each).keys())
                .sum(
                        DeftMeters.KEYS_MAX,
                        "Keys that can be",
                        each -> state.apply(each).maxKeys())
                .sum(
                        DeftMeters.KEYS_BLOCKED,
                        "Keys for which nobody gets through at once",
                        each -> state.apply(each).blocked())
                .policies();
    }

    /** What the tags of meters say. */
    private record Place(Class<?> type, String task, int ordinal) {}
}
