package dev.deft.micrometer;

import dev.deft.TaskName;
import dev.deft.policy.AdaptiveLimitSettings;
import dev.deft.policy.CircuitBreakerSettings;
import dev.deft.policy.HedgeSettings;
import dev.deft.policy.LimitSettings;
import dev.deft.policy.Policies;
import dev.deft.policy.RateLimitSettings;
import dev.deft.policy.RetrySettings;
import java.time.Duration;

/** One policy of each kind that has meters of its own, so that every meter is registered. */
final class EveryPolicy {
    private EveryPolicy() {}

    /**
     * Adds them, as wrappers with all the words would.
     *
     * @param task what has the policies without a key
     * @param keyed what has a policy with one
     */
    static void addTo(Policies policies, TaskName task, TaskName keyed) {
        policies.circuitBreaker(task, CircuitBreakerSettings.failureRate(0.5));
        policies.limit(task, LimitSettings.permits(1));
        policies.adaptiveLimit(task, AdaptiveLimitSettings.min(1));
        policies.rateLimit(task, RateLimitSettings.permits(1));
        policies.retry(task, RetrySettings.attempts(3));
        policies.timeout(task, Duration.ofSeconds(1));
        policies.deadline(task, Duration.ofSeconds(1));
        policies.hedge(task, HedgeSettings.after(Duration.ofSeconds(1)));
        policies.singleFlight(task);
        policies.lock(task, "books");
        policies.keyedLimit(keyed, LimitSettings.permits(1));
    }
}
