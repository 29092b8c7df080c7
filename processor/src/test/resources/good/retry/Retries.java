package retry;

import dev.deft.annotation.Async;
import dev.deft.annotation.Backoff;
import dev.deft.annotation.Jitter;
import dev.deft.annotation.Retry;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Every attribute of @Retry. */
class Retries {
    @Retry(attempts = 1)
    void once() {}

    @Retry(attempts = 2, delay = "250ms")
    void twice() {}

    @Retry(attempts = 9, delay = "1s", maxDelay = "10s")
    void often() {}

    @SuppressWarnings("all")
    @Retry(attempts = Retry.UNLIMITED, delay = "1s", backoff = Backoff.CONSTANT)
    void forEver() {}

    @Retry(delay = "0")
    void atOnce() {}

    @Retry(attempts = 4, backoff = Backoff.LINEAR, jitter = Jitter.EQUAL)
    void linear() {}

    @Retry(attempts = 6, backoff = Backoff.FIBONACCI, jitter = Jitter.FULL)
    void fibonacci() {}

    @Retry(attempts = 4, factor = 1.5)
    void slower() {}

    @Retry(jitter = Jitter.DECORRELATED, maxDuration = "5m")
    void decorrelated() {}

    @Retry(on = {IOException.class, OutOfMemoryError.class}, except = FileNotFoundException.class, causes = true)
    void chosen() throws IOException {}

    @Retry(when = "isTransient", delayFrom = "delay", onRetry = "note")
    int asked(int n) throws InterruptedException {
        return n;
    }

    boolean isTransient(Throwable failure) {
        return true;
    }

    Duration delay(IOException failure, int attempt) {
        return Duration.ofSeconds(attempt);
    }

    static void note(int attempt, IllegalStateException failure, int n) {}

    @Retry(whileResult = "isPending", maxDuration = "1h", onRetry = "noteAll")
    List<String> polled(int n) {
        return List.of();
    }

    boolean isPending(List<String> result) {
        return result.isEmpty();
    }

    void noteAll(Throwable failure, int attempt) {}

    @Async
    @Retry(delayFrom = "computed", maxDuration = "1m", onRetry = "sent")
    void computedUnderAsync() {}

    Duration computed(Throwable failure, int attempt) {
        return Duration.ZERO;
    }

    static void sent(Throwable failure) {}
}
