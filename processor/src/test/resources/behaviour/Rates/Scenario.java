package behaviour;

import static behaviour.Support.at;
import static behaviour.Support.outcome;
import static behaviour.Support.sleep;
import static behaviour.Support.start;

import dev.deft.Deft;
import dev.deft.Task;
import dev.deft.annotation.Deadline;
import dev.deft.annotation.RateLimit;
import dev.deft.annotation.Retry;
import dev.deft.annotation.Timeout;

class Scenario {
    /*async*/
    @RateLimit(value = 2, burst = 1)
    String paced(String name) {
        at(name);
        return "in";
    }

    /*async*/
    @RateLimit(value = 1, per = "1s", maxWait = "0")
    String refusing() {
        at("let through");
        return "in";
    }

    /*async*/
    @Retry(attempts = 2, delay = "1ms", on = dev.deft.RateLimitExceededException.class)
    @RateLimit(value = 1, per = "10s", maxWait = "1s")
    String told() {
        at("told");
        return "in";
    }

    /*async*/
    @RateLimit(value = 10, maxWait = "0")
    @RateLimit(value = 4, key = "tenant", weight = "tokens", maxWait = "0")
    String keyed(String tenant, int tokens) {
        at(tenant + " " + tokens);
        return "in";
    }

    /*async*/
    @Retry(attempts = 2, delay = "1ms")
    @RateLimit(value = 2, burst = 1)
    String failing() throws Failed {
        at("failing");
        throw new Failed("once more");
    }

    /*async*/
    @Deadline("1s500ms")
    @RateLimit(value = 1, name = "shared")
    String bounded(String name) {
        at(name);
        return "in";
    }

    /*async*/
    @Timeout("5s")
    @RateLimit(value = 1, name = "shared")
    String patient(String name) {
        at(name);
        return "in";
    }

    static void run(Deft deft) {
        Support.tell(() -> story(deft));
    }

    static void story(Deft deft) throws InterruptedException {
        ScenarioTasks tasks = new ScenarioTasks(new Scenario(), deft);
        for (String name : new String[] {"one", "two", "three"}) {
            outcome(name, () -> tasks.paced(name));
        }
        sleep("10S");
        at("what is not used is lost");
        outcome("four", () -> tasks.paced("four"));
        outcome("five", () -> new ScenarioTasks(new Scenario(), deft).paced("five"));
        outcome("let through", () -> tasks.refusing());
        outcome("refused", () -> tasks.refusing());
        saysWhenToComeBack(tasks);
        weighs(tasks);
        outcome("takes a token for each attempt", () -> tasks.failing());
        endsWaits(tasks);
    }

    static void saysWhenToComeBack(ScenarioTasks tasks) {
        outcome("told", () -> tasks.told());
        outcome("told again", () -> tasks.told());
    }

    static void weighs(ScenarioTasks tasks) {
        outcome("ada takes 3", () -> tasks.keyed("ada", 3));
        outcome("ada takes 2 more", () -> tasks.keyed("ada", 2));
        outcome("bob takes 4", () -> tasks.keyed("bob", 4));
        outcome("nobody takes 1", () -> tasks.keyed(null, 1));
        outcome("ada takes nothing", () -> tasks.keyed("ada", 0));
        outcome("ada takes 5", () -> tasks.keyed("ada", 5));
        outcome("ada takes -1", () -> tasks.keyed("ada", -1));
        outcome("ada takes the last", () -> tasks.keyed("ada", 1));
    }

    static void endsWaits(ScenarioTasks tasks) throws InterruptedException {
        at("full");
        tasks.patient("first");
        Task<Object> second = start("second", () -> tasks.patient("second"));
        sleep("0.1S");
        Task<Object> cancelled = start("cancelled", () -> tasks.patient("cancelled"));
        sleep("0.4S");
        outcome("would be too late", () -> tasks.bounded("never"));
        at("refused at once");
        cancelled.cancel(true);
        outcome("cancelled", () -> cancelled);
        sleep("0.1S"); // its token is back
        outcome("takes the place", () -> tasks.patient("third"));
        outcome("second", () -> second);
        at("the end");
    }
}

// 0 ms: one
// one gives in
// 500 ms: two
// two gives in
// 1000 ms: three
// three gives in
// 11000 ms: what is not used is lost
// 11000 ms: four
// four gives in
// 11500 ms: five
// five gives in
// 11500 ms: let through
// let through gives in
// refused throws RateLimitExceededException
// 11500 ms: told
// told gives in
// 21500 ms: told
// told again gives in
// 21500 ms: ada 3
// ada takes 3 gives in
// ada takes 2 more throws RateLimitExceededException
// 21500 ms: bob 4
// bob takes 4 gives in
// 21500 ms: null 1
// nobody takes 1 gives in
// 21500 ms: ada 0
// ada takes nothing gives in
// ada takes 5 throws IllegalArgumentException: Scenario.keyed: a weight of 5 at @RateLimit(4), which takes weights from 0 to its burst of 4
// ada takes -1 throws IllegalArgumentException: Scenario.keyed: a weight of -1 at @RateLimit(4), which takes weights from 0 to its burst of 4
// 21500 ms: ada 1
// ada takes the last gives in
// 21500 ms: failing
// 22000 ms: failing
// takes a token for each attempt throws Failed: once more [Failed: once more]
// 22000 ms: full
// 22000 ms: first
// would be too late throws RateLimitExceededException
// 22500 ms: refused at once
// cancelled throws CancellationException
// 23000 ms: second
// 24000 ms: third
// takes the place gives in
// second gives in
// 24000 ms: the end
