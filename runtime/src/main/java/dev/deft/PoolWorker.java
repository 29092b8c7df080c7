package dev.deft;

import dev.deft.time.TimeSource;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** A thread of a pool: one task after the other. */
final class PoolWorker implements Runnable {
    private final TaskPool pool;
    private final TimeSource time;
    private @Nullable Thread thread;

    /** What to do next; null: nothing any more. Written before {@link #woken}. */
    private @Nullable PooledTask work;

    private volatile boolean woken;

    PoolWorker(TaskPool pool, TimeSource time, PooledTask first) {
        this.pool = pool;
        this.time = time;
        this.work = first;
    }

    void start(ThreadFactory factory) {
        Thread own = factory.newThread(this);
        thread = own;
        time.taskStarting(own);
        try {
            own.start();
        } catch (Throwable failure) {
            time.taskEnded(own);
            throw failure;
        }
    }

    @Override
    public void run() {
        try {
            for (PooledTask next = work; next != null; next = pool.next(this)) {
                work = null;
                perform(next);
                Thread.interrupted(); // what a body left of its own doing is nothing to the next
            }
        } finally {
            time.taskEnded(Thread.currentThread());
        }
    }

    private void perform(PooledTask next) {
        try {
            next.run();
        } catch (Throwable failure) {
            System.getLogger("dev.deft").log(Level.ERROR, "Not caught by a task of the pool " + pool.name(), failure);
        }
    }

    /** Ends {@link #awaitWork}; once for each. */
    void wake(@Nullable PooledTask next) {
        work = next;
        woken = true;
        time.unpark(Objects.requireNonNull(thread));
    }

    /** Waits for another task, or for the end. */
    @Nullable
    PooledTask awaitWork() {
        while (!woken) {
            Thread.interrupted(); // nobody is to interrupt a thread that does nothing
            time.park(pool);
        }
        woken = false;
        PooledTask next = work;
        work = null;
        return next;
    }
}
