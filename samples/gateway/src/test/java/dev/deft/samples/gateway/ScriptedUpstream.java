package dev.deft.samples.gateway;

import dev.deft.time.TimeSource;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/** A service that takes its time as told, and fails as told; requests are numbered from 1. */
final class ScriptedUpstream implements Upstream {
    private final TimeSource time;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    volatile IntFunction<Duration> pace = request -> Duration.ofMillis(10);
    volatile IntPredicate fails = request -> false;

    ScriptedUpstream(TimeSource time) {
        this.time = time;
    }

    @Override
    public String get(String path) throws UpstreamException, InterruptedException {
        int request = requests.incrementAndGet();
        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
        try {
            time.sleep(pace.apply(request));
        } finally {
            inside.decrementAndGet();
        }
        if (fails.test(request)) {
            throw new UpstreamException(503);
        }
        return path;
    }

    int requests() {
        return requests.get();
    }

    /** How many there were at one moment. */
    int mostAtOnce() {
        return most.get();
    }
}
