package dev.deft.samples.gopatterns;

import dev.deft.TaskGroup;
import java.util.List;

/** Each task has the loop variable as it was when the task was started. */
public final class LoopVariables implements Pattern {
    private final Stage stage;

    LoopVariables(Stage stage) {
        this.stage = stage;
    }

    /** Takes no time. */
    public static void main(String[] arguments) {
        Stage.show(LoopVariables::new);
    }

    @Override
    public void show() {
        // tag::counted[]
        try (TaskGroup<Integer> group = stage.deft().group()) {
            for (int i = 0; i < 3; i++) {
                int number = i; // a lambda takes no variable that changes: javac refuses i itself
                group.start(() -> number);
            }
            stage.say("%s", group.await());
        }
        // end::counted[]

        // tag::each[]
        try (TaskGroup<Integer> group = stage.deft().group()) {
            for (int number : List.of(0, 1, 2)) { // a new variable for each item
                group.start(() -> number);
            }
            stage.say("%s", group.await());
        }
        // end::each[]
    }
}
