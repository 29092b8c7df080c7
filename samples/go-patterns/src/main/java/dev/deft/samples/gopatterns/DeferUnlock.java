package dev.deft.samples.gopatterns;

import dev.deft.Defer;
import dev.deft.annotation.Deferred;
import java.util.concurrent.locks.ReentrantLock;

/** A lock that is given back on every path, and a line that says so. */
public class DeferUnlock implements Pattern {
    private final Stage stage;
    private final ReentrantLock lock = new ReentrantLock();

    DeferUnlock(Stage stage) {
        this.stage = stage;
    }

    /** Takes no time. */
    public static void main(String[] arguments) {
        Stage.show(DeferUnlock::new);
    }

    @Override
    public void show() {
        DeferUnlockTasks accounts = new DeferUnlockTasks(this, stage.deft());
        accounts.withdraw(30);
        try {
            accounts.withdraw(300);
        } catch (IllegalArgumentException failure) {
            stage.say("thrown: %s", failure.getMessage());
        }
    }

    // tag::defer[]
    @Deferred
    void withdraw(int amount, Defer defer) {
        defer.run(() -> stage.say("the lock is %s", lock.isLocked() ? "held" : "free"));
        defer.unlock(lock); // locks it now
        if (amount > 100) {
            throw new IllegalArgumentException(amount + " is too much");
        }
        stage.say("%d paid, the lock is %s", amount, lock.isLocked() ? "held" : "free");
    }
    // end::defer[]
}
