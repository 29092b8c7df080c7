package behaviour;

import static behaviour.Support.at;
import static behaviour.Support.outcome;
import static behaviour.Support.sleep;

import dev.deft.Deft;
import dev.deft.Task;
import dev.deft.TaskContext;
import dev.deft.annotation.AdaptiveLimit;
import dev.deft.annotation.Deadline;
import dev.deft.annotation.Retry;
import dev.deft.annotation.Timeout;
import java.net.SocketTimeoutException;
import java.util.concurrent.CancellationException;

class Scenario {
    /*async*/
    @AdaptiveLimit(initial = 2, max = 2, maxWait = "0")
    String nested(Support.Calling inner) throws Throwable {
        return String.valueOf(inner.call());
    }

    /*async*/
    @AdaptiveLimit(min = 1, max = 2, initial = 2, maxQueue = 0, name = "upstream")
    String overloaded(Support.Calling inner) throws Throwable {
        return String.valueOf(inner.call());
    }

    /*async*/
    @AdaptiveLimit(min = 1, max = 2, initial = 2, maxQueue = 0, name = "upstream")
    String sharing(Support.Calling inner) throws Throwable {
        return String.valueOf(inner.call());
    }

    /*async*/
    @Timeout("2s")
    @AdaptiveLimit(initial = 2, max = 2, maxWait = "0")
    String timed(Support.Calling inner) throws Throwable {
        return String.valueOf(inner.call());
    }

    /*async*/
    @Retry(attempts = 2, delay = "1s")
    @AdaptiveLimit(initial = 1, max = 1, maxWait = "1s")
    String waiting(Support.Calling inner) throws Throwable {
        at("inside");
        return String.valueOf(inner.call());
    }

    /*async*/
    @AdaptiveLimit(initial = 1, max = 1, name = "one")
    String holding(Support.Calling inner) throws Throwable {
        return String.valueOf(inner.call());
    }

    /*async*/
    @Deadline("3s")
    @AdaptiveLimit(initial = 1, max = 1, name = "one")
    String bounded(Support.Calling inner) throws Throwable {
        return String.valueOf(inner.call());
    }

    private static String cancelled(ScenarioTasks tasks) throws Throwable {
        try (TaskContext.Cancellable context = TaskContext.current().withCancel()) {
            Object given = context.call(() -> tasks.nested(() -> {
                context.cancel();
                TaskContext.current().checkCancelled();
                return "never";
            }));
            return "not cancelled: " + (given instanceof Task<?> task ? task.join() : given);
        } catch (CancellationException e) {
            return "cancelled";
        }
    }

    static void run(Deft deft) throws Throwable {
        ScenarioTasks tasks = new ScenarioTasks(new Scenario(), deft);
        outcome("outer", () -> tasks.nested(() -> {
            outcome("second", () -> tasks.nested(() -> {
                outcome("third", () -> tasks.nested(() -> "never"));
                return "inside";
            }));
            return "inside";
        }));
        outcome("failing", () -> tasks.nested(() -> {
            throw new Failed("own");
        }));
        outcome("error", () -> tasks.nested(() -> {
            throw new LinkageError("own");
        }));
        outcome("interrupted", () -> tasks.nested(() -> {
            throw new InterruptedException("own");
        }));
        outcome("cancelled", () -> cancelled(tasks));
        sleep("1S"); // a cancelled task is done, its body a moment later
        outcome("both free", () -> tasks.nested(() -> {
            outcome("second", () -> tasks.nested(() -> "free"));
            return "free";
        }));

        outcome("overload", () -> tasks.overloaded(() -> {
            throw new SocketTimeoutException("no answer");
        }));
        outcome("one only", () -> tasks.overloaded(() -> {
            outcome("second", () -> tasks.sharing(() -> "never"));
            return "inside";
        }));

        outcome("timed out", () -> tasks.timed(() -> {
            sleep("1M");
            return "never";
        }));
        outcome("one only", () -> tasks.timed(() -> {
            outcome("second", () -> tasks.timed(() -> "never"));
            return "inside";
        }));

        at("waiting");
        outcome("waits in vain", () -> tasks.waiting(() -> {
            outcome("gives up", () -> new ScenarioTasks(new Scenario(), deft).waiting(() -> "never"));
            return "inside";
        }));
        at("bounded");
        outcome("holds", () -> tasks.holding(() -> {
            outcome("waits in vain", () -> tasks.bounded(() -> "never"));
            return "inside";
        }));
        at("the end");
    }
}

// third throws LimitExceededException
// second gives inside
// outer gives inside
// failing throws Failed: own
// error throws LinkageError: own
// interrupted throws InterruptedException: own
// cancelled gives cancelled
// second gives free
// both free gives free
// overload throws SocketTimeoutException: no answer
// second throws LimitExceededException
// one only gives inside
// timed out throws TaskTimeoutException
// second throws LimitExceededException
// one only gives inside
// 3000 ms: waiting
// 3000 ms: inside
// gives up throws LimitExceededException [LimitExceededException]
// waits in vain gives inside
// 6000 ms: bounded
// waits in vain throws DeadlineExceededException
// holds gives inside
// 9000 ms: the end
