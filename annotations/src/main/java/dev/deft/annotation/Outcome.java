package dev.deft.annotation;

/** How a body ended. */
public enum Outcome {
    /** With a result or with a failure. */
    ANY,
    /** With a result. */
    SUCCESS,
    /** With a failure. */
    FAILURE
}
