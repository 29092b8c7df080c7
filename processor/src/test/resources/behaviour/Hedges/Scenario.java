package behaviour;

import static behaviour.Support.at;
import static behaviour.Support.outcome;
import static behaviour.Support.sleep;

import dev.deft.Defer;
import dev.deft.Deft;
import dev.deft.Task;
import dev.deft.TaskContext;
import dev.deft.annotation.CircuitBreaker;
import dev.deft.annotation.Deadline;
import dev.deft.annotation.Deferred;
import dev.deft.annotation.Fallback;
import dev.deft.annotation.Hedge;
import dev.deft.annotation.Limit;
import dev.deft.annotation.Recover;
import dev.deft.annotation.Retry;
import dev.deft.annotation.Timeout;
import java.util.concurrent.CancellationException;

class Scenario {
    /** What an attempt does, by its number. */
    interface Attempting {
        int attempt(int number) throws Throwable;
    }

    /*async*/
    @Hedge(after = "2s", max = 2)
    @Limit(2)
    int hedged(Attempting body, TaskContext context) throws Throwable {
        return body.attempt(context.attempt());
    }

    /*async*/
    @Deferred
    @Hedge(after = "2s")
    int cleaned(TaskContext context, Defer defer) throws InterruptedException {
        int number = context.attempt();
        defer.run(() -> {
            sleep(number == 1 ? "0.5S" : "0S");
            at("clean up attempt " + number);
        });
        if (number == 1) {
            sleep("1M");
        }
        return number;
    }

    /*async*/
    @Retry(attempts = 2, delay = "1s")
    @CircuitBreaker(window = 2, openFor = "1m")
    @Hedge(after = "2s")
    @Timeout("3s")
    int stacked(TaskContext context) throws InterruptedException {
        at("attempt " + context.attempt());
        sleep("1M");
        return 1;
    }

    /*async*/
    @Fallback("instead")
    @Deadline("3s")
    @Hedge(after = "2s")
    int late(TaskContext context) throws InterruptedException {
        sleep("1M");
        return context.attempt();
    }

    int instead(Throwable failure) {
        at("instead of " + failure.getClass().getSimpleName());
        return 0;
    }

    /*async*/
    @Hedge(after = "2s")
    @Recover("mended")
    int recovered(TaskContext context) throws Failed {
        throw new Failed("attempt " + context.attempt());
    }

    int mended(Failed failure, TaskContext context) {
        at(failure.getMessage() + " mended in attempt " + context.attempt());
        return context.attempt();
    }

    /*async*/
    @Hedge(after = "p50")
    int adaptive(String duration, TaskContext context) throws InterruptedException {
        if (context.attempt() == 1) {
            sleep(duration);
        }
        return context.attempt();
    }

    private static int attempt(int number, String duration) throws InterruptedException {
        at("attempt " + number);
        try {
            sleep(duration);
            return number;
        } catch (InterruptedException e) {
            sleep("0.5S");
            at("attempt " + number + " was interrupted");
            throw e;
        }
    }

    private static String cancelled(ScenarioTasks tasks) throws Throwable {
        try (TaskContext.Cancellable context = TaskContext.current().withCancel()) {
            Object given = context.call(() -> tasks.hedged(number -> {
                at("attempt " + number);
                if (number == 2) {
                    context.cancel();
                }
                sleep("1M");
                return number;
            }));
            return "not cancelled: " + (given instanceof Task<?> task ? task.join() : given);
        } catch (CancellationException e) {
            return "cancelled";
        }
    }

    static void run(Deft deft) throws Throwable {
        ScenarioTasks tasks = new ScenarioTasks(new Scenario(), deft);
        outcome("fast", () -> tasks.hedged(number -> attempt(number, "1S")));
        outcome("slow", () -> tasks.hedged(number -> attempt(number, number == 1 ? "1M" : "1S")));
        sleep("1S");
        at("three");
        outcome("all fail", () -> tasks.hedged(number -> {
            at("attempt " + number);
            throw new Failed("attempt " + number);
        }));
        outcome("the first wins after all", () -> tasks.hedged(number -> {
            if (number == 2) {
                throw new Failed("attempt 2");
            }
            return attempt(number, number == 1 ? "3S" : "1M");
        }));
        sleep("1S");
        at("error");
        outcome("error", () -> tasks.hedged(number -> {
            throw new LinkageError("attempt " + number);
        }));
        outcome("interrupted", () -> tasks.hedged(number -> {
            throw new InterruptedException("attempt " + number);
        }));
        outcome("cancelled", () -> cancelled(tasks));
        sleep("1S");
        at("free again");
        outcome("free again", () -> tasks.hedged(number -> attempt(number, "1S")));
        outcome("cleaned", () -> tasks.cleaned());
        sleep("1S");
        at("stacked");
        outcome("stacked", () -> tasks.stacked());
        outcome("open", () -> tasks.stacked());
        at("late");
        outcome("late", () -> tasks.late());
        at("recovered");
        outcome("recovered", () -> tasks.recovered());
        int hedges = 0;
        for (int i = 0; i < 300; i++) {
            Object given = tasks.adaptive(i % 2 == 0 ? "1S" : "3S");
            if (given instanceof Task<?> task) {
                given = task.join();
            }
            hedges += given.equals(2) ? 1 : 0;
        }
        at(hedges + " hedges");
    }
}

// 0 ms: attempt 1
// fast gives 1
// 1000 ms: attempt 1
// 3000 ms: attempt 2
// slow gives 2
// 4500 ms: attempt 1 was interrupted
// 5000 ms: three
// 5000 ms: attempt 1
// 5000 ms: attempt 2
// 5000 ms: attempt 3
// all fail throws Failed: attempt 3 [Failed: attempt 1] [Failed: attempt 2]
// 5000 ms: attempt 1
// 7000 ms: attempt 3
// the first wins after all gives 1
// 8500 ms: attempt 3 was interrupted
// 9000 ms: error
// error throws LinkageError: attempt 1
// interrupted throws InterruptedException: attempt 1
// 9000 ms: attempt 1
// 11000 ms: attempt 2
// cancelled gives cancelled
// 12000 ms: free again
// 12000 ms: attempt 1
// free again gives 1
// 15000 ms: clean up attempt 2
// cleaned gives 2
// 15500 ms: clean up attempt 1
// 16000 ms: stacked
// 16000 ms: attempt 1
// 18000 ms: attempt 2
// 22000 ms: attempt 1
// 24000 ms: attempt 2
// stacked throws TaskTimeoutException [TaskTimeoutException] [TaskTimeoutException [TaskTimeoutException]]
// open throws CircuitOpenException
// 27000 ms: late
// 30000 ms: instead of DeadlineExceededException
// late gives 0
// 30000 ms: recovered
// 30000 ms: attempt 1 mended in attempt 1
// recovered gives 1
// 346000 ms: 142 hedges
