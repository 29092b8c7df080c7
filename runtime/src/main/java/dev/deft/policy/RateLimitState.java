package dev.deft.policy;

import dev.deft.internal.DurationText;
import java.time.Duration;

/**
 * What a rate limit held when it was asked.
 *
 * @param burst how many tokens there are at most
 * @param available tokens that can be taken at once; below zero, those for which callers wait already
 * @param nextIn how long the next call, of weight 1, has to wait
 */
public record RateLimitState(int burst, long available, Duration nextIn) {
    /** For people: every component and its value. */
    @Override
    public String toString() {
        return "RateLimitState[burst=" + burst + ", available=" + available + ", nextIn=" + DurationText.of(nextIn)
                + "]";
    }
}
