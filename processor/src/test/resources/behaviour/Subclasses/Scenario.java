package behaviour;

import static behaviour.Support.at;
import static behaviour.Support.log;
import static behaviour.Support.outcome;
import static behaviour.Support.sleep;

import dev.deft.Deft;
import dev.deft.annotation.Async;
import dev.deft.annotation.Fallback;
import dev.deft.annotation.Form;
import dev.deft.annotation.Limit;
import dev.deft.annotation.Retry;
import dev.deft.annotation.Tasks;
import java.util.concurrent.CompletableFuture;

@Tasks(form = Form.SUBCLASS)
class Scenario {
    private final String greeting;
    private int calls;

    Scenario(String greeting) {
        this.greeting = greeting;
    }

    /** Bears no word, but calls what does. */
    String greetBoth() throws Failed {
        return greet("Ann") + ", " + greet("Bob");
    }

    @Retry(attempts = 2, delay = "1s")
    String greet(String name) throws Failed {
        at("attempt for " + name);
        if (++calls % 2 == 1) {
            throw new Failed("busy");
        }
        return greeting + " " + name;
    }

    @Fallback("later")
    @Retry(attempts = 2, delay = "1s")
    String refuse() throws Failed {
        throw new Failed("no");
    }

    /** Called on the wrapper, so through its own words. */
    @Limit(value = 1, maxWait = "0")
    String later() {
        return "later";
    }

    @Async
    @Retry(attempts = 2, delay = "1s")
    void note() throws Failed {
        at("noted");
        if (++calls % 2 == 1) {
            throw new Failed("busy");
        }
    }

    @Async
    CompletableFuture<String> lookUp(String name) {
        return CompletableFuture.completedFuture(greeting + " " + name);
    }

    static void run(Deft deft) {
        Scenario plain = new Scenario("Hi");
        outcome("the class itself", plain::greetBoth);

        Scenario tasks = new ScenarioTasks("Hello", deft);
        outcome("both", tasks::greetBoth);
        outcome("refuse", tasks::refuse);
        outcome("look up", () -> tasks.lookUp("Ann"));
        try {
            tasks.note();
            sleep("5S");
        } catch (Failed | InterruptedException e) {
            log("is never thrown");
        }
        outcome("on the global runtime", () -> ScenarioTasks.of("Hey").lookUp("Eve"));
    }
}

// 0 ms: attempt for Ann
// the class itself throws Failed: busy
// 0 ms: attempt for Ann
// 1000 ms: attempt for Ann
// 1000 ms: attempt for Bob
// 2000 ms: attempt for Bob
// both gives Hello Ann, Hello Bob
// refuse gives later
// look up gives Hello Ann
// 3000 ms: noted
// 4000 ms: noted
// on the global runtime gives Hey Eve
