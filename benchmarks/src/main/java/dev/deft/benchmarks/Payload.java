package dev.deft.benchmarks;

import dev.deft.Defer;
import dev.deft.annotation.Async;
import dev.deft.annotation.CircuitBreaker;
import dev.deft.annotation.Deferred;
import dev.deft.annotation.Limit;
import dev.deft.annotation.RateLimit;
import dev.deft.annotation.Retry;
import dev.deft.annotation.Timeout;

/** What is called in every workload: a method that returns its argument plus one, under one word or several. */
public class Payload {
    /** What cleanups count, so that they cannot be optimised away. */
    int cleaned;

    int plain(int value) {
        return value + 1;
    }

    @Retry
    int retried(int value) {
        return value + 1;
    }

    @Limit(10)
    int limited(int value) {
        return value + 1;
    }

    @Timeout("1s")
    int timed(int value) {
        return value + 1;
    }

    @CircuitBreaker
    int guarded(int value) {
        return value + 1;
    }

    @RateLimit(1_000_000_000)
    int paced(int value) {
        return value + 1;
    }

    @Retry
    @CircuitBreaker
    @Limit(10)
    @Timeout("1s")
    int stacked(int value) {
        return value + 1;
    }

    @Deferred("clean")
    int cleanedUp(int value) {
        return value + 1;
    }

    void clean() {
        cleaned++;
    }

    @Deferred
    int cleanedUpTenTimes(int value, Defer defer) {
        for (int i = 0; i < 10; i++) {
            defer.run(this::clean);
        }
        return value + 1;
    }

    @Async
    int started(int value) {
        return value + 1;
    }
}
