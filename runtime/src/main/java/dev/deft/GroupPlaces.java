package dev.deft;

import dev.deft.internal.Wait;
import dev.deft.time.TimeSource;
import java.util.ArrayDeque;
import java.util.concurrent.locks.ReentrantLock;

/** The places of a limited group: first come, first served. */
final class GroupPlaces {
    private final TimeSource time;
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<Wait> queue = new ArrayDeque<>();
    private int free;

    GroupPlaces(int places, TimeSource time) {
        this.free = places;
        this.time = time;
    }

    boolean tryTake() {
        lock.lock();
        try {
            if (free == 0) {
                return false;
            }
            free--;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a place; there is none unless the outcome is that of a signal. */
    TaskWait.Outcome take() {
        Wait wait;
        lock.lock();
        try {
            if (free > 0) {
                free--;
                return TaskWait.Outcome.SIGNALLED;
            }
            wait = new Wait(time);
            queue.add(wait);
        } finally {
            lock.unlock();
        }
        TaskWait.Outcome outcome = wait.await();
        if (outcome != TaskWait.Outcome.SIGNALLED) {
            lock.lock();
            try {
                queue.remove(wait);
            } finally {
                lock.unlock();
            }
        }
        return outcome;
    }

    void giveBack() {
        lock.lock();
        try {
            for (Wait next = queue.poll(); next != null; next = queue.poll()) {
                if (next.signal()) {
                    return; // it has the place now
                }
            }
            free++;
        } finally {
            lock.unlock();
        }
    }
}
