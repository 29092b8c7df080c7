package behaviour;

import static behaviour.Support.at;
import static behaviour.Support.outcome;
import static behaviour.Support.sleep;

import dev.deft.Deft;
import dev.deft.annotation.Limit;
import dev.deft.annotation.Retry;

class Scenario {
    /*async*/
    @Limit(value = 1, maxWait = "0")
    @Limit(value = 3, name = "shared")
    int outer(Support.Calling inner) {
        outcome("inner", inner);
        return 1;
    }

    /*async*/
    @Limit(value = 1, maxWait = "3s")
    int waiting(Support.Calling inner) {
        at("inside");
        outcome("inner", inner);
        at("leaves");
        return 2;
    }

    /*async*/
    @Retry(attempts = 2, delay = "1s")
    @Limit(1)
    int released() throws Failed {
        at("released");
        throw new Failed("released");
    }

    static void run(Deft deft) throws InterruptedException {
        ScenarioTasks tasks = new ScenarioTasks(new Scenario(), deft);
        outcome("refused", () -> tasks.outer(() -> tasks.outer(() -> "never")));
        outcome("free again", () -> tasks.outer(() -> "free"));
        outcome("other wrapper", () -> tasks.outer(() -> ScenarioTasks.of(new Scenario()).outer(() -> "own permits")));
        outcome("gives up", () -> tasks.waiting(() -> new ScenarioTasks(new Scenario(), deft).waiting(() -> "never")));
        outcome("comes back", () -> tasks.released());
        sleep("1S");
        at("the end");
    }
}

// inner throws LimitExceededException
// refused gives 1
// inner gives free
// free again gives 1
// inner gives own permits
// inner gives 1
// other wrapper gives 1
// 0 ms: inside
// inner throws LimitExceededException
// 3000 ms: leaves
// gives up gives 2
// 3000 ms: released
// 4000 ms: released
// comes back throws Failed: released [Failed: released]
// 5000 ms: the end
