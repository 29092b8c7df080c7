package dev.deft.samples.gopatterns;

import dev.deft.Deft;
import dev.deft.Task;
import dev.deft.TaskGroup;
import dev.deft.TaskStatus;
import dev.deft.TaskTracker;
import dev.deft.TrackedTask;
import dev.deft.annotation.Async;
import dev.deft.annotation.Retry;
import dev.deft.channel.Channel;
import java.time.Duration;
import java.util.List;

/** A queue of jobs, workers that take from it, callbacks for success and failure, and a record of how each ended. */
public class TaskFramework implements Pattern {
    private final Stage stage;

    TaskFramework(Stage stage) {
        this.stage = stage;
    }

    /** What is to be done, and how long that takes. */
    record Job(String name, Duration length) {}

    /** Takes three seconds. */
    public static void main(String[] arguments) {
        Stage.show(TaskFramework::new);
    }

    @Override
    public void show() {
        // tag::framework[]
        TaskTracker tracker = new TaskTracker();
        try (Deft deft = Deft.builder().time(stage.time()).listener(tracker).build()) {
            TaskFrameworkTasks jobs = new TaskFrameworkTasks(this, deft);
            Channel<Job> queue = Channel.buffered(100);
            try (TaskGroup<Void> workers = deft.group()) {
                for (int i = 0; i < 2; i++) {
                    workers.start("worker", () -> work(queue, jobs));
                }
                jobs().forEach(queue::send);
                queue.close(); // no more come: the workers end with the last job
                workers.await();
            }
        }
        // end::framework[]

        // tag::track[]
        for (TrackedTask job : tracker.named("TaskFramework.perform")) {
            stage.say("%s, attempts: %d", job.status(), job.attempts());
        }
        stage.say("failed: %d", tracker.withStatus(TaskStatus.FAILED).size());
        // end::track[]
    }

    private static List<Job> jobs() {
        return List.of(
                new Job("index", Duration.ofMillis(1_000)),
                new Job("resize", Duration.ofMillis(500)),
                new Job("", Duration.ofMillis(200)),
                new Job("mail", Duration.ofMillis(700)));
    }

    // tag::worker[]
    private static void work(Channel<Job> queue, TaskFrameworkTasks jobs) {
        for (Job job : queue) {
            Task<String> task = jobs.perform(job);
            task.terminated().join(); // however it ended: the callbacks have been told
        }
    }

    @Async(onSuccess = "succeeded", onFailure = "failed")
    @Retry(attempts = 2, delay = "1s")
    String perform(Job job) throws InterruptedException {
        stage.sleep(job.length());
        if (job.name().isEmpty()) {
            throw new IllegalArgumentException("a job without a name");
        }
        return job.name() + " is done";
    }

    void succeeded(String result) {
        stage.say("%s", result);
    }

    void failed(Throwable failure) {
        stage.say("failed: %s", failure.getMessage());
    }
    // end::worker[]
}
