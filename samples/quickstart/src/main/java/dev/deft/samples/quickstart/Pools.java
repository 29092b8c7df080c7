package dev.deft.samples.quickstart;

import dev.deft.Deft;
import dev.deft.PoolSettings;
import dev.deft.Task;
import dev.deft.TaskContext;
import dev.deft.TaskPool;
import dev.deft.WhenFull;
import dev.deft.time.TimeSource;

/** Work that computes, on threads of its own. */
final class Pools {
    private Pools() {}

    static void tell(Journal journal, TimeSource time) {
        // tag::pools[]
        try (Deft deft = Deft.builder()
                .time(time)
                .pool("cpu", PoolSettings.platformThreads(2).queue(100).whenFull(WhenFull.WAIT))
                .build()) {
            TaskPool cpu = deft.pool("cpu");
            Task<Integer> sum = cpu.start("sum", () -> 1 + 2 + 3);
            Task<Integer> urgent =
                    TaskContext.current().with(TaskPool.PRIORITY, 10).call(() -> cpu.start("product", () -> 4 * 5 * 6));
            cpu.resize(4);
            journal.say("%d and %d, on %d threads", sum.join(), urgent.join(), cpu.threads());
        }
        // end::pools[]
    }
}
