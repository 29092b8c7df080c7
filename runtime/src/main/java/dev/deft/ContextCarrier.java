package dev.deft;

/**
 * Takes along to a task's thread what its starter's thread holds besides the {@link TaskContext}: the fields of a logging
 * context, a trace, who is logged in. Registered with {@link Deft.Builder#carrier}; without any, starting a task costs
 * nothing for it.
 *
 * <p>It is asked on the thread that starts a task, or that registers a callback of one, and what it gives is installed on
 * the thread that runs it, and taken back when that is done, so that a thread of a pool, or a caller that runs a task
 * itself, has afterwards what it had before. A detached task takes nothing along: it belongs to nobody.
 *
 * <p>Used by any number of threads at a time. What a carrier throws is logged and changes nothing for the task.
 */
@FunctionalInterface
public interface ContextCarrier {
    /**
     * Takes what is to follow.
     *
     * @return what was there on the current thread at this moment
     */
    Snapshot capture();

    /** What was taken from a thread. Installed once at most, perhaps never, on any thread. */
    @FunctionalInterface
    interface Snapshot {
        /**
         * Puts it onto the current thread, in place of what is there.
         *
         * @return how to take it back
         */
        Restoration install();
    }

    /** Takes back what was installed. Called once, on the thread of the {@link Snapshot#install}. */
    @FunctionalInterface
    interface Restoration {
        /** Puts what was there before back into its place. */
        void restore();
    }
}
