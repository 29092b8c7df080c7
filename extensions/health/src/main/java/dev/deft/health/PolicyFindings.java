package dev.deft.health;

import dev.deft.Deft;
import dev.deft.TaskPool;
import dev.deft.policy.AdaptiveLimitPolicy;
import dev.deft.policy.CircuitBreakerPolicy;
import dev.deft.policy.CircuitBreakerState;
import dev.deft.policy.CircuitState;
import dev.deft.policy.DeadlinePolicy;
import dev.deft.policy.KeyedCircuitBreaker;
import dev.deft.policy.KeyedLimit;
import dev.deft.policy.KeyedLock;
import dev.deft.policy.KeyedRateLimit;
import dev.deft.policy.KeyedState;
import dev.deft.policy.LimitPolicy;
import dev.deft.policy.LimitState;
import dev.deft.policy.Policy;
import dev.deft.policy.RateLimitPolicy;
import dev.deft.policy.RateLimitState;
import dev.deft.policy.RetryPolicy;
import dev.deft.policy.TimeoutPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What one look at the policies and pools of a runtime finds. */
final class PolicyFindings {
    final Findings.Collector<OpenCircuit> open;
    final Findings.Collector<Saturation> saturated;

    /** What runs longer than its policy lets it, however little. */
    final List<Stuck> overdue = new ArrayList<>();

    private final Set<String> shared = new HashSet<>();

    /** Looks, and keeps so many of each kind. */
    PolicyFindings(Deft deft, int most) {
        open = new Findings.Collector<>(most);
        saturated = new Findings.Collector<>(most);
        for (Policy<?> policy : deft.policies()) {
            if (policy.settings().isEnabled() && !isKnown(policy)) {
                look(policy);
            }
        }
        deft.pools().forEach(this::look);
    }

    /** Whether the state of a policy is that of another one which was looked at before. */
    private boolean isKnown(Policy<?> policy) {
        String name = policy.sharedName();
        return !name.isEmpty() && !shared.add(policy.word() + ' ' + name);
    }

    private void look(Policy<?> policy) {
        switch (policy) {
            case CircuitBreakerPolicy circuit -> look(circuit);
            case KeyedCircuitBreaker circuits -> look(circuits);
            case LimitPolicy limit -> {
                LimitState state = limit.state();
                saturatedIf(state.taken() >= state.permits(), limit, state.permits(), state.waiting());
            }
            case AdaptiveLimitPolicy limit -> {
                AdaptiveLimitPolicy.State state = limit.state();
                saturatedIf(state.inside() >= state.limit(), limit, state.limit(), state.waiting());
            }
            case RateLimitPolicy rate -> {
                RateLimitState state = rate.state();
                saturatedIf(
                        state.available() <= 0, rate, state.burst(), Math.toIntExact(Math.max(0, -state.available())));
            }
            case RetryPolicy retry -> saturatedIf(retry.state().retriesLeft() == 0, retry, 0, 0);
            case KeyedLimit limits -> saturatedKeys(limits, limits.state());
            case KeyedRateLimit rates -> saturatedKeys(rates, rates.state());
            case KeyedLock locks -> {
                KeyedState state = locks.state();
                saturatedKeys(locks, new KeyedState(state.keys(), state.maxKeys(), 0)); // a lock is there to be held
            }
            case TimeoutPolicy timeout -> {
                TimeoutPolicy.State state = timeout.state();
                overdue(timeout, Stuck.Reason.TIMEOUT, state.overdue(), state.longestOverdue());
            }
            case DeadlinePolicy deadline -> {
                DeadlinePolicy.State state = deadline.state();
                overdue(deadline, Stuck.Reason.DEADLINE, state.overdue(), state.longestOverdue());
            }
            default -> {}
        }
    }

    private void look(CircuitBreakerPolicy circuit) {
        CircuitBreakerState state = circuit.state();
        if (state.isBlocking()) {
            open.add(new OpenCircuit(nameOf(circuit), circuit.sharedName(), state.state(), state.retryAfter(), 0));
        }
    }

    private void look(KeyedCircuitBreaker circuits) {
        int keys = circuits.state().blocked();
        if (keys > 0) {
            open.add(new OpenCircuit(nameOf(circuits), circuits.sharedName(), CircuitState.OPEN, Duration.ZERO, keys));
        }
    }

    private void saturatedIf(boolean saturation, Policy<?> policy, int size, int waiting) {
        if (saturation) {
            saturated.add(new Saturation(policy.word(), nameOf(policy), policy.sharedName(), size, waiting, 0, false));
        }
    }

    private void saturatedKeys(Policy<?> policy, KeyedState state) {
        boolean full = state.keys() >= state.maxKeys();
        if (full || state.blocked() > 0) {
            saturated.add(new Saturation(
                    policy.word(), nameOf(policy), policy.sharedName(), state.maxKeys(), 0, state.blocked(), full));
        }
    }

    private void overdue(Policy<?> policy, Stuck.Reason reason, int count, Duration longest) {
        if (count > 0) {
            overdue.add(new Stuck(nameOf(policy), reason, "", count, longest));
        }
    }

    private void look(TaskPool pool) {
        int queued = pool.queued();
        if (pool.threads() > 0 && pool.active() >= pool.threads() && queued >= pool.queueSize()) {
            saturated.add(new Saturation("pool", "", pool.name(), pool.queueSize(), queued, 0, false));
        }
    }

    private static String nameOf(Policy<?> policy) {
        return policy.task().toString();
    }
}
