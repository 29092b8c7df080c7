package dev.deft.micrometer;

import dev.deft.TaskPool;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;

/** The meters of one pool. */
final class PoolMeters {
    private final MeterRegistry registry;
    private final TaskPool pool;

    private PoolMeters(MeterRegistry registry, TaskPool pool) {
        this.registry = registry;
        this.pool = pool;
    }

    /** Registers them all; for a pool of virtual threads there are none, because it neither counts nor queues. */
    static void register(MeterRegistry registry, TaskPool pool) {
        if (pool.threads() > 0) {
            new PoolMeters(registry, pool).register();
        }
    }

    private void register() {
        gauge(DeftMeters.POOL_THREADS, "Threads that the pool may have", TaskPool::threads);
        gauge(DeftMeters.POOL_ACTIVE, "Of those, the ones that run a task", TaskPool::active);
        gauge(DeftMeters.POOL_QUEUED, "Tasks that wait for a thread", TaskPool::queued);
        gauge(DeftMeters.POOL_QUEUE_SIZE, "Tasks that may wait for a thread", TaskPool::queueSize);
        gauge(
                DeftMeters.POOL_SATURATION,
                "Tasks that run or wait, by the number of threads",
                busy -> (double) (busy.active() + busy.queued()) / busy.threads());
    }

    private void gauge(String name, String description, ToDoubleFunction<TaskPool> value) {
        Gauge.builder(name, pool, value)
                .description(description)
                .tag(DeftMeters.POOL, pool.name())
                .register(registry);
    }
}
