package behaviour;

import static behaviour.Support.at;
import static behaviour.Support.outcome;

import dev.deft.Deft;
import dev.deft.PoolSettings;
import dev.deft.TaskGroup;
import dev.deft.annotation.Async;
import dev.deft.annotation.Batch;
import dev.deft.time.TimeSource;
import java.time.Duration;
import java.util.List;

class Scenario {
    private final TimeSource time;

    Scenario(TimeSource time) {
        this.time = time;
    }

    @Async
    @Batch
    String after(int seconds) throws InterruptedException {
        time.sleep(Duration.ofSeconds(seconds));
        return seconds + " s";
    }

    @Async
    @Batch
    void fail(String which) throws Failed {
        throw new Failed(which);
    }

    @Async(pool = "two")
    @Batch
    boolean inPool(String item) throws InterruptedException {
        time.sleep(Duration.ofSeconds(1));
        return Thread.currentThread().getName().startsWith("two-");
    }

    @Async
    @Batch
    int count(String... items) {
        return items.length;
    }

    static void run(Deft given) {
        try (Deft deft = Deft.builder().time(given.time()).pool("two", PoolSettings.platformThreads(2)).build()) {
            ScenarioTasks tasks = new ScenarioTasks(new Scenario(deft.time()), deft);
            outcome("in order", () -> tasks.afterAll(List.of(3, 1, 2)).await());
            at("slept");
            outcome("one fails", () -> tasks.failAll(List.of("a")).await());
            outcome("in a pool", () -> tasks.inPoolAll(List.of("a", "b", "c")).await());
            at("after two rounds");
            outcome("arrays", () -> tasks.countAll(List.of(new String[] {"a", "b"}, new String[0])).await());
            try (TaskGroup<String> group = deft.group()) {
                tasks.after(1);
                outcome("in a group", () -> group.await());
            }
        }
        outcome("no such pool", () -> new ScenarioTasks(new Scenario(given.time()), given));
    }
}

// in order gives [3 s, 1 s, 2 s]
// 3000 ms: slept
// one fails throws Failed: a
// in a pool gives [true, true, true]
// 5000 ms: after two rounds
// arrays gives [2, 0]
// in a group gives [1 s]
// no such pool throws IllegalArgumentException: There is no pool "two" in this runtime, which has none; name one of those, or add it with Deft.builder().pool("two", …)
