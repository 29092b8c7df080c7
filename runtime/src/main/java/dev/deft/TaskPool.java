package dev.deft;

import dev.deft.internal.Wait;
import dev.deft.time.TimeSource;
import java.util.ArrayDeque;
import java.util.TreeSet;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Threads with a name: where {@code @Async(pool = "…")} runs its tasks. Made with a runtime, by {@link Deft.Builder#pool},
 * and closed with it.
 *
 * <p>Tasks wait for a thread by {@link #PRIORITY}, those of the same priority in the order of their start. A task that ends
 * while it waits, because it is cancelled or its deadline passes, makes room at once.
 */
public final class TaskPool extends TaskStarter {
    /**
     * How urgent tasks are that wait for a thread: the highest number first; by default 0. A value of the context in which
     * they are started, so tasks that they start have it as well:
     * {@code TaskContext.current().with(TaskPool.PRIORITY, 10).run(() -> reports.render(report))}.
     */
    public static final TaskContext.Key<Integer> PRIORITY = TaskContext.Key.of("priority");

    private final String name;
    private final TimeSource time;
    private final boolean virtual;
    private final WhenFull whenFull;
    private final Launch attached;
    private final Launch detached;
    private final ThreadFactory factory;

    private final ReentrantLock lock = new ReentrantLock();

    /** Those that wait for a thread. Guarded by {@link #lock}, as is all that follows. */
    private final TreeSet<PooledTask> queue = new TreeSet<>(PooledTask.ORDER);

    /** Those whose starters wait for room in the queue. */
    private final ArrayDeque<PooledTask> outside = new ArrayDeque<>();

    private final ArrayDeque<PoolWorker> idle = new ArrayDeque<>();
    private int threads;
    private int capacity;
    private int workers;
    private long sequence;
    private boolean closed;

    @SuppressWarnings("this-escape") // who launches on this does so later
    TaskPool(Deft deft, String name, PoolSettings settings) {
        this.name = name;
        this.time = deft.time();
        this.virtual = settings.isVirtual();
        this.whenFull = settings.whenFull();
        this.threads = settings.threads();
        this.capacity = settings.queue();
        this.attached = new Launch(deft, virtual ? null : this, Launch.Kind.ATTACHED);
        this.detached = new Launch(deft, virtual ? null : this, Launch.Kind.DETACHED);
        this.factory = Thread.ofPlatform()
                .name(name + "-", 1)
                .daemon(true)
                .inheritInheritableThreadLocals(false) // its first starter is nothing to a thread
                .factory();
    }

    /**
     * Its name.
     *
     * @return what it was called when it was made
     */
    public String name() {
        return name;
    }

    /**
     * How many threads it may have.
     *
     * @return at least 1; 0 for a pool of virtual threads, which has as many as it has tasks
     */
    public int threads() {
        lock.lock();
        try {
            return threads;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Changes the number of threads while it runs. Threads that are too many end when their task has.
     *
     * @param number how many, at least 1
     * @throws IllegalArgumentException if it is less than 1
     * @throws IllegalStateException if this is a pool of virtual threads
     */
    public void resize(int number) {
        requireThreads();
        lock.lock();
        try {
            threads = PoolSettings.atLeast(1, number, "threads");
            while (workers > threads && !idle.isEmpty()) {
                dismiss(idle.pop());
            }
            while (workers < threads) {
                PooledTask next = takeNext();
                if (next == null) {
                    return;
                }
                try {
                    hire(next);
                } catch (Throwable failure) {
                    queue.add(next); // for the threads that there are
                    throw failure;
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Changes how many tasks may wait for a thread. Those that wait already stay.
     *
     * @param tasks how many; 0 for none
     * @throws IllegalArgumentException if it is negative
     * @throws IllegalStateException if this is a pool of virtual threads
     */
    public void resizeQueue(int tasks) {
        requireThreads();
        lock.lock();
        try {
            capacity = PoolSettings.atLeast(0, tasks, "queue");
            admit();
        } finally {
            lock.unlock();
        }
    }

    /**
     * How many tasks may wait for a thread.
     *
     * @return 0 for none, and for a pool of virtual threads
     */
    public int queueSize() {
        lock.lock();
        try {
            return capacity;
        } finally {
            lock.unlock();
        }
    }

    private void requireThreads() {
        if (virtual) {
            throw new IllegalStateException("the pool " + name + " has a virtual thread for every task");
        }
    }

    /**
     * How many tasks wait for a thread, those included whose starters wait for room.
     *
     * @return a snapshot
     */
    public int queued() {
        lock.lock();
        try {
            return queue.size() + outside.size();
        } finally {
            lock.unlock();
        }
    }

    /**
     * How many threads run a task.
     *
     * @return a snapshot; 0 for a pool of virtual threads, which does not count
     */
    public int active() {
        lock.lock();
        try {
            return workers - idle.size();
        } finally {
            lock.unlock();
        }
    }

    @Override
    Launch attached() {
        return attached;
    }

    @Override
    Launch detached() {
        return detached;
    }

    /** Runs a task, now or later. */
    void execute(RunningTask<?> task, Carried carried) {
        PooledTask entry = new PooledTask(this, task, carried);
        try {
            if (!handOver(entry)) {
                boolean queued = enqueue(entry);
                if (task.hasEnded()) {
                    withdraw(entry); // whoever ended it may have looked before it was in the queue
                }
                if (!queued) {
                    overflow(entry);
                }
            }
        } catch (Throwable failure) { // no memory for another thread, say
            entry.leaveContext();
            task.failUnstarted(failure);
        }
    }

    /** To a thread that is, or can be, there. */
    private boolean handOver(PooledTask entry) {
        lock.lock();
        try {
            return handOverLocked(entry);
        } finally {
            lock.unlock();
        }
    }

    private boolean handOverLocked(PooledTask entry) {
        entry.sequence = sequence++;
        if (!idle.isEmpty()) {
            idle.pop().wake(entry);
            return true;
        }
        if (workers < threads && !closed) {
            hire(entry);
            return true;
        }
        return false;
    }

    private boolean enqueue(PooledTask entry) {
        entry.enterContext(); // before it is queued: who takes it takes it out of there
        lock.lock();
        try {
            if (handOverLocked(entry)) {
                return true;
            }
            if (queue.size() < capacity) {
                return queue.add(entry);
            }
            if (whenFull == WhenFull.WAIT) {
                entry.starter = new Wait(time);
                outside.add(entry);
            }
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void overflow(PooledTask entry) {
        switch (whenFull) {
            case REJECT -> {
                entry.leaveContext();
                entry.task.reject("the pool " + name + " is full, " + queued() + " tasks wait for a thread");
            }
            case RUN_IN_CALLER -> entry.run();
            case WAIT -> awaitRoom(entry);
        }
    }

    private void awaitRoom(PooledTask entry) {
        Wait wait = entry.starter;
        TaskWait.Outcome outcome = wait == null ? TaskWait.Outcome.SIGNALLED : wait.await();
        if (outcome != TaskWait.Outcome.SIGNALLED) {
            lock.lock();
            try {
                outside.remove(entry);
            } finally {
                lock.unlock();
            }
            entry.leaveContext();
            entry.task.failUnstarted(Wait.failure(outcome, entry.task.name(), null));
        }
    }

    /** A task has ended before it got a thread. */
    void withdraw(PooledTask entry) {
        lock.lock();
        try {
            Wait starter = entry.starter;
            boolean waited = queue.remove(entry);
            if (!waited && starter != null && outside.remove(entry)) {
                waited = starter.signal(); // else the starter is about to deal with it
            }
            if (!waited) {
                return; // it has a thread, which will see that
            }
            admit();
        } finally {
            lock.unlock();
        }
        entry.task.withdrawn();
    }

    /**
     * What a thread does next.
     *
     * @return null if it is to end
     */
    @Nullable
    PooledTask next(PoolWorker worker) {
        lock.lock();
        try {
            PooledTask next = workers > threads ? null : takeNext();
            if (next == null && (closed || workers > threads)) {
                workers--;
                return null;
            }
            if (next != null) {
                return next;
            }
            idle.push(worker);
        } finally {
            lock.unlock();
        }
        return worker.awaitWork();
    }

    private @Nullable PooledTask takeNext() {
        PooledTask next = queue.pollFirst();
        if (next == null) {
            next = admitted(); // with a queue of no length they come straight in
        }
        admit();
        return next;
    }

    private void admit() {
        while (queue.size() < capacity) {
            PooledTask next = admitted();
            if (next == null) {
                return;
            }
            queue.add(next);
        }
    }

    /** The first whose starter still waits. */
    private @Nullable PooledTask admitted() {
        for (PooledTask next = outside.poll(); next != null; next = outside.poll()) {
            Wait starter = next.starter;
            if (starter != null && starter.signal()) {
                return next;
            }
        }
        return null;
    }

    private void hire(PooledTask first) {
        PoolWorker worker = new PoolWorker(this, time, first);
        workers++;
        try {
            worker.start(factory);
        } catch (Throwable failure) {
            workers--;
            throw failure;
        }
    }

    private void dismiss(PoolWorker worker) {
        workers--;
        worker.wake(null);
    }

    /** Lets all threads end that have nothing to do, the others when they have no more. */
    void close() {
        lock.lock();
        try {
            closed = true;
            while (!idle.isEmpty()) {
                dismiss(idle.pop());
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String toString() {
        return virtual
                ? "pool " + name + " of virtual threads"
                : "pool " + name + " of " + threads() + " threads, " + active() + " active, " + queued()
                        + " tasks queued";
    }
}
