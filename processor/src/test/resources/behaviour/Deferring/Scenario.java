package behaviour;

import static behaviour.Support.log;
import static behaviour.Support.outcome;

import dev.deft.Defer;
import dev.deft.Deft;
import dev.deft.TaskContext;
import dev.deft.annotation.Deferred;
import dev.deft.annotation.Recover;
import dev.deft.annotation.Retry;

class Scenario {
    private int calls;

    /*async*/
    @Retry(attempts = 2, delay = "1s")
    @Deferred("named")
    @Recover(value = "recovered", on = IllegalArgumentException.class)
    int body(Defer defer, String how, TaskContext context) throws Failed {
        calls++;
        log("attempt " + calls + (context == TaskContext.current() ? "" : " in a strange context"));
        defer.run(() -> log("cleans up first"));
        defer.onReturn((Integer result) -> result * 7);
        defer.onFailure(failure -> log("fails with " + failure.getMessage()));
        if (how.equals("checked cleanup")) {
            defer.run(() -> {
                throw new Failed("cleanup");
            });
        }
        if (how.equals("recovered")) {
            throw new IllegalArgumentException("to be recovered");
        }
        if (calls == 1) {
            throw new Failed("body");
        }
        return 6;
    }

    int recovered(Throwable failure) {
        log("recovers " + failure.getMessage());
        return 1;
    }

    void named(int result) {
        log("named cleanup sees " + result);
    }

    /*async*/
    @Retry(delay = "0")
    String inside(Defer defer) {
        defer.recover(failure -> "from " + failure.getMessage());
        throw new IllegalStateException("inside");
    }

    static void run(Deft deft) {
        outcome("retried", () -> new ScenarioTasks(new Scenario(), deft).body("plain"));
        outcome("recovered", () -> new ScenarioTasks(new Scenario(), deft).body("recovered"));
        outcome("checked cleanup", () -> new ScenarioTasks(new Scenario(), deft).body("checked cleanup"));
        outcome("inside", () -> new ScenarioTasks(new Scenario(), deft).inside());
    }
}

// attempt 1
// fails with body
// cleans up first
// named cleanup sees 0
// attempt 2
// cleans up first
// named cleanup sees 42
// retried gives 42
// attempt 1
// fails with to be recovered
// cleans up first
// recovers to be recovered
// named cleanup sees 1
// recovered gives 1
// attempt 1
// fails with body
// cleans up first
// named cleanup sees 0
// attempt 2
// fails with cleanup
// cleans up first
// named cleanup sees 0
// checked cleanup throws Failed: cleanup [Failed: body [Failed: cleanup]]
// inside gives from inside
