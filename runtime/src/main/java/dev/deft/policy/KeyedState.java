package dev.deft.policy;

/**
 * What a policy with a key knew when it was asked.
 *
 * @param keys of how many keys it keeps account
 */
public record KeyedState(int keys) {}
