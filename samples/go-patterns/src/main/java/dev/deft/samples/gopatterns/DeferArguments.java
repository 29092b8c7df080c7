package dev.deft.samples.gopatterns;

import dev.deft.Defer;
import dev.deft.annotation.Deferred;

/** The arguments of a deferred call are fixed when it is deferred; what a lambda looks at, it sees as it is at the end. */
public class DeferArguments implements Pattern {
    private final Stage stage;
    private int balance;

    DeferArguments(Stage stage) {
        this.stage = stage;
    }

    /** Takes no time. */
    public static void main(String[] arguments) {
        Stage.show(DeferArguments::new);
    }

    @Override
    public void show() {
        new DeferArgumentsTasks(this, stage.deft()).pay();
    }

    // tag::defer[]
    @Deferred
    void pay(Defer defer) {
        balance = 1;
        defer.run(() -> stage.say("a lambda sees %d", balance));
        defer.call(before -> stage.say("an argument is %d", before), balance);
        balance = 2;
    }
    // end::defer[]
}
