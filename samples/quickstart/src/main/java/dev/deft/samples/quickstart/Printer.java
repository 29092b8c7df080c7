package dev.deft.samples.quickstart;

import dev.deft.annotation.Async;
import dev.deft.annotation.Limit;
import java.time.Duration;

/** {@code @Limit}: so many at once, first come first served; for how long, and how many, may wait. */
public class Printer {
    private final Journal journal;

    /** A printer that tells what it prints. */
    public Printer(Journal journal) {
        this.journal = journal;
    }

    // tag::limit[]
    @Async
    @Limit(value = 1, maxWait = "3s")
    public void print(String document) throws InterruptedException {
        journal.say("printing %s", document);
        journal.time().sleep(Duration.ofSeconds(2));
    }
    // end::limit[]

    // tag::limit-name[]
    /** Shares its permits with {@link #copy}: the same name, the same scanner. */
    @Async
    @Limit(value = 1, name = "scanner")
    public void scan(String document) throws InterruptedException {
        journal.say("scanning %s", document);
        journal.time().sleep(Duration.ofSeconds(1));
    }

    @Async
    @Limit(value = 1, name = "scanner")
    public void copy(String document) throws InterruptedException {
        journal.say("copying %s", document);
        journal.time().sleep(Duration.ofSeconds(1));
    }
    // end::limit-name[]
}
