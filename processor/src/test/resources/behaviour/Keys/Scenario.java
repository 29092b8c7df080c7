package behaviour;

import static behaviour.Support.at;
import static behaviour.Support.outcome;
import static behaviour.Support.sleep;
import static behaviour.Support.start;

import dev.deft.Deft;
import dev.deft.Task;
import dev.deft.annotation.Deadline;
import dev.deft.annotation.Limit;
import dev.deft.annotation.Timeout;

class Scenario {
    record Customer(String id) {}

    record Order(Customer customer, Integer items) {}

    /*async*/
    @Limit(value = 1, maxWait = "0", key = "order.customer.id")
    Object keyed(Order order, Support.Calling body) throws Throwable {
        return body.call();
    }

    /*async*/
    @Limit(value = 3, maxWait = "0", weight = "order.items")
    Object weighted(Order order, Support.Calling body) throws Throwable {
        return body.call();
    }

    /*async*/
    @Limit(value = 4, maxWait = "0")
    @Limit(value = 3, maxWait = "0", key = "order.customer.id", maxKeys = 2, weight = "order.items")
    Object both(Order order, Support.Calling body) throws Throwable {
        return body.call();
    }

    /*async*/
    @Limit(value = 1, name = "shards", key = "shard")
    String waiting(int shard, String name) {
        at(name + " enters");
        doze();
        at(name + " leaves");
        return name;
    }

    /*async*/
    @Timeout("1s")
    @Limit(value = 1, name = "shards", key = "shard")
    String timed(int shard) {
        return "never";
    }

    /*async*/
    @Deadline("1s")
    @Limit(value = 1, name = "shards", key = "shard")
    String bounded(int shard) {
        return "never";
    }

    private static void doze() {
        try {
            sleep("3S");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static Order order(String customer, Integer items) {
        return new Order(new Customer(customer), items);
    }

    static void run(Deft deft) {
        Support.tell(() -> story(deft));
    }

    static void story(Deft deft) throws InterruptedException {
        ScenarioTasks tasks = new ScenarioTasks(new Scenario(), deft);
        eachKeyByItself(tasks);
        takesWhatItWeighs(tasks);
        comesBackOnEveryPath(tasks);
        endsWaits(tasks);
    }

    static void eachKeyByItself(ScenarioTasks tasks) {
        Order ada = order("ada", 1);
        Order bob = order("bob", 1);
        Order nobody = order(null, 1);
        outcome("ada", () -> tasks.keyed(ada, () -> {
            outcome("ada again", () -> tasks.keyed(order("ada", 1), () -> "never"));
            outcome("bob", () -> tasks.keyed(bob, () -> "in"));
            outcome("null", () -> tasks.keyed(nobody, () -> {
                outcome("null again", () -> tasks.keyed(nobody, () -> "never"));
                return "in";
            }));
            return "in";
        }));
        outcome("no customer", () -> tasks.keyed(new Order(null, 1), () -> "never"));
    }

    static void takesWhatItWeighs(ScenarioTasks tasks) {
        outcome("two of three", () -> tasks.weighted(order("ada", 2), () -> {
            outcome("two more", () -> tasks.weighted(order("ada", 2), () -> "never"));
            outcome("nothing", () -> tasks.weighted(order("ada", 0), () -> "in"));
            outcome("one more", () -> tasks.weighted(order("ada", 1), () -> "in"));
            return "in";
        }));
        outcome("less than nothing", () -> tasks.weighted(order("ada", -1), () -> "never"));
        outcome("too heavy", () -> tasks.weighted(order("ada", 4), () -> "never"));
        outcome("no weight", () -> tasks.weighted(order("ada", null), () -> "never"));
        outcome("ada two", () -> tasks.both(order("ada", 2), () -> {
            outcome("ada two more", () -> tasks.both(order("ada", 2), () -> "never"));
            outcome("bob three", () -> tasks.both(order("bob", 3), () -> {
                outcome("a third key", () -> tasks.both(order("cyd", 1), () -> "never"));
                return "in";
            }));
            outcome("a second key again", () -> tasks.both(order("cyd", 3), () -> "in"));
            return "in";
        }));
    }

    static void comesBackOnEveryPath(ScenarioTasks tasks) {
        Order all = order("ada", 3);
        outcome("failure", () -> tasks.both(all, () -> {
            throw new Failed("checked");
        }));
        outcome("error", () -> tasks.both(all, () -> {
            throw new AssertionError("error");
        }));
        outcome("cancelled", () -> tasks.both(all, () -> {
            throw new java.util.concurrent.CancellationException("cancelled");
        }));
        outcome("all there", () -> tasks.both(all, () -> "in"));
    }

    static void endsWaits(ScenarioTasks tasks) throws InterruptedException {
        Task<Object> first = start("first", () -> tasks.waiting(7, "first"));
        sleep("1S");
        Task<Object> cancelled = start("cancelled", () -> tasks.waiting(7, "cancelled"));
        Task<Object> patient = start("patient", () -> tasks.waiting(7, "patient"));
        Task<Object> other = start("other", () -> tasks.waiting(8, "other"));
        sleep("1S");
        cancelled.cancel(true);
        outcome("cancelled", () -> cancelled);
        at("it does not wait");
        patient.join();
        outcome("first", () -> first);
        outcome("other", () -> other);
        outcome("patient", () -> patient);

        Task<Object> holder = start("holder", () -> tasks.waiting(1, "holder"));
        sleep("0.5S");
        outcome("timed out in the queue", () -> tasks.timed(1));
        outcome("too late in the queue", () -> tasks.bounded(1));
        outcome("holder", () -> holder);
        at("the end");
    }
}

// ada again throws LimitExceededException
// bob gives in
// null again throws LimitExceededException
// null gives in
// ada gives in
// no customer throws NullPointerException: Cannot invoke "behaviour.Scenario$Customer.id()" because the return value of "behaviour.Scenario$Order.customer()" is null
// two more throws LimitExceededException
// nothing gives in
// one more gives in
// two of three gives in
// less than nothing throws IllegalArgumentException: Scenario.weighted: a weight of -1 at @Limit(3), which takes weights from 0 to 3
// too heavy throws IllegalArgumentException: Scenario.weighted: a weight of 4 at @Limit(3), which takes weights from 0 to 3
// no weight throws NullPointerException: Cannot invoke "java.lang.Integer.intValue()" because the return value of "behaviour.Scenario$Order.items()" is null
// ada two more throws LimitExceededException
// a third key throws LimitExceededException
// bob three gives in
// a second key again gives in
// ada two gives in
// failure throws Failed: checked
// error throws AssertionError: error
// cancelled throws CancellationException
// all there gives in
// 0 ms: first enters
// 1000 ms: other enters
// cancelled throws CancellationException
// 2000 ms: it does not wait
// 3000 ms: first leaves
// 3000 ms: patient enters
// 4000 ms: other leaves
// 6000 ms: patient leaves
// first gives first
// other gives other
// patient gives patient
// 6000 ms: holder enters
// timed out in the queue throws TaskTimeoutException
// too late in the queue throws DeadlineExceededException
// 9000 ms: holder leaves
// holder gives holder
// 9000 ms: the end
