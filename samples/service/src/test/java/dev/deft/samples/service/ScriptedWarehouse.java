package dev.deft.samples.service;

import dev.deft.time.TimeSource;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

/** A warehouse that takes its time as told, and fails as told; requests are numbered from 1. */
final class ScriptedWarehouse implements Warehouse {
    private final TimeSource time;
    private final AtomicInteger requests = new AtomicInteger();

    volatile Duration pace = Duration.ZERO;
    volatile IntPredicate fails = request -> false;
    volatile boolean isEmpty;

    ScriptedWarehouse(TimeSource time) {
        this.time = time;
    }

    @Override
    public void reserve(Order order) throws OutOfStockException, IOException, InterruptedException {
        int request = requests.incrementAndGet();
        time.sleep(pace);
        if (fails.test(request)) {
            throw new IOException("the warehouse answered 503");
        }
        if (isEmpty) {
            throw new OutOfStockException(order.article());
        }
    }
}
