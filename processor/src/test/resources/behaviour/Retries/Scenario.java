package behaviour;

import static behaviour.Support.at;
import static behaviour.Support.log;
import static behaviour.Support.outcome;

import dev.deft.Deft;
import dev.deft.annotation.Backoff;
import dev.deft.annotation.Retry;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;

class Scenario {
    private final Failed last = new Failed("last");
    private int calls;

    /*async*/
    @Retry(attempts = 5, delay = "1s")
    String fifth() throws Failed {
        at("attempt " + ++calls);
        if (calls < 5) {
            throw new Failed("no " + calls);
        }
        return "done";
    }

    /*async*/
    @Retry(attempts = 3, delay = "2s", backoff = Backoff.CONSTANT)
    int never() throws Failed {
        at("attempt");
        throw ++calls < 3 ? new Failed("earlier") : last;
    }

    /*async*/
    @Retry(on = IOException.class, except = FileNotFoundException.class, delay = "0")
    int chosen(Throwable failure) throws Throwable {
        log("tries " + failure.getClass().getSimpleName());
        throw failure;
    }

    /*async*/
    @Retry(attempts = 9, delay = "1s", maxDuration = "8s")
    int bounded() throws Failed {
        at("attempt");
        throw last;
    }

    static void run(Deft deft) {
        outcome("fifth", () -> new ScenarioTasks(new Scenario(), deft).fifth());
        Scenario scenario = new Scenario();
        ScenarioTasks tasks = new ScenarioTasks(scenario, deft);
        outcome("never", () -> tasks.never());
        outcome("IOException", () -> tasks.chosen(new IOException("io")));
        outcome("FileNotFoundException", () -> tasks.chosen(new FileNotFoundException("file")));
        outcome("wrapped", () -> tasks.chosen(new CompletionException("around", new IOException("io"))));
        outcome("error", () -> tasks.chosen(new StackOverflowError("error")));
        outcome("bounded", () -> tasks.bounded());
        outcome("cancelled", () -> tasks.chosen(new CancellationException("cancelled")));
    }
}

// 0 ms: attempt 1
// 1000 ms: attempt 2
// 3000 ms: attempt 3
// 7000 ms: attempt 4
// 15000 ms: attempt 5
// fifth gives done
// 15000 ms: attempt
// 17000 ms: attempt
// 19000 ms: attempt
// never throws Failed: last [Failed: earlier] [Failed: earlier]
// tries IOException
// tries IOException
// tries IOException
// IOException throws IOException: io
// tries FileNotFoundException
// FileNotFoundException throws FileNotFoundException: file
// tries CompletionException
// tries CompletionException
// tries CompletionException
// wrapped throws CompletionException: around
// tries StackOverflowError
// error throws StackOverflowError: error
// 19000 ms: attempt
// 20000 ms: attempt
// 22000 ms: attempt
// 26000 ms: attempt
// bounded throws Failed: last [Failed: earlier] [Failed: earlier]
// tries CancellationException
// cancelled throws CancellationException
