package tasks;

import dev.deft.Task;
import dev.deft.TaskContext;
import dev.deft.annotation.Async;
import dev.deft.annotation.Deadline;
import dev.deft.annotation.Limit;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;

/** What @Async makes of results, and its attributes. */
class Asynchronous {
    @Async
    CompletableFuture<String> future() {
        return CompletableFuture.completedFuture("");
    }

    @Async
    @Limit(2)
    CompletionStage<String> stage() {
        return CompletableFuture.completedFuture("");
    }

    @Async
    Task<String> task(TaskContext context) {
        return null;
    }

    @Async
    @Limit(value = 2, maxWait = "0")
    Future<String> plain() {
        return CompletableFuture.completedFuture("");
    }

    @Async
    CompletableFuture<Void> nothing() {
        return CompletableFuture.completedFuture(null);
    }

    @Async(onSuccess = "succeeded", onFailure = "failed")
    @Limit(1)
    int told(String key) {
        return 1;
    }

    void succeeded(int result, String key) {}

    void failed(Throwable failure, String key) {}

    @Async(onSuccess = "ended", onFailure = "broken", detached = true)
    @Deadline("2s")
    void toldVoid(String key) {}

    void ended(String key) {}

    void broken(IOException failure) {}
}
