package dev.deft.policy;

import dev.deft.TaskWait;
import dev.deft.internal.Wait;
import dev.deft.time.TimeSource;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A reentrant lock with a reading and a writing side, first come first served.
 *
 * <p>While nobody waits, taking and leaving are one compare-and-set each, and reading writes its thread's entry besides.
 * As soon as somebody waits, {@link #QUEUED} sends everybody to the queue: whoever leaves hands the lock to the head of
 * it, to one writer or to all readers up to the next writer, so that nobody overtakes. A holder that enters again never
 * queues. The writer may read too, and so become a reader when it has left the writing side; a reader may not write.
 *
 * <p>While {@link #QUEUED} stands, only the holder of {@link #queue} changes the state, save for a writer that begins to
 * read.
 */
final class FairLock {
    private static final int WRITER = 1 << 30;
    private static final int QUEUED = 1 << 29;
    private static final int READERS = QUEUED - 1;

    private static final VarHandle STATE;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(FairLock.class, "state", int.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final TimeSource time;

    /** {@link #WRITER} and {@link #QUEUED}, and the number of threads that read. */
    private volatile int state;

    /** Who writes. Another thread may see an old value, but never itself unless that is true. */
    private @Nullable Thread writer;

    /** How often the writer has entered beyond the first time. */
    private int reentries;

    private volatile @Nullable ReaderHolds readers;

    /** Guards the links of the waiters; never held while anything else is waited for. */
    private final ReentrantLock queue = new ReentrantLock();

    private @Nullable Waiter first;
    private @Nullable Waiter last;
    private int waiting;

    FairLock(TimeSource time) {
        this.time = time;
    }

    /**
     * Takes the writing side, which excludes everybody else.
     *
     * @return {@link TaskWait.Outcome#SIGNALLED} if it is taken; else why it is not
     * @throws IllegalStateException if the thread reads and does not write
     */
    TaskWait.Outcome lockWriting() {
        Thread me = Thread.currentThread();
        if (writer == me) {
            reentries = Math.incrementExact(reentries);
            return TaskWait.Outcome.SIGNALLED;
        }
        if (STATE.compareAndSet(this, 0, WRITER)) {
            writer = me;
            return TaskWait.Outcome.SIGNALLED;
        }
        ReaderHolds holds = readers;
        if (holds != null && holds.holds(me)) {
            throw new IllegalStateException("a thread that reads under a lock cannot wait to write under it:"
                    + " it would wait for itself; take the writing side first");
        }
        return await(true, me);
    }

    /**
     * Leaves the writing side.
     *
     * @throws IllegalMonitorStateException if the thread does not hold it
     */
    void unlockWriting() {
        if (writer != Thread.currentThread()) {
            throw new IllegalMonitorStateException("the lock is not held by this thread");
        }
        if (reentries > 0) {
            reentries--;
            return;
        }
        writer = null;
        if (!STATE.compareAndSet(this, WRITER, 0)) {
            leaveQueued(WRITER);
        }
    }

    /**
     * Takes the reading side, which excludes writers.
     *
     * @return {@link TaskWait.Outcome#SIGNALLED} if it is taken; else why it is not
     */
    TaskWait.Outcome lockReading() {
        Thread me = Thread.currentThread();
        ReaderHolds holds = holds();
        if (holds.reenter(me)) {
            return TaskWait.Outcome.SIGNALLED;
        }
        if (writer == me) {
            STATE.getAndAdd(this, 1);
            holds.enter(me);
            return TaskWait.Outcome.SIGNALLED;
        }
        for (int now = state; (now & (WRITER | QUEUED)) == 0; now = state) {
            if (STATE.compareAndSet(this, now, now + 1)) {
                holds.enter(me);
                return TaskWait.Outcome.SIGNALLED;
            }
        }
        TaskWait.Outcome outcome = await(false, me);
        if (outcome == TaskWait.Outcome.SIGNALLED) {
            holds.enter(me);
        }
        return outcome;
    }

    /**
     * Leaves the reading side.
     *
     * @throws IllegalMonitorStateException if the thread does not hold it
     */
    void unlockReading() {
        ReaderHolds holds = readers;
        int left = holds == null ? -1 : holds.leave(Thread.currentThread());
        if (left < 0) {
            throw new IllegalMonitorStateException("the lock is not held for reading by this thread");
        }
        if (left == 0) {
            leaveReading();
        }
    }

    private void leaveReading() {
        for (int now = state; (now & QUEUED) == 0; now = state) {
            if (STATE.compareAndSet(this, now, now - 1)) {
                return;
            }
        }
        leaveQueued(1);
    }

    private TaskWait.Outcome await(boolean writing, Thread me) {
        Waiter waiter = new Waiter(writing, me, new Wait(time));
        if (takenOrQueued(waiter)) {
            return TaskWait.Outcome.SIGNALLED;
        }
        TaskWait.Outcome outcome = waiter.wait.await();
        if (outcome != TaskWait.Outcome.SIGNALLED && !leaveQueue(waiter)) {
            // It was handed over in the meantime. The end of the wait counts, so it goes on to the next.
            if (writing) {
                unlockWriting();
            } else {
                leaveReading();
            }
        }
        return outcome;
    }

    /** True if the lock was free after all. */
    private boolean takenOrQueued(Waiter waiter) {
        queue.lock();
        try {
            for (int now = state; (now & QUEUED) == 0; now = state) {
                boolean free = waiter.writing ? now == 0 : (now & WRITER) == 0;
                int next = !free ? now | QUEUED : waiter.writing ? WRITER : now + 1;
                if (STATE.compareAndSet(this, now, next) && free) {
                    if (waiter.writing) {
                        writer = waiter.thread;
                    }
                    return true;
                }
            }
            link(waiter);
            return false;
        } finally {
            queue.unlock();
        }
    }

    /** Takes {@code share} off the state and hands the lock on. */
    private void leaveQueued(int share) {
        Waiter granted;
        queue.lock();
        try {
            STATE.getAndAdd(this, -share);
            granted = grant();
        } finally {
            queue.unlock();
        }
        signal(granted);
    }

    /** True if the waiter has left without the lock; false if the lock is its own. */
    private boolean leaveQueue(Waiter waiter) {
        Waiter granted;
        queue.lock();
        try {
            if (waiter.granted) {
                return false;
            }
            unlink(waiter);
            granted = grant();
        } finally {
            queue.unlock();
        }
        signal(granted);
        return true;
    }

    /** Gives the lock to whom it is due; gives those to wake, linked. */
    private @Nullable Waiter grant() {
        Waiter granted = null;
        Waiter end = null;
        for (Waiter head = first; head != null; head = first) {
            int now = state;
            if ((now & WRITER) != 0 || (head.writing && (now & READERS) != 0)) {
                return granted;
            }
            unlink(head);
            head.granted = true;
            if (head.writing) {
                writer = head.thread;
            }
            STATE.getAndAdd(this, head.writing ? WRITER : 1);
            if (end == null) {
                granted = head;
            } else {
                end.next = head;
            }
            end = head;
        }
        STATE.getAndBitwiseAnd(this, ~QUEUED);
        return granted;
    }

    private static void signal(@Nullable Waiter granted) {
        Waiter waiter = granted;
        while (waiter != null) {
            Waiter next = waiter.next;
            waiter.next = null;
            waiter.wait.signal();
            waiter = next;
        }
    }

    private ReaderHolds holds() {
        ReaderHolds present = readers;
        return present != null ? present : makeHolds();
    }

    private ReaderHolds makeHolds() {
        queue.lock();
        try {
            ReaderHolds present = readers;
            if (present == null) {
                present = new ReaderHolds();
                readers = present;
            }
            return present;
        } finally {
            queue.unlock();
        }
    }

    private void link(Waiter waiter) {
        Waiter before = last;
        waiter.previous = before;
        if (before == null) {
            first = waiter;
        } else {
            before.next = waiter;
        }
        last = waiter;
        waiting++;
    }

    private void unlink(Waiter waiter) {
        Waiter before = waiter.previous;
        Waiter after = waiter.next;
        if (before == null) {
            first = after;
        } else {
            before.next = after;
        }
        if (after == null) {
            last = before;
        } else {
            after.previous = before;
        }
        waiter.previous = null;
        waiter.next = null;
        waiting--;
    }

    /** Whether somebody writes. */
    boolean isWriting() {
        return (state & WRITER) != 0;
    }

    /** How many threads read. */
    int reading() {
        return state & READERS;
    }

    /** How many threads wait. */
    int waiting() {
        queue.lock();
        try {
            return waiting;
        } finally {
            queue.unlock();
        }
    }

    /** Whether nobody holds it and nobody waits. */
    boolean isIdle() {
        return state == 0;
    }

    /** Whether nothing is left over of former holders, for tests. */
    boolean isAtRest() {
        ReaderHolds holds = readers;
        return isIdle()
                && waiting() == 0
                && first == null
                && last == null
                && writer == null
                && reentries == 0
                && (holds == null || holds.isEmpty());
    }

    private static final class Waiter {
        final boolean writing;
        final Thread thread;
        final Wait wait;
        boolean granted;

        @Nullable
        Waiter previous;

        @Nullable
        Waiter next;

        Waiter(boolean writing, Thread thread, Wait wait) {
            this.writing = writing;
            this.thread = thread;
            this.wait = wait;
        }
    }
}
