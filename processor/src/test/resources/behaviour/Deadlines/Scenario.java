package behaviour;

import static behaviour.Support.at;
import static behaviour.Support.outcome;
import static behaviour.Support.sleep;

import dev.deft.Deft;
import dev.deft.annotation.Deadline;
import dev.deft.annotation.Fallback;
import dev.deft.annotation.Retry;

class Scenario {
    /*async*/
    @Deadline("10s")
    @Retry(attempts = 9, delay = "2s")
    String retried() throws Failed {
        at("attempt");
        throw new Failed("again");
    }

    /*async*/
    @Deadline("2s")
    String slow() throws InterruptedException {
        sleep("1M");
        return "late";
    }

    /*async*/
    @Fallback("instead")
    @Deadline("2s")
    String covered() throws InterruptedException {
        sleep("1M");
        return "late";
    }

    String instead(Throwable failure) {
        at("falls back after " + failure.getClass().getSimpleName());
        return "instead";
    }

    static void run(Deft deft) throws InterruptedException {
        ScenarioTasks tasks = new ScenarioTasks(new Scenario(), deft);
        outcome("retried", () -> tasks.retried());
        at("after");
        outcome("slow", () -> tasks.slow());
        at("after");
        outcome("covered", () -> tasks.covered());
        at("after");
    }
}

// 0 ms: attempt
// 2000 ms: attempt
// 6000 ms: attempt
// retried throws DeadlineExceededException
// 6000 ms: after
// slow throws DeadlineExceededException
// 8000 ms: after
// 10000 ms: falls back after DeadlineExceededException
// covered gives instead
// 10000 ms: after
