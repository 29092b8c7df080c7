package behaviour;

import static behaviour.Support.at;

import dev.deft.Deft;
import dev.deft.Task;
import dev.deft.annotation.Overlap;
import dev.deft.annotation.Retry;
import dev.deft.annotation.Scheduled;
import dev.deft.time.TimeSource;
import java.time.Duration;

class Scenario {
    private final TimeSource time;
    private int calls;

    Scenario(TimeSource time) {
        this.time = time;
    }

    /*async*/
    @Scheduled(every = "10s")
    @Retry(attempts = 2, delay = "1s")
    void poll() throws Failed {
        calls++;
        at("poll " + calls);
        if (calls == 1 || calls > 3) {
            throw new Failed("call " + calls);
        }
    }

    /*async*/
    @Scheduled(every = "10s", initialDelay = "0", overlap = Overlap.QUEUE)
    void slow() throws InterruptedException {
        at("slow");
        time.sleep(Duration.ofSeconds(15));
    }

    /*async*/
    @Scheduled(delay = "10s")
    void paused() throws InterruptedException {
        at("paused");
        time.sleep(Duration.ofSeconds(5));
    }

    static void run(Deft deft) throws InterruptedException {
        ScenarioTasks tasks = new ScenarioTasks(new Scenario(deft.time()), deft);
        watch(deft, tasks.schedulePoll());
        watch(deft, tasks.scheduleSlow());
        watch(deft, tasks.schedulePaused());
    }

    private static void watch(Deft deft, Task<Void> ticker) throws InterruptedException {
        deft.time().sleep(Duration.ofSeconds(35));
        ticker.cancel(true);
        ticker.terminated().join();
        at(ticker.name() + " " + ticker.status());
    }
}

// 10000 ms: poll 1
// 11000 ms: poll 2
// 20000 ms: poll 3
// 30000 ms: poll 4
// 31000 ms: poll 5
// 35000 ms: Scenario.schedulePoll CANCELLED
// 35000 ms: slow
// 50000 ms: slow
// 65000 ms: slow
// 70000 ms: Scenario.scheduleSlow CANCELLED
// 80000 ms: paused
// 95000 ms: paused
// 105000 ms: Scenario.schedulePaused CANCELLED
