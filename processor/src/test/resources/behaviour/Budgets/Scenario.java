package behaviour;

import static behaviour.Support.log;
import static behaviour.Support.outcome;

import dev.deft.Deft;
import dev.deft.annotation.Retry;

class Scenario {
    private int attempts;

    /*async*/
    @Retry(delay = "0", budget = 0.2)
    int own() throws Failed {
        attempts++;
        throw new Failed("own");
    }

    /*async*/
    @Retry(delay = "0", budget = 0.1, name = "server")
    int read() throws Failed {
        attempts++;
        throw new Failed("read");
    }

    /*async*/
    @Retry(attempts = 2, delay = "0", budget = 0.1, name = "server")
    int write() throws Failed {
        attempts++;
        throw new Failed("write");
    }

    static void run(Deft deft) {
        Scenario target = new Scenario();
        ScenarioTasks tasks = new ScenarioTasks(target, deft);
        target.retries("own", 200, () -> tasks.own());
        target.retries("read", 40, () -> tasks.read());
        target.retries("write, of the same budget", 60, () -> tasks.write());
        outcome("own", () -> tasks.own());
    }

    /** All within a moment. A budget lets 100 pass besides its share. */
    void retries(String name, int calls, Support.Calling call) {
        int before = attempts;
        for (int i = 0; i < calls; i++) {
            Support.swallow(call);
        }
        log(name + ": " + calls + " calls, " + (attempts - before - calls) + " retries");
    }
}

// own: 200 calls, 140 retries
// read: 40 calls, 80 retries
// write, of the same budget: 60 calls, 30 retries
// own throws Failed: own
