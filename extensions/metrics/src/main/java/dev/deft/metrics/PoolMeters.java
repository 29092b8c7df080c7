package dev.deft.metrics;

import dev.deft.TaskPool;
import java.util.Map;

/** The meters of one pool. */
final class PoolMeters {
    private PoolMeters() {}

    /** Registers them all; for a pool of virtual threads there are none, because it neither counts nor queues. */
    static void register(MeterRegistrar registrar, TaskPool pool) {
        if (pool.threads() == 0) {
            return;
        }
        Map<String, String> tags = Map.of(MeterTags.POOL, pool.name());
        registrar.gauge(DeftMeter.POOL_THREADS, tags, pool, TaskPool::threads);
        registrar.gauge(DeftMeter.POOL_ACTIVE, tags, pool, TaskPool::active);
        registrar.gauge(DeftMeter.POOL_QUEUED, tags, pool, TaskPool::queued);
        registrar.gauge(DeftMeter.POOL_QUEUE_SIZE, tags, pool, TaskPool::queueSize);
        registrar.gauge(
                DeftMeter.POOL_SATURATION,
                tags,
                pool,
                busy -> (double) (busy.active() + busy.queued()) / busy.threads());
    }
}
