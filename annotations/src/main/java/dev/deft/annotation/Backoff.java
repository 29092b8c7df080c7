package dev.deft.annotation;

/** How the wait between attempts grows. */
public enum Backoff {
    /** Always the same: d, d, d, d. */
    CONSTANT,
    /** By the same amount each time: d, 2d, 3d, 4d. */
    LINEAR,
    /** By the same factor each time: d, fd, f²d, f³d. */
    EXPONENTIAL,
    /** As the Fibonacci numbers: d, d, 2d, 3d, 5d. */
    FIBONACCI
}
