package behaviour;

import static behaviour.Support.at;
import static behaviour.Support.log;
import static behaviour.Support.outcome;

import dev.deft.Deft;
import dev.deft.annotation.Retry;
import java.io.IOException;
import java.time.Duration;

class Scenario {
    private int calls;

    /*async*/
    @Retry(attempts = 4, when = "isTransient", delayFrom = "delay", onRetry = "note")
    int asked(String name) throws IOException {
        at("attempt " + ++calls);
        throw calls < 3 ? new IOException(name + calls) : new IOException("fatal");
    }

    static boolean isTransient(Throwable failure) {
        return !"fatal".equals(failure.getMessage());
    }

    Duration delay(IOException failure, int attempt) {
        return Duration.ofSeconds(10L * attempt);
    }

    void note(String name, Throwable failure, int attempt) {
        log("notes " + failure.getMessage() + " of " + name + " at " + attempt);
    }

    /*async*/
    @Retry(attempts = 3, delay = "1s", whileResult = "isPending", onRetry = "noteResult")
    Integer polled(int enough) throws IOException {
        at("polls " + ++calls);
        if (calls == 1) {
            throw new IOException("once");
        }
        return calls - enough;
    }

    boolean isPending(Integer result) {
        return result < 0;
    }

    void noteResult(Throwable failure, int attempt) {
        log("notes " + (failure == null ? "no failure" : failure.getMessage()) + " at " + attempt);
    }

    /*async*/
    @Retry(attempts = Retry.UNLIMITED, delayFrom = "second", maxDuration = "8s")
    int withinItsTime() throws IOException {
        throw new IOException(++calls + "");
    }

    Duration second(Throwable failure, int attempt) {
        return Duration.ofSeconds(1);
    }

    static void run(Deft deft) {
        outcome("asked", () -> new ScenarioTasks(new Scenario(), deft).asked("a"));
        outcome("polled", () -> new ScenarioTasks(new Scenario(), deft).polled(3));
        outcome("never enough", () -> new ScenarioTasks(new Scenario(), deft).polled(9));
        outcome("within its time", () -> new ScenarioTasks(new Scenario(), deft).withinItsTime());
        at("ends");
    }
}

// 0 ms: attempt 1
// notes a1 of a at 1
// 10000 ms: attempt 2
// notes a2 of a at 2
// 30000 ms: attempt 3
// asked throws IOException: fatal [IOException: a1] [IOException: a2]
// 30000 ms: polls 1
// notes once at 1
// 31000 ms: polls 2
// notes no failure at 2
// 33000 ms: polls 3
// polled gives 0
// 33000 ms: polls 1
// notes once at 1
// 34000 ms: polls 2
// notes no failure at 2
// 36000 ms: polls 3
// never enough gives -6
// within its time throws IOException: 9 [IOException: 1] [IOException: 2] [IOException: 3] [IOException: 4] [IOException: 5] [IOException: 6] [IOException: 7] [IOException: 8]
// 44000 ms: ends
