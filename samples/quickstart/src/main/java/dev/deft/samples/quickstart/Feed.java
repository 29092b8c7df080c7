package dev.deft.samples.quickstart;

import dev.deft.annotation.Retry;
import dev.deft.annotation.Scheduled;
import java.io.IOException;

/** {@code @Scheduled}: a call again and again, under all words of the method. */
public class Feed {
    private final Journal journal;
    private final Server server;

    /** A feed of what the server has. */
    public Feed(Journal journal, Server server) {
        this.journal = journal;
        this.server = server;
    }

    // tag::scheduled[]
    /** At each full 10 seconds, whatever the attempts take. */
    @Scheduled(every = "10s")
    @Retry(attempts = 2, delay = "1s")
    public void poll() throws IOException {
        journal.say(server.get("news"));
    }
    // end::scheduled[]
}
