package workers;

import dev.deft.Defer;
import dev.deft.TaskContext;
import dev.deft.annotation.Async;
import dev.deft.annotation.Batch;
import dev.deft.annotation.Limit;
import dev.deft.annotation.Retry;
import dev.deft.annotation.Worker;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

public class Crawler<K extends Comparable<K>> {
    @Worker(value = 4, onFailure = "unreachable")
    @Retry(attempts = 3)
    @Limit(10)
    public String fetch(URI address) throws IOException {
        return address.toString();
    }

    void unreachable(IOException failure, URI address) {}

    @Worker(onFailure = "unprinted")
    protected void print(int page) {}

    void unprinted(Throwable failure) {}

    /** The box is another method's. */
    @Retry
    void print(Integer page) {}

    @Async(pool = "cpu")
    @Batch
    @Worker(8)
    long count(TaskContext context, List<? extends K> keys, Defer defer) {
        return keys.size();
    }

    @Async
    @Worker
    CompletionStage<@Nullable String> find(@Nullable String sink) {
        return CompletableFuture.completedFuture(sink);
    }

    @Async
    @Worker
    CompletionStage<Void> index(Object source) {
        return CompletableFuture.completedFuture(null);
    }

    @Worker(onFailure = "lost")
    <T, R> R[] pick(T failure) {
        return null;
    }

    @Deprecated
    static void lost(TaskContext context, Throwable thrown) {}

    @Worker
    @Deprecated
    public static boolean check(String... words) {
        return words.length > 0;
    }

    @Worker(onFailure = "lostPages")
    @SafeVarargs
    static <T> int fetchAll(List<T>... pages) {
        return pages.length;
    }

    @SafeVarargs
    static <T> void lostPages(IllegalStateException thrown, List<T>... pages) {}
}
