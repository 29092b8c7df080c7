package dev.deft.samples.quickstart;

import static dev.deft.annotation.Word.RETRY;
import static dev.deft.annotation.Word.TIMEOUT;

import dev.deft.annotation.Deadline;
import dev.deft.annotation.Nesting;
import dev.deft.annotation.Retry;
import dev.deft.annotation.Timeout;
import java.time.Duration;

/** {@code @Timeout} for one attempt, {@code @Deadline} for the whole call, {@code @Nesting} for another order. */
public class Search {
    private final Journal journal;

    /** A search that takes its time and tells so. */
    public Search(Journal journal) {
        this.journal = journal;
    }

    // tag::timeout[]
    /** Each attempt may take a second. */
    @Retry(attempts = 2, delay = "1s")
    @Timeout("1s")
    public String books(String words) throws InterruptedException {
        return index("books", words);
    }
    // end::timeout[]

    // tag::deadline[]
    /** As many attempts as three and a half seconds have room for, the waits between them included. */
    @Deadline("3s500ms")
    @Retry(attempts = Retry.UNLIMITED, delay = "1s")
    @Timeout("1s")
    public String films(String words) throws InterruptedException {
        return index("films", words);
    }
    // end::deadline[]

    // tag::nesting[]
    /** Here the timeout stands around all attempts, for it is named first. */
    @Nesting({TIMEOUT, RETRY})
    @Retry(attempts = 3, delay = "1s")
    @Timeout("2s")
    public String songs(String words) throws InterruptedException {
        return index("songs", words);
    }
    // end::nesting[]

    private String index(String name, String words) throws InterruptedException {
        journal.say("search the %s", name);
        journal.time().sleep(Duration.ofMinutes(1));
        return words;
    }
}
