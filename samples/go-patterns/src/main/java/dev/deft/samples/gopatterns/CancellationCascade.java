package dev.deft.samples.gopatterns;

import dev.deft.Task;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** A task that starts a task that starts a task: to cancel the first is to cancel them all. */
public final class CancellationCascade implements Pattern {
    private final Stage stage;
    private final Map<Integer, Task<Void>> levels = new ConcurrentSkipListMap<>();

    CancellationCascade(Stage stage) {
        this.stage = stage;
    }

    /** Takes a second. */
    public static void main(String[] arguments) {
        Stage.show(CancellationCascade::new);
    }

    @Override
    public void show() throws InterruptedException {
        // tag::cancel[]
        Task<Void> top = descend(1);
        stage.sleep(Duration.ofSeconds(1));
        top.cancel(true);
        // end::cancel[]
        for (Task<Void> task : levels.values()) {
            task.terminated().join();
            stage.say("%s is %s", task.name(), task.status());
        }
    }

    // tag::descend[]
    /** Starts a task that sleeps for an hour, below which there are others, down to the third level. */
    private Task<Void> descend(int level) {
        Task<Void> task = stage.deft().start("level " + level, () -> {
            if (level < 3) {
                descend(level + 1); // a task that is started in a task is its child
            }
            stage.sleep(Duration.ofHours(1));
        });
        levels.put(level, task);
        return task;
    }
    // end::descend[]
}
