package dev.deft;

/** What happens to a task that a pool has neither a thread nor room for. */
public enum WhenFull {
    /** Its starter waits for room: until there is some, its context ends, or it is interrupted. */
    WAIT,
    /** It has failed with a {@link TaskRejectedException}. */
    REJECT,
    /** Its starter runs it, before {@code start} returns. */
    RUN_IN_CALLER
}
