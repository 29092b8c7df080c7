package dev.deft.samples.gopatterns;

import dev.deft.annotation.Recover;
import java.util.List;

/** A failure is logged where it happens, and the loop goes on. */
public class RecoverAndGoOn implements Pattern {
    private final Stage stage;

    RecoverAndGoOn(Stage stage) {
        this.stage = stage;
    }

    /** Takes no time. */
    public static void main(String[] arguments) {
        Stage.show(RecoverAndGoOn::new);
    }

    @Override
    public void show() {
        RecoverAndGoOnTasks divisions = new RecoverAndGoOnTasks(this, stage.deft());
        // tag::loop[]
        for (int divisor : List.of(2, 0, 3)) {
            divisions.divide(12, divisor);
        }
        // end::loop[]
        stage.say("all are done");
    }

    // tag::recover[]
    @Recover("logged")
    void divide(int number, int divisor) {
        stage.say("%d / %d = %d", number, divisor, number / divisor);
    }

    void logged(ArithmeticException failure) {
        stage.say("recovered from %s", failure.getMessage());
    }
    // end::recover[]
}
