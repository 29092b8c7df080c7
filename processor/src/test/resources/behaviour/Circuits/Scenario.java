package behaviour;

import static behaviour.Support.at;
import static behaviour.Support.outcome;
import static behaviour.Support.sleep;
import static dev.deft.annotation.Word.CIRCUIT_BREAKER;
import static dev.deft.annotation.Word.RETRY;

import dev.deft.CircuitOpenException;
import dev.deft.Deft;
import dev.deft.Task;
import dev.deft.TaskContext;
import dev.deft.annotation.CircuitBreaker;
import dev.deft.annotation.Deadline;
import dev.deft.annotation.Fallback;
import dev.deft.annotation.Nesting;
import dev.deft.annotation.Retry;
import dev.deft.annotation.Timeout;
import java.util.concurrent.CancellationException;

class Scenario {
    private int calls;

    /*async*/
    @CircuitBreaker(window = 2, openFor = "10s", trialCalls = 2)
    String guarded(Support.Calling body) throws Throwable {
        return String.valueOf(body.call());
    }

    /*async*/
    @CircuitBreaker(window = 1, openFor = "10s", on = Failed.class)
    int selective(Support.Calling body) throws Throwable {
        body.call();
        return 1;
    }

    /*async*/
    @CircuitBreaker(windowTime = "1m", minCalls = 2, slowCall = "2s", openFor = "10s")
    int slow(String duration) throws InterruptedException {
        sleep(duration);
        return 1;
    }

    /*async*/
    @Retry(attempts = 5, delay = "1s")
    @CircuitBreaker(window = 2, openFor = "10s")
    String retried() throws Failed {
        at("attempt " + ++calls);
        throw new Failed("attempt " + calls);
    }

    /*async*/
    @Retry(attempts = 2, delay = "1s", on = CircuitOpenException.class)
    @CircuitBreaker(window = 2, openFor = "10s", name = "patient")
    @Timeout("3s")
    String patient(String duration) throws InterruptedException {
        at("patient");
        sleep(duration);
        return "in time";
    }

    /*async*/
    @Nesting({CIRCUIT_BREAKER, RETRY})
    @Retry(attempts = 2, delay = "1s")
    @CircuitBreaker(window = 2, openFor = "10s")
    String outside() throws Failed {
        at("attempt " + ++calls);
        throw new Failed("attempt " + calls);
    }

    /*async*/
    @Fallback("instead")
    @Deadline("2s")
    @CircuitBreaker(window = 1, openFor = "10s")
    String late() throws InterruptedException {
        sleep("5S");
        return "never";
    }

    String instead(Throwable failure) {
        return "instead of " + failure.getClass().getSimpleName();
    }

    private static String cancelled(ScenarioTasks tasks) throws Throwable {
        try (TaskContext.Cancellable context = TaskContext.current().withCancel()) {
            Object given = context.call(() -> tasks.guarded(() -> {
                context.cancel();
                TaskContext.current().checkCancelled();
                return "never";
            }));
            return "not cancelled: " + (given instanceof Task<?> task ? task.join() : given);
        } catch (CancellationException e) {
            sleep("1S"); // a task is cancelled at once, its body ends a moment later
            return "cancelled";
        }
    }

    static void run(Deft deft) throws Throwable {
        ScenarioTasks tasks = new ScenarioTasks(new Scenario(), deft);
        Support.Calling failing = () -> {
            throw new Failed("down");
        };
        outcome("success", () -> tasks.guarded(() -> "fine"));
        outcome("failure", () -> tasks.guarded(failing));
        outcome("open", () -> tasks.guarded(() -> "never"));
        outcome("other wrapper", () -> new ScenarioTasks(new Scenario(), deft).guarded(() -> "never"));
        sleep("10S");
        outcome("first trial", () -> tasks.guarded(() -> "well"));
        outcome("second trial", () -> tasks.guarded(failing));
        outcome("open again", () -> tasks.guarded(() -> "never"));
        sleep("10S");
        outcome("cancelled trial", () -> cancelled(tasks));
        sleep("1S"); // a cancelled task is done, its body a moment later
        outcome("interrupted trial", () -> tasks.guarded(() -> {
            throw new InterruptedException("stop");
        }));
        outcome("trial with an error", () -> tasks.guarded(() -> {
            throw new LinkageError("error");
        }));
        outcome("trial within a trial", () -> tasks.guarded(() -> {
            outcome("second place", () -> tasks.guarded(() -> {
                outcome("no third place", () -> tasks.guarded(() -> "never"));
                return "well";
            }));
            return "well";
        }));
        outcome("closed", () -> tasks.guarded(() -> "fine"));

        outcome("an answer", () -> tasks.selective(() -> {
            throw new IllegalArgumentException("no such order");
        }));
        outcome("a failure", () -> tasks.selective(failing));
        outcome("selective and open", () -> tasks.selective(() -> "never"));

        outcome("slow", () -> tasks.slow("3S"));
        outcome("as slow", () -> tasks.slow("2.5S"));
        outcome("slow and open", () -> tasks.slow("0S"));

        at("retried");
        outcome("retried", () -> tasks.retried());
        at("refused");
        outcome("refused", () -> tasks.retried());
        at("patient");
        outcome("timed out", () -> tasks.patient("5S"));
        outcome("timed out", () -> tasks.patient("5S"));
        outcome("waited for", () -> tasks.patient("1S"));
        at("outside");
        outcome("outside", () -> tasks.outside());
        outcome("outside", () -> tasks.outside());
        outcome("outside", () -> tasks.outside());
        outcome("late", () -> tasks.late());
        sleep("1S"); // a task is done at its deadline, its body a moment later
        outcome("refused", () -> tasks.late());
        at("the end");
    }
}

// success gives fine
// failure throws Failed: down
// open throws CircuitOpenException
// other wrapper throws CircuitOpenException
// first trial gives well
// second trial throws Failed: down
// open again throws CircuitOpenException
// cancelled trial gives cancelled
// interrupted trial throws InterruptedException: stop
// trial with an error throws LinkageError: error
// no third place throws CircuitOpenException
// second place gives well
// trial within a trial gives well
// closed gives fine
// an answer throws IllegalArgumentException: no such order
// a failure throws Failed: down
// selective and open throws CircuitOpenException
// slow gives 1
// as slow gives 1
// slow and open throws CircuitOpenException
// 27500 ms: retried
// 27500 ms: attempt 1
// 28500 ms: attempt 2
// retried throws CircuitOpenException [Failed: attempt 1] [Failed: attempt 2]
// 30500 ms: refused
// refused throws CircuitOpenException
// 30500 ms: patient
// 30500 ms: patient
// timed out throws TaskTimeoutException
// 33500 ms: patient
// timed out throws TaskTimeoutException
// 46500 ms: patient
// waited for gives in time
// 47500 ms: outside
// 47500 ms: attempt 3
// 48500 ms: attempt 4
// outside throws Failed: attempt 4 [Failed: attempt 3]
// 48500 ms: attempt 5
// 49500 ms: attempt 6
// outside throws Failed: attempt 6 [Failed: attempt 5]
// outside throws CircuitOpenException
// late gives instead of DeadlineExceededException
// refused gives instead of CircuitOpenException
// 52500 ms: the end
