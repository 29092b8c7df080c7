package dev.deft.policy;

import java.util.Map;

/**
 * What a policy goes by: the values of its annotation, or those that took their place. Immutable.
 *
 * <p>Each word has its own, whose methods have the names of the annotation's attributes. Here they are as text, for people
 * and for whoever lists policies of all words.
 */
public sealed interface PolicySettings
        permits AdaptiveLimitSettings,
                CircuitBreakerSettings,
                DeadlineSettings,
                HedgeSettings,
                LimitSettings,
                LockSettings,
                RateLimitSettings,
                RetrySettings,
                SingleFlightSettings,
                TimeoutSettings {
    /**
     * The attributes that can be set, by their names in the annotation and in its order, with their values as one would
     * write them there, and {@code enabled} at the end. An empty value means none, such as no {@code maxWait}.
     *
     * @return unmodifiable
     */
    Map<String, String> attributes();

    /**
     * Whether the policy does anything.
     *
     * @return false if it is switched off
     */
    boolean isEnabled();
}
