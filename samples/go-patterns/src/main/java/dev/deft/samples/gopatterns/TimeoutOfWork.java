package dev.deft.samples.gopatterns;

import dev.deft.TaskTimeoutException;
import dev.deft.annotation.Timeout;
import java.time.Duration;

/** Three seconds of work with two seconds of time. */
public class TimeoutOfWork implements Pattern {
    private final Stage stage;

    TimeoutOfWork(Stage stage) {
        this.stage = stage;
    }

    /** Takes two seconds. */
    public static void main(String[] arguments) {
        Stage.show(TimeoutOfWork::new);
    }

    @Override
    public void show() throws InterruptedException {
        // tag::call[]
        try {
            new TimeoutOfWorkTasks(this, stage.deft()).work();
        } catch (TaskTimeoutException failure) {
            stage.say("%s", failure.getMessage());
        }
        // end::call[]
    }

    // tag::timeout[]
    @Timeout("2s")
    void work() throws InterruptedException {
        stage.sleep(Duration.ofSeconds(3)); // interrupted after two
        stage.say("never said");
    }
    // end::timeout[]
}
