package behaviour;

import static behaviour.Support.at;
import static behaviour.Support.log;
import static behaviour.Support.outcome;
import static behaviour.Support.sleep;
import static behaviour.Support.start;

import dev.deft.Deft;
import dev.deft.Task;
import dev.deft.annotation.Deadline;
import dev.deft.annotation.Fallback;
import dev.deft.annotation.Retry;
import dev.deft.annotation.SingleFlight;
import java.util.ArrayList;
import java.util.List;

class Scenario {
    record Query(String text, int page) {}

    /*async*/
    @SingleFlight
    int[] find(String text, int... pages) throws InterruptedException {
        at("finds " + text);
        sleep("2S");
        return pages;
    }

    /*async*/
    @SingleFlight(key = "query.text")
    Query first(Query query) throws InterruptedException {
        at("finds " + query);
        sleep("2S");
        return query;
    }

    /*async*/
    @Fallback("caught")
    @SingleFlight
    @Retry(attempts = 2, delay = "1s")
    long failing(String text) throws Failed {
        at("fails");
        throw new Failed(text);
    }

    long caught(String text, Failed failure) {
        log("caught with " + failure.getSuppressed().length + " suppressed");
        return 7;
    }

    /*async*/
    @SingleFlight
    static String ofTheClass(Object[] keys) throws InterruptedException {
        at("static");
        sleep("2S");
        return "in";
    }

    /*async*/
    @SingleFlight
    @Deadline("1s")
    String bounded() throws InterruptedException {
        at("bounded");
        sleep("1M");
        return "never";
    }

    static void run(Deft deft) {
        Support.tell(() -> story(deft));
    }

    static void story(Deft deft) throws InterruptedException {
        Scenario target = new Scenario();
        ScenarioTasks tasks = new ScenarioTasks(target, deft);
        ScenarioTasks same = new ScenarioTasks(target, deft);
        ScenarioTasks other = new ScenarioTasks(new Scenario(), deft);
        Object[] found = all("equal", () -> tasks.find("a", 1, 2), () -> tasks.find("a", 1, 2), () -> same.find("a", 1, 2));
        log("one object: " + (found[0] == found[1] && found[0] == found[2]));
        all("different", () -> tasks.find("a", 1), () -> tasks.find("b", 1), () -> tasks.find("a"), () -> tasks.find(null));
        all("another object", () -> tasks.find("a", 1), () -> other.find("a", 1));
        Object[] first = all("key", () -> tasks.first(new Query("x", 1)), () -> tasks.first(new Query("x", 2)));
        log(first[0] + " and " + first[1]);
        all("of the class", () -> tasks.ofTheClass(new Object[] {"k"}), () -> other.ofTheClass(new Object[] {"k"}));
        all("failing", () -> tasks.failing("x"), () -> tasks.failing("x"));
        outcome("once more", () -> tasks.failing("x"));
        callsOff(tasks);
    }

    static Object[] all(String name, Support.Calling... calls) throws InterruptedException {
        log(name + ":");
        List<Task<Object>> tasks = new ArrayList<>();
        for (Support.Calling call : calls) {
            tasks.add(start(name, call));
            sleep("0.1S");
        }
        for (Task<Object> task : tasks) {
            task.exceptionally(failure -> null).join();
        }
        at("all there");
        return tasks.stream().map(Task::join).toArray();
    }

    /** What ends one call does not end the others. */
    static void callsOff(ScenarioTasks tasks) throws InterruptedException {
        log("called off:");
        Task<Object> leader = start("leader", () -> tasks.first(new Query("y", 1)));
        sleep("0.5S");
        Task<Object> follower = start("follower", () -> tasks.first(new Query("y", 2)));
        Task<Object> impatient = start("impatient", () -> tasks.first(new Query("y", 3)));
        sleep("0.5S");
        impatient.cancel(true);
        impatient.terminated().join();
        at("impatient is " + impatient.status());
        leader.cancel(true);
        sleep("0.1S");
        at("leader is " + leader.status());
        outcome("follower", () -> follower);
        at("after its own execution");
        Task<Object> bounded = start("bounded", () -> tasks.bounded());
        sleep("0.5S");
        outcome("one deadline for both", () -> tasks.bounded());
        outcome("bounded", () -> bounded);
        at("the end");
    }
}

// equal:
// 0 ms: finds a
// 2000 ms: all there
// one object: true
// different:
// 2000 ms: finds a
// 2100 ms: finds b
// 2200 ms: finds a
// 2300 ms: finds null
// 4300 ms: all there
// another object:
// 4300 ms: finds a
// 4400 ms: finds a
// 6400 ms: all there
// key:
// 6400 ms: finds Query[text=x, page=1]
// 8400 ms: all there
// Query[text=x, page=1] and Query[text=x, page=1]
// of the class:
// 8400 ms: static
// 10400 ms: all there
// failing:
// 10400 ms: fails
// 11400 ms: fails
// caught with 1 suppressed
// caught with 1 suppressed
// 11400 ms: all there
// 11400 ms: fails
// 12400 ms: fails
// caught with 1 suppressed
// once more gives 7
// called off:
// 12400 ms: finds Query[text=y, page=1]
// 13400 ms: impatient is CANCELLED
// 13400 ms: finds Query[text=y, page=2]
// 13500 ms: leader is CANCELLED
// follower gives Query[text=y, page=2]
// 15400 ms: after its own execution
// 15400 ms: bounded
// one deadline for both throws DeadlineExceededException
// bounded throws DeadlineExceededException
// 16400 ms: the end
