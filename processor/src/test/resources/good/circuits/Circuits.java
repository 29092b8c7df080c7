package circuits;

import static dev.deft.annotation.Word.CIRCUIT_BREAKER;
import static dev.deft.annotation.Word.RETRY;

import dev.deft.annotation.Async;
import dev.deft.annotation.CircuitBreaker;
import dev.deft.annotation.Limit;
import dev.deft.annotation.Nesting;
import dev.deft.annotation.Retry;
import dev.deft.annotation.Timeout;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;

/** Circuit breakers of all kinds. */
public class Circuits {
    @CircuitBreaker(
            failureRate = 0.25,
            window = 100,
            minCalls = 10,
            openFor = "1m30s",
            trialCalls = 3,
            slowCall = "2s",
            slowRate = 0.125,
            on = {IOException.class, TimeoutException.class},
            except = FileNotFoundException.class,
            causes = true,
            name = "db")
    public String byCount(String query) throws IOException {
        return query;
    }

    @CircuitBreaker(window = 2_000_000, windowTime = "10s", failureRate = 1)
    public void byTime() {}

    @CircuitBreaker(windowTime = "10s", minCalls = 5)
    public void byTimeFromFive() throws InterruptedException {}

    @CircuitBreaker(window = 1)
    public int byOne() {
        return 1;
    }

    @CircuitBreaker(key = "user.host")
    public String byKey(User user) {
        return user.name();
    }

    @CircuitBreaker(key = "circuit", maxKeys = 5, name = "hosts")
    public static void byParameter(String circuit, long entry) throws InterruptedException {}

    /** Whose circuit it is. */
    public record User(String name, String host) {}

    @Async
    @Limit(10)
    @Timeout("1s")
    @CircuitBreaker
    @Retry
    public CompletionStage<String> among(String entry, int failure, int result) {
        return java.util.concurrent.CompletableFuture.completedFuture(entry);
    }

    @Nesting({CIRCUIT_BREAKER, RETRY})
    @Retry
    @CircuitBreaker(on = IllegalStateException.class)
    public static <T extends Comparable<T>> T outside(T one, T circuit) {
        return one;
    }
}
