package dev.deft.benchmarks.bridges;

import dev.deft.annotation.Async;
import dev.deft.annotation.Limit;
import dev.deft.annotation.Retry;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** What is seen: a method that returns its argument plus one, called and started. */
class Watched {
    static final String NAME = "Watched.called";

    private final Semaphore permits = new Semaphore(10, true);

    int plain(int value) {
        return value + 1;
    }

    @Retry
    @Limit(10)
    int called(int value) {
        return value + 1;
    }

    @Async
    int started(int value) {
        return value + 1;
    }

    /** {@link #called} with a retry and a limit that are written by hand. */
    int calledByHand(int value) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return limitedByHand(value);
            } catch (RuntimeException failure) {
                if (attempt == 3) {
                    throw failure;
                }
            }
            TimeUnit.MILLISECONDS.sleep(100L << (attempt - 1));
        }
    }

    private int limitedByHand(int value) throws InterruptedException {
        permits.acquire();
        try {
            return plain(value);
        } finally {
            permits.release();
        }
    }
}
