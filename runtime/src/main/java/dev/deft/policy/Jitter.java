package dev.deft.policy;

/**
 * How chance spreads the waits of many callers, after <a
 * href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">Exponential Backoff And Jitter</a>
 * (Marc Brooker, AWS Architecture Blog, 2015), whose names these are.
 */
enum Jitter {
    /** The wait as it grows. */
    NONE,
    /** Anything from nothing to the wait. */
    FULL,
    /** Half of the wait, and anything up to the other half. */
    EQUAL,
    /** Anything from the first wait to three times the last one; the growth is not looked at. */
    DECORRELATED
}
