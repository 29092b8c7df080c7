package dev.deft;

/** Where a {@link Task} stands. The last three are final. */
public enum TaskStatus {
    /** Made, but its body has not begun. */
    PENDING,
    /** Its body runs. */
    RUNNING,
    /** It waits within Deft: between two attempts, or for its turn. */
    WAITING,
    /** Ended with a result. */
    SUCCEEDED,
    /** Ended with a failure; a passed deadline is one. */
    FAILED,
    /** Ended because it, or the context it was started in, was cancelled. */
    CANCELLED
}
