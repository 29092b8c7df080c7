package dev.deft.annotation;

/** How a body ended. */
public enum Outcome {
    /** However it ended. */
    ANY,
    /** With a result. */
    SUCCESS,
    /** With a throwable. */
    FAILURE
}
