package behaviour;

import static behaviour.Support.at;
import static behaviour.Support.log;
import static behaviour.Support.outcome;
import static behaviour.Support.sleep;
import static behaviour.Support.start;

import dev.deft.Deft;
import dev.deft.Task;
import dev.deft.annotation.Deadline;
import dev.deft.annotation.LockMode;
import dev.deft.annotation.Locked;
import dev.deft.annotation.Timeout;
import java.util.concurrent.CancellationException;

class Scenario {
    /*async*/
    @Locked
    String write(String name, Support.Calling body) throws Throwable {
        return hold(name, body);
    }

    /*async*/
    @Locked(mode = LockMode.READ)
    String read(String name, Support.Calling body) throws Throwable {
        return hold(name, body);
    }

    /*async*/
    @Locked("ledger")
    String named(String name, Support.Calling body) throws Throwable {
        return hold(name, body);
    }

    /*async*/
    @Locked(key = "account")
    String keyed(String account, Support.Calling body) throws Throwable {
        return hold(account, body);
    }

    /*async*/
    @Locked
    static String ofTheClass(String name, Support.Calling body) throws Throwable {
        return hold(name, body);
    }

    /*async*/
    @Timeout("1s")
    @Locked("ledger")
    String timed() {
        return "never";
    }

    /*async*/
    @Deadline("1s")
    @Locked("ledger")
    String bounded() {
        return "never";
    }

    private static String hold(String name, Support.Calling body) throws Throwable {
        at(name + " enters");
        try {
            body.call();
        } finally {
            at(name + " leaves");
        }
        return name;
    }

    static Object doze() throws InterruptedException {
        sleep("2S");
        return null;
    }

    static void run(Deft deft) {
        Support.tell(() -> story(deft));
    }

    static void story(Deft deft) throws InterruptedException {
        ScenarioTasks tasks = new ScenarioTasks(new Scenario(), deft);
        ScenarioTasks others = new ScenarioTasks(new Scenario(), deft);
        oneAtATime(tasks, others);
        readersTogether(tasks);
        eachKeyByItself(tasks);
        comesBackOnEveryPath(tasks);
        endsWaits(tasks, others);
    }

    static void all(String name, Support.Calling... calls) {
        log(name + ":");
        Task<?>[] tasks = new Task<?>[calls.length];
        for (int i = 0; i < calls.length; i++) {
            tasks[i] = start(name + i, calls[i]);
            moment();
        }
        for (Task<?> task : tasks) {
            task.exceptionally(failure -> null).join();
        }
    }

    /** So that one begins before the next. */
    static void moment() {
        try {
            sleep("0.001S");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static void oneAtATime(ScenarioTasks tasks, ScenarioTasks others) {
        all("one wrapper", () -> tasks.write("one", Scenario::doze), () -> tasks.write("two", Scenario::doze));
        all("two wrappers", () -> tasks.write("one", Scenario::doze), () -> others.write("two", Scenario::doze));
        all("one name", () -> tasks.named("one", Scenario::doze), () -> others.named("two", Scenario::doze));
        all("one class", () -> tasks.ofTheClass("one", Scenario::doze), () -> others.ofTheClass("two", Scenario::doze));
    }

    static void readersTogether(ScenarioTasks tasks) {
        all(
                "readers and a writer",
                () -> tasks.read("reader", Scenario::doze),
                () -> tasks.read("reader too", Scenario::doze),
                () -> tasks.write("writer", Scenario::doze),
                () -> tasks.read("late reader", Scenario::doze));
    }

    static void eachKeyByItself(ScenarioTasks tasks) {
        all(
                "keys",
                () -> tasks.keyed("ada", Scenario::doze),
                () -> tasks.keyed("bob", Scenario::doze),
                () -> tasks.keyed("ada", Scenario::doze),
                () -> tasks.keyed(null, Scenario::doze));
    }

    static void comesBackOnEveryPath(ScenarioTasks tasks) {
        for (Throwable failure : new Throwable[] {
            new Failed("checked"), new AssertionError("error"), new CancellationException("cancelled")
        }) {
            outcome("own", () -> tasks.write("own", () -> {
                throw failure;
            }));
            outcome("of a key", () -> tasks.keyed("ada", () -> {
                throw failure;
            }));
        }
        outcome("free", () -> tasks.write("own", () -> "in"));
        outcome("free key", () -> tasks.keyed("ada", () -> "in"));
    }

    static void endsWaits(ScenarioTasks tasks, ScenarioTasks others) throws InterruptedException {
        Task<Object> holder = start("holder", () -> tasks.named("holder", () -> {
            sleep("5S");
            return null;
        }));
        sleep("1S");
        Task<Object> cancelled = start("cancelled", () -> others.named("never", () -> null));
        Task<Object> patient = start("patient", () -> others.named("patient", () -> null));
        sleep("1S");
        cancelled.cancel(true);
        outcome("cancelled", () -> cancelled);
        outcome("timed out", () -> tasks.timed());
        outcome("too late", () -> tasks.bounded());
        patient.join();
        outcome("holder", () -> holder);
        outcome("patient", () -> patient);
        at("the end");
    }
}

// one wrapper:
// 0 ms: one enters
// 2000 ms: one leaves
// 2000 ms: two enters
// 4000 ms: two leaves
// two wrappers:
// 4000 ms: one enters
// 4001 ms: two enters
// 6000 ms: one leaves
// 6001 ms: two leaves
// one name:
// 6001 ms: one enters
// 8001 ms: one leaves
// 8001 ms: two enters
// 10001 ms: two leaves
// one class:
// 10001 ms: one enters
// 12001 ms: one leaves
// 12001 ms: two enters
// 14001 ms: two leaves
// readers and a writer:
// 14001 ms: reader enters
// 14002 ms: reader too enters
// 16001 ms: reader leaves
// 16002 ms: reader too leaves
// 16002 ms: writer enters
// 18002 ms: writer leaves
// 18002 ms: late reader enters
// 20002 ms: late reader leaves
// keys:
// 20002 ms: ada enters
// 20003 ms: bob enters
// 20005 ms: null enters
// 22002 ms: ada leaves
// 22002 ms: ada enters
// 22003 ms: bob leaves
// 22005 ms: null leaves
// 24002 ms: ada leaves
// 24002 ms: own enters
// 24002 ms: own leaves
// own throws Failed: checked
// 24002 ms: ada enters
// 24002 ms: ada leaves
// of a key throws Failed: checked
// 24002 ms: own enters
// 24002 ms: own leaves
// own throws AssertionError: error
// 24002 ms: ada enters
// 24002 ms: ada leaves
// of a key throws AssertionError: error
// 24002 ms: own enters
// 24002 ms: own leaves
// own throws CancellationException
// 24002 ms: ada enters
// 24002 ms: ada leaves
// of a key throws CancellationException
// 24002 ms: own enters
// 24002 ms: own leaves
// free gives own
// 24002 ms: ada enters
// 24002 ms: ada leaves
// free key gives ada
// 24002 ms: holder enters
// cancelled throws CancellationException
// timed out throws TaskTimeoutException
// too late throws DeadlineExceededException
// 29002 ms: holder leaves
// 29002 ms: patient enters
// 29002 ms: patient leaves
// holder gives holder
// patient gives patient
// 29002 ms: the end
