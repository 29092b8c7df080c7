package dev.deft.annotation;

/**
 * How a computed wait <i>d</i> is randomised, so that callers that failed together do not come back together.
 *
 * @see <a href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">Exponential Backoff And
 *     Jitter, where these variants are named and compared</a>
 */
public enum Jitter {
    /** Not at all. */
    NONE,
    /** Anything from 0 to <i>d</i>. */
    FULL,
    /** Anything from <i>d</i>/2 to <i>d</i>. */
    EQUAL,
    /** Anything from the first wait to three times the one before, within the longest wait. */
    DECORRELATED
}
