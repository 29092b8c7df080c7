package dev.deft.policy;

import dev.deft.time.TimeSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The permits of an adaptive limit, and what decides how many there are: latencies are gathered over windows of a second
 * and of ten calls at least, as {@code WindowedLimit} of Netflix's concurrency-limits does, and each window gives its mean
 * to the {@link Gradient}. The first overload in a second shrinks the limit at once, and keeps the window in which it
 * happens from letting it grow.
 *
 * <p>Thread-safe. Calls that end at the same moment do not wait for each other: a latency that finds another one being
 * taken into account is left out.
 */
final class AdaptivePermits {
    private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int ENOUGH = 10;

    private final TimeSource time;
    private final Permits permits;

    /** Guards all below; held for a few steps only. */
    private final ReentrantLock lock = new ReentrantLock();

    private final Gradient gradient;
    private volatile AdaptiveLimitSettings settings;
    private volatile PermitWait wait;
    private volatile int limit;
    private long windowBegan;
    private long latencies;
    private int calls;
    private int mostInside;
    private boolean overloaded;
    private long overloadedAt;

    AdaptivePermits(TimeSource time, AdaptiveLimitSettings settings) {
        this.time = time;
        this.settings = settings;
        this.wait = settings.permitWait();
        this.limit = settings.initial();
        this.permits = new Permits(settings.isEnabled() ? limit : Permits.UNLIMITED);
        this.gradient = new Gradient(settings.min(), settings.max(), limit);
        this.windowBegan = time.nanoTime();
    }

    Permits permits() {
        return permits;
    }

    PermitWait permitWait() {
        return wait;
    }

    /** How many may be inside, as far as is known. */
    int limit() {
        return limit;
    }

    /** How many are inside. */
    int inside() {
        long all = permits.size();
        return (int) Math.max(0, all - Math.max(0, permits.count()));
    }

    /** A call succeeded, which began at {@code entry} and has just ended, inside being the calls with it. */
    void succeeded(long entry, int inside) {
        long now = time.nanoTime();
        if (!settings.isEnabled() || !lock.tryLock()) {
            return;
        }
        try {
            latencies += Math.max(0, now - entry);
            calls++;
            mostInside = Math.max(mostInside, inside);
            if (calls >= ENOUGH && now - windowBegan >= WINDOW_NANOS) {
                if (!overloaded) {
                    gradient.sample((double) latencies / calls, mostInside);
                    apply();
                }
                beginWindow(now);
            }
        } finally {
            lock.unlock();
        }
    }

    /** A call failed in a way that tells of an overload. */
    void overloaded() {
        long now = time.nanoTime();
        lock.lock();
        try {
            if (settings.isEnabled() && (!overloaded || now - overloadedAt >= WINDOW_NANOS)) {
                gradient.overload();
                apply();
                beginWindow(now);
                overloaded = true;
                overloadedAt = now;
            }
        } finally {
            lock.unlock();
        }
    }

    AdaptiveLimitSettings settings() {
        return settings;
    }

    /** Moves the limit into other bounds, or out of use. */
    void change(AdaptiveLimitSettings settings) {
        lock.lock();
        try {
            this.settings = settings;
            wait = settings.permitWait();
            gradient.bounds(settings.min(), settings.max());
            apply();
        } finally {
            lock.unlock();
        }
    }

    /** The slow average of the latency, in nanoseconds. */
    long averageNanos() {
        lock.lock();
        try {
            return (long) gradient.average();
        } finally {
            lock.unlock();
        }
    }

    private void apply() {
        limit = gradient.limit();
        permits.resize(settings.isEnabled() ? limit : Permits.UNLIMITED);
    }

    private void beginWindow(long now) {
        windowBegan = now;
        latencies = 0;
        calls = 0;
        mostInside = 0;
        overloaded = false;
    }
}
