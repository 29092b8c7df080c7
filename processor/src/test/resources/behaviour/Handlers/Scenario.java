package behaviour;

import static behaviour.Support.log;
import static behaviour.Support.outcome;

import dev.deft.Deft;
import dev.deft.annotation.Fallback;
import dev.deft.annotation.Recover;
import dev.deft.annotation.Retry;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;

class Scenario {
    /*async*/
    @Retry(attempts = 2, delay = "1s")
    @Recover(value = "missing", on = FileNotFoundException.class)
    @Fallback(value = "io", on = {IOException.class, OutOfMemoryError.class})
    @Fallback(value = "cause", on = ArithmeticException.class, causes = true)
    @Fallback(value = "any", except = UnsupportedOperationException.class)
    String call(Throwable failure) throws Throwable {
        log("calls");
        throw failure;
    }

    String missing(Throwable own, FileNotFoundException failure) {
        return "missing " + failure.getMessage();
    }

    String io(Throwable failure) throws Failed {
        log("handles " + failure.getMessage());
        throw new Failed("handler");
    }

    String cause(ArithmeticException failure) {
        return "cause " + failure.getMessage();
    }

    String any() {
        return "any";
    }

    /*async*/
    @Recover(value = "cancelled", on = {CancellationException.class, IOException.class})
    String called(Throwable failure) throws Throwable {
        throw failure;
    }

    String cancelled(Exception failure) {
        return "recovered " + failure.getMessage();
    }

    static void run(Deft deft) {
        ScenarioTasks tasks = new ScenarioTasks(new Scenario(), deft);
        outcome("missing", () -> tasks.call(new FileNotFoundException("file")));
        outcome("io", () -> tasks.call(new IOException("io")));
        outcome("error", () -> tasks.call(new OutOfMemoryError("memory")));
        outcome("cause", () -> tasks.call(new Failed("outer") {
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized Throwable getCause() {
                return new ArithmeticException("inner");
            }
        }));
        outcome("any", () -> tasks.call(new Failed("any")));
        outcome("excepted", () -> tasks.call(new UnsupportedOperationException("excepted")));
        outcome("cancelled", () -> tasks.call(new CancellationException("cancelled")));
        outcome("other error", () -> tasks.call(new StackOverflowError("stack")));
        outcome("named cancellation", () -> tasks.called(new CancellationException("cancelled")));
        outcome("looked through", () -> tasks.called(new ExecutionException(new IOException("io"))));
        outcome("not named", () -> tasks.called(new Failed("not named")));
    }
}

// calls
// missing gives missing file
// calls
// calls
// handles io
// io throws Failed: handler [IOException: io]
// calls
// handles memory
// error throws Failed: handler [OutOfMemoryError: memory]
// calls
// calls
// cause gives cause inner
// calls
// calls
// any gives any
// calls
// calls
// excepted throws UnsupportedOperationException: excepted
// calls
// cancelled throws CancellationException
// calls
// other error throws StackOverflowError: stack
// named cancellation gives recovered cancelled
// looked through gives recovered io
// not named throws Failed: not named
