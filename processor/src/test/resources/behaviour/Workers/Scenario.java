package behaviour;

import static behaviour.Support.at;
import static behaviour.Support.log;

import dev.deft.Deft;
import dev.deft.Task;
import dev.deft.annotation.Deadline;
import dev.deft.annotation.Recover;
import dev.deft.annotation.Retry;
import dev.deft.annotation.Timeout;
import dev.deft.annotation.Worker;
import dev.deft.channel.Channel;
import dev.deft.time.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class Scenario {
    private final TimeSource time;

    Scenario(TimeSource time) {
        this.time = time;
    }

    /*async*/
    @Worker(value = 2, onFailure = "failed")
    @Retry(attempts = 2, delay = "1s")
    String after(int seconds) throws Failed, InterruptedException {
        time.sleep(Duration.ofSeconds(seconds));
        if (seconds == 2) {
            throw new Failed("two");
        }
        return seconds + " s";
    }

    void failed(Failed failure, int seconds) {
        at(seconds + " failed: " + failure.getMessage());
    }

    /*async*/
    @Worker(onFailure = "late")
    @Timeout("5s")
    void timed(int seconds) throws InterruptedException {
        time.sleep(Duration.ofSeconds(seconds));
        at(seconds + " s passed");
    }

    /*async*/
    @Worker(onFailure = "late")
    @Deadline("5s")
    void bounded(int seconds) throws InterruptedException {
        time.sleep(Duration.ofSeconds(seconds));
        at(seconds + " s passed");
    }

    void late(Throwable failure, int seconds) {
        at(seconds + " s are too much: " + failure.getClass().getSimpleName());
    }

    /*async*/
    @Worker(onFailure = "panicked")
    @Recover("zero")
    int inverse(int number) {
        if (number < 0) {
            throw new AssertionError("below zero");
        }
        return 100 / number;
    }

    int zero(int number, ArithmeticException failure) {
        return 0;
    }

    /*async*/
    @Worker(onFailure = "lost")
    void list(String... items) {
        if (items.length == 0) {
            throw new IllegalStateException("no items");
        }
        log("items " + List.of(items));
    }

    void lost(IllegalStateException failure, String... items) {
        log(failure.getMessage() + ": " + items.length);
    }

    void panicked(Throwable failure) {
        log("panicked: " + failure.getMessage());
    }

    static void run(Deft deft) throws InterruptedException {
        ScenarioTasks tasks = new ScenarioTasks(new Scenario(deft.time()), deft);
        Channel<String> results = Channel.rendezvous();
        Task<Void> after = tasks.afterWorkers(of(3, 2, 1, 4), results);
        List<String> received = new ArrayList<>();
        results.forEach(received::add);
        at(received + " from " + after.name());
        after.join();

        tasks.timedWorkers(of(9, 1)).join();
        tasks.boundedWorkers(of(9, 1)).join();

        Channel<Object> inverses = Channel.buffered(3);
        tasks.inverseWorkers(of(0, -1, 50), inverses).join();
        inverses.forEach(inverse -> log("inverse " + inverse));

        Channel<String[]> arrays = Channel.buffered(2);
        arrays.send(new String[] {"a", "b"});
        arrays.send(new String[0]);
        arrays.close();
        tasks.listWorkers(arrays).join();

        Channel<Integer> endless = of(3, 3, 3, 3);
        Task<Void> cut = tasks.afterWorkers(endless);
        deft.time().sleep(Duration.ofSeconds(4));
        cut.cancel(true);
        cut.terminated().join();
        at("cut off: " + cut.isCancelled() + ", " + endless.size() + " left");
    }

    private static Channel<Integer> of(int... items) {
        Channel<Integer> channel = Channel.buffered(items.length);
        for (int item : items) {
            channel.send(item);
        }
        channel.close();
        return channel;
    }
}

// 5000 ms: 2 failed: two
// 8000 ms: [3 s, 1 s, 4 s] from Scenario.afterWorkers
// 13000 ms: 9 s are too much: TaskTimeoutException
// 14000 ms: 1 s passed
// 19000 ms: 9 s are too much: DeadlineExceededException
// 20000 ms: 1 s passed
// panicked: below zero
// inverse 0
// inverse 2
// items [a, b]
// no items: 0
// 24000 ms: cut off: true, 0 left
