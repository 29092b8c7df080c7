package behaviour;

import static behaviour.Support.log;
import static behaviour.Support.outcome;

import dev.deft.Deft;
import dev.deft.annotation.Deferred;
import dev.deft.annotation.Outcome;
import dev.deft.annotation.Recover;
import java.io.IOException;

class Scenario {
    /*async*/
    @Deferred({"first", "second"})
    @Deferred(value = "commit", on = Outcome.SUCCESS)
    @Deferred(value = "rollback", on = Outcome.FAILURE)
    String transfer(String how) throws Failed {
        log("transfers");
        if (how.equals("fail")) {
            throw new Failed("body");
        }
        return how;
    }

    void first(String how, Throwable failure) throws Failed {
        log("first sees " + (failure == null ? "no failure" : failure.getMessage()));
        if (how.equals("fail")) {
            throw new Failed("first");
        }
    }

    void second(String result) {
        log("second sees " + result);
    }

    void commit(String how, String result) throws Failed {
        log("commits " + result);
        if (how.equals("commit fails")) {
            throw new Failed("commit");
        }
    }

    static void rollback(Failed failure) {
        log("rolls back " + failure.getMessage());
        throw new IllegalStateException("rollback");
    }

    /*async*/
    @Deferred("io")
    @Recover("zero")
    int narrow(Throwable failure) throws Throwable {
        throw failure;
    }

    void io(IOException failure, int result) {
        log("io sees " + failure + " and " + result);
    }

    int zero(IllegalStateException failure) {
        return 7;
    }

    static void run(Deft deft) {
        ScenarioTasks tasks = new ScenarioTasks(new Scenario(), deft);
        outcome("success", () -> tasks.transfer("well"));
        outcome("failure", () -> tasks.transfer("fail"));
        outcome("failing commit", () -> tasks.transfer("commit fails"));
        outcome("narrow", () -> tasks.narrow(new IOException("io")));
        outcome("other", () -> tasks.narrow(new ArithmeticException("other")));
        outcome("recovered", () -> tasks.narrow(new IllegalStateException("recovered")));
    }
}

// transfers
// commits well
// second sees well
// first sees no failure
// success gives well
// transfers
// rolls back body
// second sees null
// first sees body
// failure throws Failed: body [IllegalStateException: rollback] [Failed: first]
// transfers
// commits commit fails
// second sees null
// first sees commit
// failing commit throws Failed: commit
// io sees java.io.IOException: io and 0
// narrow throws IOException: io
// other throws ArithmeticException: other
// io sees null and 7
// recovered gives 7
