package dev.deft.samples.gopatterns;

import dev.deft.Defer;
import dev.deft.annotation.Deferred;

/** What is deferred runs at the end, the last first. */
public class DeferOrder implements Pattern {
    private final Stage stage;

    DeferOrder(Stage stage) {
        this.stage = stage;
    }

    /** Takes no time. */
    public static void main(String[] arguments) {
        Stage.show(DeferOrder::new);
    }

    @Override
    public void show() {
        // tag::call[]
        new DeferOrderTasks(this, stage.deft()).count(); // the wrapper brings the Defer
        // end::call[]
    }

    // tag::defer[]
    @Deferred
    void count(Defer defer) {
        for (int i = 0; i < 3; i++) {
            defer.call(number -> stage.say("deferred %d", number), i);
        }
        stage.say("counted");
    }
    // end::defer[]
}
