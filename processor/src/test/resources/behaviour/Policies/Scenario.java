package behaviour;

import static behaviour.Support.at;
import static behaviour.Support.outcome;

import dev.deft.Deft;
import dev.deft.annotation.Fallback;
import dev.deft.annotation.Retry;
import dev.deft.annotation.TaskPolicy;

@Scenario.Careful
public class Scenario {
    Scenario() {}

    @TaskPolicy
    @Retry(attempts = 3, delay = "1s")
    @Fallback("nothing")
    @interface Careful {}

    /*async*/
    public String all() throws Failed {
        at("attempt");
        throw new Failed("all");
    }

    /*async*/
    @Retry(attempts = 2, delay = "5s")
    public String own() throws Failed {
        at("attempt");
        throw new Failed("own");
    }

    String nothing() {
        return "nothing";
    }

    static void run(Deft deft) {
        ScenarioTasks tasks = new ScenarioTasks(new Scenario(), deft);
        outcome("all", () -> tasks.all());
        outcome("own", () -> tasks.own());
    }
}

// 0 ms: attempt
// 1000 ms: attempt
// 3000 ms: attempt
// all gives nothing
// 3000 ms: attempt
// 8000 ms: attempt
// own gives nothing
