package dev.deft.policy;

import dev.deft.time.TimeSource;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;

/** What runs on though it was interrupted, because its time is up or it was cancelled. Thread-safe. */
final class Overdue {
    private final TimeSource time;

    /** When each was told to end, as a reading of the clock. */
    private final ConcurrentHashMap<Object, Long> since = new ConcurrentHashMap<>();

    Overdue(TimeSource time) {
        this.time = time;
    }

    /** Something is about to be told to end. */
    void began(Object run) {
        since.put(run, time.nanoTime());
    }

    /** It has ended, or was not told after all. */
    void ended(Object run) {
        since.remove(run);
    }

    /** How many there are. */
    int count() {
        return since.size();
    }

    /** For how long the first of them has been; zero if there is none. */
    Duration longest() {
        long now = time.nanoTime();
        long longest = 0;
        for (long from : since.values()) {
            longest = Math.max(longest, now - from);
        }
        return Duration.ofNanos(longest);
    }
}
