package dev.deft.policy;

/**
 * What a limit knew when it was asked.
 *
 * @param permits how many permits there are while the limit is not switched off
 * @param taken how many of them are taken; after a change to fewer, more may be
 * @param waiting how many callers wait
 */
public record LimitState(int permits, int taken, int waiting) {}
