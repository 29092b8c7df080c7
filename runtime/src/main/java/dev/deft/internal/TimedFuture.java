package dev.deft.internal;

import dev.deft.time.TimeSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A future whose waiting threads park through a time source: a virtual time could not move while they wait otherwise.
 *
 * @param <T> type of the result
 */
public final class TimedFuture<T extends @Nullable Object> extends CompletableFuture<T> {
    private final TimeSource time;

    private TimedFuture(TimeSource time) {
        this.time = time;
    }

    /**
     * A future, not yet done.
     *
     * @param <T> type of the result
     * @param time through which to wait for it
     * @return one of the JDK's where that does as well
     */
    public static <T extends @Nullable Object> CompletableFuture<T> on(TimeSource time) {
        return time.equals(TimeSource.system()) ? new CompletableFuture<>() : new TimedFuture<>(time);
    }

    @Override
    public T get() throws InterruptedException, ExecutionException {
        Futures.untilDone(time, this, false, 0);
        return super.get();
    }

    @Override
    public T get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        Futures.untilDone(time, this, true, time.nanoTime() + Math.min(unit.toNanos(timeout), Nanos.MAX));
        return super.get(0, TimeUnit.NANOSECONDS);
    }

    @Override
    public T join() {
        Futures.untilDone(time, this);
        return super.join();
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new TimedFuture<>(time);
    }
}
