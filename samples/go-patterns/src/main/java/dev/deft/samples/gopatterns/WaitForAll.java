package dev.deft.samples.gopatterns;

import dev.deft.TaskGroup;
import java.time.Duration;
import java.util.List;

/** Starts some tasks and waits for all of them, as with a {@code WaitGroup}. */
public final class WaitForAll implements Pattern {
    private final Stage stage;

    WaitForAll(Stage stage) {
        this.stage = stage;
    }

    /** Takes 1.3 seconds. */
    public static void main(String[] arguments) {
        Stage.show(WaitForAll::new);
    }

    @Override
    public void show() {
        stage.say("3 tasks: %s", squares(3));
        stage.say("10 tasks: %s", squares(10));
    }

    // tag::group[]
    /** The n-th task takes n tenths of a second. */
    private List<Integer> squares(int tasks) {
        try (TaskGroup<Integer> group = stage.deft().group()) {
            for (int i = 1; i <= tasks; i++) {
                int number = i;
                group.start("square", () -> {
                    stage.sleep(Duration.ofMillis(number * 100L));
                    return number * number;
                });
            }
            return group.await();
        }
    }
    // end::group[]
}
