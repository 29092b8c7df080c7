package behaviour;

import static behaviour.Support.at;
import static behaviour.Support.outcome;
import static behaviour.Support.sleep;

import dev.deft.Deft;
import dev.deft.annotation.Deferred;
import dev.deft.annotation.Nesting;
import dev.deft.annotation.RateLimit;
import dev.deft.annotation.Retry;
import dev.deft.annotation.Timeout;
import dev.deft.annotation.Word;

class Scenario {
    /*async*/
    @Retry(attempts = 3, delay = "1s")
    @Timeout("5s")
    @Deferred("clean")
    @Nesting({Word.DEFERRED, Word.TIMEOUT, Word.RETRY})
    String turned() throws InterruptedException, Failed {
        at("attempt");
        sleep("3S");
        throw new Failed("again");
    }

    void clean() {
        at("cleans up once");
    }

    /*async*/
    @Deferred("clean")
    @Timeout("5s")
    @Retry(attempts = 2, delay = "1s")
    String usual() throws InterruptedException, Failed {
        at("attempt");
        sleep("3S");
        throw new Failed("again");
    }

    /** A second attempt takes no second token. */
    /*async*/
    @Retry(attempts = 2, delay = "1s")
    @RateLimit(value = 1, per = "10s")
    @Nesting({Word.RATE_LIMIT, Word.RETRY})
    String paced() throws Failed {
        at("attempt");
        throw new Failed("again");
    }

    static void run(Deft deft) {
        ScenarioTasks tasks = new ScenarioTasks(new Scenario(), deft);
        outcome("turned", () -> tasks.turned());
        outcome("usual", () -> tasks.usual());
        outcome("paced", () -> tasks.paced());
    }
}

// 0 ms: attempt
// 4000 ms: attempt
// 5000 ms: cleans up once
// turned throws TaskTimeoutException
// 5000 ms: attempt
// 8000 ms: cleans up once
// 9000 ms: attempt
// 12000 ms: cleans up once
// usual throws Failed: again [Failed: again]
// 12000 ms: attempt
// 13000 ms: attempt
// paced throws Failed: again [Failed: again]
