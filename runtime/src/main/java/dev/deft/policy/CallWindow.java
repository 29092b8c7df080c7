package dev.deft.policy;

/**
 * The outcomes of the last calls. Not thread-safe: guarded by the monitor of the window itself, which is held for a few
 * field accesses and never while anything waits.
 */
abstract sealed class CallWindow permits CountWindow, TimeWindow {
    int calls;
    int failures;
    int slow;

    /** What {@link #isFullOfSuccesses} says; read without the monitor, so that such a success writes nothing. */
    volatile boolean settled;

    /** Adds a call, and forgets those that leave the window. */
    abstract void add(boolean failed, boolean wasSlow, long now);

    /** Forgets those that have left the window by now. */
    abstract void expire(long now);

    /** Whether another success, if it is not slow, would change nothing. */
    abstract boolean isFullOfSuccesses();

    /** Notes a call. */
    final void note(boolean failed, boolean wasSlow, long now) {
        add(failed, wasSlow, now);
        settled = isFullOfSuccesses();
    }
}
