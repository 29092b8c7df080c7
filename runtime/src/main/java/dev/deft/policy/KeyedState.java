package dev.deft.policy;

/**
 * What a policy with a key knew when it was asked.
 *
 * @param keys of how many keys it keeps account
 * @param maxKeys of how many it can; {@link Integer#MAX_VALUE} for a limit that is switched off
 * @param blocked for how many of them a caller could not go on at once: the limit is full, the rate has no token, the circuit
 *     is open, a thread has the lock
 */
public record KeyedState(int keys, int maxKeys, int blocked) {}
