package dev.deft.samples.gopatterns;

import dev.deft.TaskGroup;
import dev.deft.annotation.Async;
import dev.deft.annotation.Limit;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Of 25 tasks at most 10 work at once; the others wait for their turn. */
public class AtMostTen implements Pattern {
    private final Stage stage;
    private final AtomicInteger working = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    AtMostTen(Stage stage) {
        this.stage = stage;
    }

    /** Takes three seconds. */
    public static void main(String[] arguments) {
        Stage.show(AtMostTen::new);
    }

    @Override
    public void show() {
        AtMostTenTasks tasks = new AtMostTenTasks(this, stage.deft());
        // tag::start[]
        try (TaskGroup<Void> group = stage.deft().group()) {
            for (int i = 0; i < 25; i++) {
                tasks.work();
            }
            group.await();
        }
        // end::start[]
        stage.say("25 tasks are done, at most %d at once", most.get());
    }

    // tag::limit[]
    @Async
    @Limit(10)
    void work() throws InterruptedException {
        int now = working.incrementAndGet();
        most.accumulateAndGet(now, Math::max);
        stage.sleep(Duration.ofSeconds(1));
        working.decrementAndGet();
    }
    // end::limit[]
}
