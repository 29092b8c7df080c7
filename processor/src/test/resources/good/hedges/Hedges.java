package hedges;

import static dev.deft.annotation.Word.HEDGE;
import static dev.deft.annotation.Word.RETRY;

import dev.deft.Defer;
import dev.deft.TaskContext;
import dev.deft.annotation.Async;
import dev.deft.annotation.CircuitBreaker;
import dev.deft.annotation.Deadline;
import dev.deft.annotation.Fallback;
import dev.deft.annotation.Hedge;
import dev.deft.annotation.Limit;
import dev.deft.annotation.Nesting;
import dev.deft.annotation.Retry;
import dev.deft.annotation.Timeout;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Hedges of all kinds. */
public abstract class Hedges<E extends Exception> {
    @Hedge(after = "p95")
    public String search(String words, TaskContext context) throws IOException {
        return words;
    }

    @Hedge(after = "0", max = 3)
    public long atOnce(long failure, int deft) throws E {
        return failure;
    }

    @Hedge(after = "PT1M")
    public boolean interruptibly() throws InterruptedException {
        return true;
    }

    @SuppressWarnings("all")
    @Hedge(after = "20ms")
    public void nothing(String chargeHedge, Defer defer) throws Exception {}

    @Async
    @Limit(10)
    @Timeout("1s")
    @CircuitBreaker
    @Retry
    @Deadline("5s")
    @Fallback("instead")
    @Hedge(after = "100ms")
    public CompletionStage<? extends List<?>> among(String words) {
        return java.util.concurrent.CompletableFuture.completedFuture(List.of(words));
    }

    List<?> instead() {
        return List.of();
    }

    @Nesting({HEDGE, RETRY})
    @Retry
    @Hedge(after = "1s")
    public static <T extends Comparable<? super T>> T outside(List<? extends T> all) {
        return all.get(0);
    }

    @Hedge(after = "1s")
    public <T> T[] told() {
        return null;
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    @Hedge(after = "1s")
    public final <T> List<T> varied(T... all) {
        return List.of(all);
    }
}
