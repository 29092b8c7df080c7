package handlers;

import dev.deft.TaskContext;
import dev.deft.annotation.Async;
import dev.deft.annotation.Deadline;
import dev.deft.annotation.Fallback;
import dev.deft.annotation.Recover;
import dev.deft.annotation.Retry;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/** What @Fallback and @Recover may name. */
class Handlers {
    @Recover("missing")
    @Recover(
            value = "empty",
            on = {IOException.class, RuntimeException.class, OutOfMemoryError.class},
            except = IllegalStateException.class)
    @Fallback(value = "cancelled", on = CancellationException.class, causes = true)
    @Fallback(value = "anything", on = Throwable.class)
    String several(String key) throws Exception {
        return key;
    }

    String missing(NoSuchElementException failure, String key) {
        return key;
    }

    String empty(String key) {
        return key;
    }

    String cancelled(CancellationException failure) {
        return "";
    }

    String anything(TaskContext context, Throwable failure) throws IOException {
        return "";
    }

    @Recover(value = "narrow", on = FileNotFoundException.class)
    void below() throws IOException {}

    void narrow(IOException failure) {}

    @Recover(value = "among", on = {CancellationException.class, Exception.class})
    void mixed() {}

    void among(RuntimeException failure) {}

    @Async
    @Fallback("later")
    @Deadline("1s")
    @Retry
    long bounded(String key) {
        return 1;
    }

    CompletableFuture<Long> later(String key) {
        return CompletableFuture.completedFuture(0L);
    }

    @Async
    @Fallback("done")
    @Deadline("1s")
    void boundedVoid(String key) throws IOException {}

    void done(String key, Throwable failure) throws IOException {}
}
