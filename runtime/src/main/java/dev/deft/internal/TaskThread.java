package dev.deft.internal;

import java.lang.System.Logger.Level;

/**
 * What knows the current context of a task's thread.
 *
 * <p>It is the thread's handler of uncaught exceptions: there are none, a task catches all, but so it is found from the
 * thread for the price of a field. A thread local costs a virtual thread, which starts without any, a map of its own,
 * 150 bytes and a tenth of what it takes to start and end a task.
 */
public interface TaskThread extends Thread.UncaughtExceptionHandler {
    /**
     * The context that is current on the thread. Asked by that thread alone.
     *
     * @return at first the task's own
     */
    Context bound();

    /**
     * Changes the current context. Called by the thread itself.
     *
     * @param context what becomes current
     */
    void bind(Context context);

    @Override
    default void uncaughtException(Thread thread, Throwable failure) {
        System.getLogger("dev.deft").log(Level.ERROR, "Not caught by the task of " + thread, failure);
    }
}
