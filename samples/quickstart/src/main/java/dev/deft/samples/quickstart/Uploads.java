package dev.deft.samples.quickstart;

import dev.deft.annotation.Backoff;
import dev.deft.annotation.Jitter;
import dev.deft.annotation.Retry;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;

/** {@code @Retry} and its attributes. */
public class Uploads {
    private final Journal journal;
    private final Server server;

    /** Uploads to {@code server} that tell what they do. */
    public Uploads(Journal journal, Server server) {
        this.journal = journal;
        this.server = server;
    }

    // tag::retry[]
    /** Waits 1, 2, 4 and 8 seconds. */
    @Retry(attempts = 5, delay = "1s")
    public String put(String file) throws IOException {
        return server.put(file);
    }
    // end::retry[]

    // tag::retry-which[]
    /** Not every failure is worth another attempt. */
    @Retry(on = IOException.class, except = FileNotFoundException.class, when = "isTemporary", onRetry = "retrying")
    public String get(String file) throws IOException {
        return server.get(file);
    }

    boolean isTemporary(Throwable failure) {
        return !failure.getMessage().contains("forbidden");
    }

    void retrying(Throwable failure, int attempt, String file) {
        journal.say("attempt %d to get %s: %s", attempt, file, failure.getMessage());
    }
    // end::retry-which[]

    // tag::retry-result[]
    /** A result, too, may ask for another attempt. */
    @Retry(attempts = Retry.UNLIMITED, delay = "1s", backoff = Backoff.CONSTANT, whileResult = "isPending")
    public String status(String file) {
        return server.status(file);
    }

    boolean isPending(String result) {
        return result.equals("pending");
    }
    // end::retry-result[]

    // tag::retry-delay[]
    /** The failure knows best how long to wait. */
    @Retry(attempts = 10, delayFrom = "cooling", maxDuration = "10s")
    public String delete(String file) throws IOException {
        return server.delete(file);
    }

    Duration cooling(Throwable failure, int attempt) {
        return Duration.ofSeconds(3L * attempt);
    }
    // end::retry-delay[]

    // tag::retry-jitter[]
    /** Many clients that were all turned away at once do not come back all at once. */
    @Retry(attempts = 4, delay = "1s", maxDelay = "3s", backoff = Backoff.FIBONACCI, jitter = Jitter.EQUAL)
    public String list() throws IOException {
        return server.list();
    }
    // end::retry-jitter[]

    // tag::retry-budget[]
    /** However bad it gets, retries add a fifth to the calls, and ten a second. */
    @Retry(delay = "0", budget = 0.2)
    public String ping() throws IOException {
        return server.ping();
    }
    // end::retry-budget[]
}
