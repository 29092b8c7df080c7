package dev.deft.samples.quickstart;

import dev.deft.annotation.Async;
import java.io.IOException;
import java.time.Duration;

/** {@code @Async}: methods that return at once, what is called when they end, and tasks that outlive their caller. */
public class Newsletter {
    private final Journal journal;

    /** A newsletter that tells what it does. */
    public Newsletter(Journal journal) {
        this.journal = journal;
    }

    // tag::callbacks[]
    @Async(onSuccess = "delivered", onFailure = "bounced")
    public String send(String address) throws IOException, InterruptedException {
        return deliver(address);
    }

    void delivered(String result, String address) {
        journal.say("%s: %s", address, result);
    }

    void bounced(Throwable failure, String address) {
        journal.say("%s: bounced, %s", address, failure.getMessage());
    }
    // end::callbacks[]

    // tag::detached[]
    /** Ends when the request that started it ends. */
    @Async
    public void preview(String issue) throws InterruptedException {
        render(issue);
    }

    /** Goes on when the request that started it is over. */
    @Async(detached = true)
    public void archive(String issue) throws InterruptedException {
        render(issue);
    }
    // end::detached[]

    private String deliver(String address) throws IOException, InterruptedException {
        journal.time().sleep(Duration.ofMillis(500));
        if (!address.contains("@")) {
            throw new IOException("no such mailbox");
        }
        return "delivered";
    }

    private void render(String issue) throws InterruptedException {
        journal.time().sleep(Duration.ofSeconds(2));
        journal.say("rendered %s", issue);
    }
}
