package behaviour;

import static behaviour.Support.at;
import static behaviour.Support.outcome;
import static behaviour.Support.sleep;

import dev.deft.Deft;
import dev.deft.annotation.Retry;
import dev.deft.annotation.Timeout;

class Scenario {
    private int calls;

    /*async*/
    @Retry(attempts = 3, delay = "1s")
    @Timeout("2s")
    String slow() throws InterruptedException {
        at("attempt " + ++calls);
        if (calls < 3) {
            sleep("5S");
        }
        return "in time";
    }

    /*async*/
    @Timeout("2s")
    String stubborn() {
        try {
            sleep("3S");
        } catch (InterruptedException e) {
            at("interrupted");
        }
        return "late";
    }

    /*async*/
    @Timeout("2s")
    String failing() throws Failed {
        throw new Failed("own");
    }

    static void run(Deft deft) {
        ScenarioTasks tasks = new ScenarioTasks(new Scenario(), deft);
        outcome("slow", () -> tasks.slow());
        outcome("stubborn", () -> tasks.stubborn());
        outcome("failing", () -> tasks.failing());
        at("the end");
    }
}

// 0 ms: attempt 1
// 3000 ms: attempt 2
// 7000 ms: attempt 3
// slow gives in time
// 9000 ms: interrupted
// stubborn throws TaskTimeoutException
// failing throws Failed: own
// 9000 ms: the end
